package de.kimhub.kit;

import de.kimhub.message.PersonalData;
import de.kimhub.message.Problem;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.Translation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for the direct identifiers of a sample's people where they must never be. */
final class Disclosure {

    private static final int SHORTEST = 3;

    private final Set<String> identifiers = new HashSet<>();

    /** @param run of the sample as it is */
    Disclosure(KitFolder folder, SampleRun run) {
        ReadColumns read = ReadColumns.of(folder.receive());
        run.accepted().forEach(this::addFields);
        Set<String> columns = new HashSet<>(read.places().keySet());
        for (RawRecord record : run.records()) {
            if (record instanceof RawRecord.Readable readable) {
                columns.addAll(readable.row().columns());
                readable.row().columns().stream().filter(column -> read.identifying().contains(ReadColumns.normal(column)))
                        .flatMap(column -> readable.row().values(column).stream()).forEach(this::add);
            }
        }
        identifiers.removeAll(columns);
    }

    /** Where one of them was found; the finding itself does not repeat it. */
    List<String> check(SampleRun run) {
        List<String> findings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(run.problems());
        run.accepted().forEach(taken -> problems.addAll(taken.findings()));
        for (Problem problem : problems) {
            String text = problem.toString() + ' ' + problem.place().field();
            if (names(text)) {
                findings.add(": A problem of " + problem.place() + " repeats what names a person ["
                        + problem.code().code() + "]. Say the place and the code only." + KitProblem.DISCLOSED);
            }
        }
        if (run.texts().stream().anyMatch(this::names)) {
            findings.add(": The text of an object repeats what names a person, so a log would, too." + KitProblem.DISCLOSED);
        }
        return findings;
    }

    private void addFields(Translation.Accepted taken) {
        add(taken.caseNumber());
        add(taken.key());
        taken.drafts().forEach(draft -> draft.fields().forEach((field, values) -> {
            if (field.personalData() == PersonalData.DIRECT_IDENTIFIER) {
                values.forEach(this::add);
            }
        }));
    }

    /** The whole value and each of its words: a part of a name is a name. */
    private void add(String value) {
        if (value != null) {
            Stream.concat(Stream.of(value.strip()), Stream.of(value.strip().split("[\\s,;]+")))
                    .filter(word -> word.length() >= SHORTEST).forEach(identifiers::add);
        }
    }

    private boolean names(String text) {
        return identifiers.stream().anyMatch(identifier -> standsIn(text, identifier));
    }

    private static boolean standsIn(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean beginsWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (beginsWord && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
