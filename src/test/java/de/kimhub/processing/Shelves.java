package de.kimhub.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What the tools hold by the files that they were given: a line for each thing, as their people see it. */
final class Shelves {

    private static final CSVFormat FORMAT = CSVFormat.Builder.create().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();
    private static final Set<String> NOT_SHOWN = Set.of("HUB_ID", "ERSETZT", "STELLE", "TELEFON", "DATUM");
    private static final Pattern ANSWER = Pattern.compile("<(?:\\w+:)?([\\w.]+\\.(?:0010|0020))[ >]");
    private static final String NOTHING = "-";

    private final TestHub hub;

    Shelves(TestHub hub) {
        this.hub = hub;
    }

    String table() {
        StringBuilder table = new StringBuilder();
        line(table, "AWO", held(hub.files("awo")));
        line(table, "Amt", held(hub.files("amt")));
        line(table, "Jobcenter", teilnehmende());
        line(table, "ABH", hub.files("abh/ack").stream().map(Shelves::answer).toList());
        if (!hub.laidOut().isEmpty()) {
            line(table, "liegt aus", held(hub.laidOut()));
        }
        return table.toString();
    }

    private static void line(StringBuilder table, String who, List<String> holds) {
        String name = who;
        for (String one : holds.isEmpty() ? List.of(NOTHING) : holds) {
            table.append("%-9s | %s\n".formatted(name, one));
            name = "";
        }
    }

    private List<String> teilnehmende() {
        List<String> lists = hub.files("jobcenter/list");
        return lists.isEmpty() ? List.of() : lists.getLast().lines().skip(1).map(number -> "Teilnehmende: " + number).toList();
    }

    private static String answer(String xml) {
        return ANSWER.matcher(xml).results().map(match -> match.group(1)).collect(Collectors.joining());
    }

    /** What was replaced or taken back is gone, what was stopped stays and says so. */
    private static List<String> held(List<String> files) {
        Map<String, String> byId = new LinkedHashMap<>();
        Set<String> stopped = new TreeSet<>();
        files.stream().flatMap(file -> rows(file).stream()).forEach(row -> {
            String replaces = row.get("ERSETZT");
            switch (row.get("ART")) {
                case "stopp" -> stopped.add(replaces);
                case "storno" -> byId.remove(replaces);
                case "korrektur" -> {
                    byId.remove(replaces);
                    byId.put(row.get("HUB_ID"), shown(row));
                }
                default -> byId.put(row.get("HUB_ID"), shown(row));
            }
        });
        return byId.entrySet().stream().map(one -> one.getValue()
                + (stopped.contains(one.getKey()) ? " - NICHT WEITER VERWENDEN" : "")).toList();
    }

    private static String shown(Map<String, String> row) {
        return (row.get("FALLNUMMER").isEmpty() ? "ohne Fallnummer, " : "") + row.entrySet().stream().filter(cell -> !NOT_SHOWN.contains(cell.getKey()) && !cell.getValue().isEmpty())
                .map(Map.Entry::getValue).collect(Collectors.joining(", "));
    }

    private static List<Map<String, String>> rows(String file) {
        try (CSVParser parser = CSVParser.parse(file, FORMAT)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
