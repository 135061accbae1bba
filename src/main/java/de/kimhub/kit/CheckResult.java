package de.kimhub.kit;

import de.kimhub.message.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one check found.
 *
 * @param subject  the connector or file that was checked
 * @param name     what has to be true, as a sentence
 * @param findings what is not: where, what was expected, what to do; never a value of a record
 * @param meanings what the codes of the findings mean, in German
 */
public record CheckResult(Level level, String subject, String name, List<String> findings,
                          Map<String, String> meanings) {

    public CheckResult {
        findings = List.copyOf(findings);
        meanings = Map.copyOf(meanings);
    }

    public CheckResult(Level level, String subject, String name, List<String> findings) {
        this(level, subject, name, findings, KitProblem.meanings(findings));
    }

    public static CheckResult of(Level level, String subject, String name, List<Problem> problems) {
        Map<String, String> meanings = new TreeMap<>();
        problems.forEach(problem -> meanings.put(problem.code().code(), problem.code().germanText()));
        return new CheckResult(level, subject, name, problems.stream().map(Problem::toString).toList(), meanings);
    }

    public boolean passed() {
        return findings.isEmpty();
    }
}
