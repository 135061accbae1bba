package de.kimhub.runtime.demo.kreis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was handed over to the hub, and what each recipient must hold because of it: kept by the generator, which
 * knows nothing of the hub's own books. Thread-safe.
 */
public final class Ledger {

    private final Map<String, Handed> handed = new TreeMap<>();
    private final Map<String, Map<String, List<String>>> expected = new TreeMap<>();

    /** @param bad how many of the rows can't be accepted, and are meant so */
    public record Handed(long rows, long bad) {

        Handed plus(Handed other) {
            return new Handed(rows + other.rows, bad + other.bad);
        }
    }

    /**
     * An item as it stands in a recipient's tool.
     *
     * @param line  within which the order counts: source and file number
     * @param token tells the items of a line apart
     */
    public record Held(String line, String token) {
    }

    public synchronized void handOver(String source, long rows, long bad) {
        handed.merge(source, new Handed(rows, bad), Handed::plus);
    }

    public synchronized void expect(String recipient, String line, String token) {
        expected.computeIfAbsent(recipient, key -> new LinkedHashMap<>())
                .computeIfAbsent(line, key -> new ArrayList<>()).add(token);
    }

    public synchronized Map<String, Handed> handed() {
        return new TreeMap<>(handed);
    }

    public synchronized long expected(String recipient) {
        return expected.getOrDefault(recipient, Map.of()).values().stream().mapToLong(List::size).sum();
    }

    /** Compares with what the recipient's tool holds, in the order in which it got it. */
    public synchronized Tally compare(String recipient, List<Held> held) {
        Map<String, List<String>> actual = new LinkedHashMap<>();
        held.forEach(item -> actual.computeIfAbsent(item.line(), key -> new ArrayList<>()).add(item.token()));
        Map<String, List<String>> lines = expected.getOrDefault(recipient, Map.of());
        Tally tally = Tally.NONE;
        for (Map.Entry<String, List<String>> line : lines.entrySet()) {
            List<String> there = actual.remove(line.getKey());
            tally = tally.plus(Tally.of(line.getValue(), there == null ? List.of() : there));
        }
        for (List<String> there : actual.values()) {
            tally = tally.plus(Tally.of(List.of(), there));
        }
        return tally;
    }

    /** Line by line what is not as it should be, for whoever looks for the reason. */
    public synchronized List<String> differences(String recipient, List<Held> held) {
        Map<String, List<String>> actual = new TreeMap<>();
        held.forEach(item -> actual.computeIfAbsent(item.line(), key -> new ArrayList<>()).add(item.token()));
        Map<String, List<String>> lines = new TreeMap<>(expected.getOrDefault(recipient, Map.of()));
        actual.keySet().forEach(line -> lines.putIfAbsent(line, List.of()));
        return lines.entrySet().stream()
                .filter(line -> !Tally.of(line.getValue(), actual.getOrDefault(line.getKey(), List.of())).clean())
                .map(line -> recipient + ", " + line.getKey() + ": erwartet " + line.getValue() + ", vorhanden "
                        + actual.getOrDefault(line.getKey(), List.of())).toList();
    }
}
