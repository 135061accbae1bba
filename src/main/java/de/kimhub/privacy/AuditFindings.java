package de.kimhub.privacy;

import java.util.ArrayList;
import java.util.List;

/** Keeps the first findings and counts the rest. */
final class AuditFindings {

    private static final int KEPT = 50;

    private final List<AuditFinding> first = new ArrayList<>();
    private long more;

    void add(AuditProblem problem, String place, Object... numbers) {
        if (first.size() < KEPT) {
            first.add(AuditFinding.of(problem, place.formatted(numbers)));
        } else {
            more++;
        }
    }

    List<AuditFinding> first() {
        return List.copyOf(first);
    }

    long more() {
        return more;
    }
}
