package de.kimhub.kit;

import java.util.List;

/**
 * What one check found.
 *
 * @param subject  the connector or file that was checked
 * @param name     what has to be true, as a sentence
 * @param findings what is not: where, what was expected, what to do; never a value of a record
 */
public record CheckResult(Level level, String subject, String name, List<String> findings) {

    public CheckResult {
        findings = List.copyOf(findings);
    }

    public boolean passed() {
        return findings.isEmpty();
    }
}
