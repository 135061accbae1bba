package de.kimhub.kit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of {@code hub check}, for people and for machines. */
public record CheckReport(List<CheckResult> results) {

    public CheckReport {
        results = List.copyOf(results);
    }

    public boolean passed() {
        return results.stream().allMatch(CheckResult::passed);
    }

    /** One line for what is right, every finding of what is not, a sum at the end. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        Map<String, List<CheckResult>> bySubject = results.stream()
                .collect(Collectors.groupingBy(CheckResult::subject, LinkedHashMap::new, Collectors.toList()));
        bySubject.forEach((subject, checks) -> {
            List<CheckResult> failed = checks.stream().filter(check -> !check.passed()).toList();
            text.append(failed.isEmpty() ? "ok      " : "FAILED  ").append(subject).append(": ")
                    .append(checks.size() - failed.size()).append(" of ").append(checks.size()).append(" checks passed")
                    .append(System.lineSeparator());
            failed.forEach(check -> {
                text.append("        not true: ").append(check.name()).append(System.lineSeparator());
                check.findings().forEach(finding -> text.append("          ").append(finding).append(System.lineSeparator()));
            });
        });
        long findings = results.stream().mapToLong(check -> check.findings().size()).sum();
        return text.append(passed() ? "Everything is right: " + results.size() + " checks."
                : findings + " findings in " + results.stream().filter(check -> !check.passed()).count() + " of "
                + results.size() + " checks.").append(System.lineSeparator()).toString();
    }

    /** {@code {passed, checks, findings, results: [{level, subject, name, passed, findings}]}}. */
    public String toJson() {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("passed", passed()).put("checks", results.size())
                .put("findings", results.stream().mapToLong(check -> check.findings().size()).sum());
        ArrayNode all = root.putArray("results");
        results.forEach(check -> {
            ObjectNode one = all.addObject().put("level", check.level().number()).put("subject", check.subject())
                    .put("name", check.name()).put("passed", check.passed());
            check.findings().forEach(one.putArray("findings")::add);
        });
        return root.toPrettyString();
    }
}
