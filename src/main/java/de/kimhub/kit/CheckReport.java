package de.kimhub.kit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The results of {@code hub check}, for people and for machines.
 *
 * @param hints what is not wrong, and left to do
 */
public record CheckReport(List<CheckResult> results, List<String> hints) {

    /** Failed checks of one subject: the first ones are nearest to the cause. */
    private static final int MOST_SHOWN = 6;

    public CheckReport {
        results = List.copyOf(results);
        hints = List.copyOf(hints);
    }

    public CheckReport(List<CheckResult> results) {
        this(results, List.of());
    }

    public boolean passed() {
        return results.stream().allMatch(CheckResult::passed);
    }

    /** One line for what is right, every finding of what is not, and in German what the findings' codes mean. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        Map<String, List<CheckResult>> bySubject = results.stream()
                .collect(Collectors.groupingBy(CheckResult::subject, LinkedHashMap::new, Collectors.toList()));
        bySubject.forEach((subject, checks) -> {
            List<CheckResult> failed = checks.stream().filter(check -> !check.passed()).toList();
            line(text, (failed.isEmpty() ? "in Ordnung  " : "BEFUNDE     ") + subject + ": "
                    + (checks.size() - failed.size()) + " von " + checks.size() + " Prüfungen bestanden");
            failed.stream().limit(MOST_SHOWN).forEach(check -> {
                line(text, "            nicht erfüllt (" + check.level().germanText() + "): " + check.name());
                check.findings().forEach(finding -> line(text, "              " + finding));
            });
            if (failed.size() > MOST_SHOWN) {
                line(text, "            und " + (failed.size() - MOST_SHOWN) + " weitere, vermutlich aus demselben Grund;"
                        + " alle mit --json DATEI.");
            }
        });
        Map<String, String> meanings = new TreeMap<>();
        results.forEach(check -> meanings.putAll(check.meanings()));
        if (!meanings.isEmpty()) {
            line(text, "Was die Kennungen bedeuten:");
            meanings.forEach((code, meaning) -> line(text, "  " + code + "  " + meaning));
        }
        hints.forEach(hint -> line(text, "Hinweis     " + hint));
        line(text, passed() ? "Alles in Ordnung: " + results.size() + " Prüfungen."
                : findings() + " Befunde in " + results.stream().filter(check -> !check.passed()).count() + " von "
                + results.size() + " Prüfungen.");
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }

    private long findings() {
        return results.stream().mapToLong(check -> check.findings().size()).sum();
    }

    /** {@code {passed, checks, findings, hints, results: [{level, subject, name, passed, findings}]}}. */
    public String toJson() {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("passed", passed()).put("checks", results.size())
                .put("findings", findings());
        hints.forEach(root.putArray("hints")::add);
        ArrayNode all = root.putArray("results");
        results.forEach(check -> {
            ObjectNode one = all.addObject().put("level", check.level().number()).put("subject", check.subject())
                    .put("name", check.name()).put("passed", check.passed());
            check.findings().forEach(one.putArray("findings")::add);
        });
        return root.toPrettyString();
    }
}
