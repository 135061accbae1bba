package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.connector.HubConfiguration.Review;
import de.kimhub.connector.HubConfiguration.Reviewer;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Section {@code review} of a {@code hub.yaml} that fits its schema: what only this installation can know is checked. */
final class ReviewReader {

    /** Their decisions hang on what a link would show them. */
    private static final Set<String> PARTIES = Set.of("auslaenderbehoerde", "jobcenter");

    private final List<Problem> problems;
    private final Set<String> names = new HashSet<>();

    private ReviewReader(List<Problem> problems) {
        this.problems = problems;
    }

    static Review read(ConfigNode file, List<Problem> problems) {
        return file.get("review").map(new ReviewReader(problems)::review).orElse(Review.NOBODY);
    }

    private Review review(ConfigNode section) {
        List<Reviewer> reviewers = new ArrayList<>();
        List<ConfigNode> written = section.get("reviewers").map(ConfigNode::items).orElse(List.of());
        for (ConfigNode one : written) {
            Reviewer reviewer = reviewer(one);
            if (reviewer != null) {
                reviewers.add(reviewer);
            }
        }
        if (written.size() == 1) {
            problem(ConnectorProblem.TOO_FEW_REVIEWERS, section.get("reviewers").orElseThrow().place(),
                    "Expected at least two reviewers: a second opinion must come from somebody else. Add one.");
        }
        String secondOpinion = section.text("secondOpinion");
        return new Review(List.copyOf(reviewers),
                secondOpinion == null ? Review.NOBODY.secondOpinion() : Integer.parseInt(secondOpinion),
                Periods.period(section, "thirdOpinion", Review.NOBODY.thirdOpinion(), problems));
    }

    /** {@code null} for somebody who must not decide anything. */
    private Reviewer reviewer(ConfigNode one) {
        int before = problems.size();
        String body = one.text("body");
        if (PARTIES.contains(body)) {
            problem(ConnectorProblem.REVIEWER_OF_PARTY, one.get("body").orElseThrow().place(),
                    "A reviewer sees what other offices wrote about people. Staff of '" + body + "' must not learn that this"
                            + " way, as their office decides about these people's residence or living. Name somebody else.");
        }
        if (!names.add(one.text("name"))) {
            problem(ConnectorProblem.REVIEWER_TWICE, one.get("name").orElseThrow().place(),
                    "Another reviewer has the same name. Tell them apart, as a second opinion must come from somebody else.");
        }
        LocalDate bound = day(one.get("boundToSecrecy").orElseThrow());
        return problems.size() > before ? null : new Reviewer(one.text("name"), body, bound);
    }

    private LocalDate day(ConfigNode node) {
        try {
            LocalDate day = LocalDate.parse(node.text());
            if (day.isAfter(LocalDate.now())) {
                problem(ConnectorProblem.REVIEWER_NOT_BOUND, node.place(),
                        "Expected the day on which the commitment to secrecy was signed; this day is still to come.");
            }
            return day;
        } catch (DateTimeException noDay) {
            problem(ConnectorProblem.NO_DAY, node.place(), "Expected a day of the calendar such as 2026-11-01. Correct it.");
            return null;
        }
    }

    private void problem(ConnectorProblem code, Place place, String text) {
        problems.add(new Problem(code, place, text));
    }
}
