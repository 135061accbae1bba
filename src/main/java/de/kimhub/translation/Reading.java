package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One record while it is being translated. */
final class Reading {

    final SourceRow row;
    final Place place;
    final LocalDate today;
    final List<Problem> problems = new ArrayList<>(0);
    final List<Problem> findings = new ArrayList<>(0);
    /** The day as of which codes are looked up: the event's, or else today. */
    LocalDate asOf;
    /** Why the last step refused its value. */
    private TranslationProblem refusal;

    Reading(SourceRow row, Place place, LocalDate today) {
        this.row = row;
        this.place = place;
        this.today = today;
        this.asOf = today;
    }

    /** For a step: refuses the value. */
    String refuse(TranslationProblem why) {
        refusal = why;
        return null;
    }

    /** Reports a problem, but only the first one of each column. */
    void report(Problem problem) {
        String column = problem.place().field();
        if (column == null || problems.stream().noneMatch(other -> column.equals(other.place().field()))) {
            problems.add(problem);
        }
    }

    TranslationProblem refusal() {
        return refusal;
    }
}
