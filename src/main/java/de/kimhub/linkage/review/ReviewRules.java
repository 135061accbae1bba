package de.kimhub.linkage.review;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * @param secondOpinionEvery every n-th pair is decided by two who do not know of each other
 * @param lock               how long a pair stays with who took it
 * @param answer             after what time a pair comes up again of which a source was asked
 * @param third              how long a third opinion is waited for where two differ, before both are asked once more
 */
public record ReviewRules(List<Reviewer> reviewers, int secondOpinionEvery, Duration lock, Duration answer, Period third) {

    public ReviewRules(List<Reviewer> reviewers, int secondOpinionEvery, Period third) {
        this(reviewers, secondOpinionEvery, Duration.ofMinutes(30), Duration.ofDays(14), third);
    }

    Optional<Reviewer> reviewer(String name) {
        return reviewers.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
