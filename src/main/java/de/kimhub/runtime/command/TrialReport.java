package de.kimhub.runtime.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.kimhub.connector.Connector;
import de.kimhub.message.Problem;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.Translation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code hub try} found, for people on the terminal and as JSON. */
final class TrialReport {

    private final Connector connector;
    private final Path file;
    private final long shown;
    private final PrintWriter out;
    private final boolean keep;
    private final Map<String, Object> document = new LinkedHashMap<>();
    private final List<Map<String, Object>> records = new ArrayList<>();
    private final Map<String, Long> byEvent = new TreeMap<>();
    private final Map<String, Long> byCode = new TreeMap<>();
    private long received;
    private long accepted;
    private long quarantined;
    private long noRecord;
    private boolean refused;

    /** @param keep whether all records are needed for the JSON */
    TrialReport(Connector connector, Path file, long shown, boolean keep, PrintWriter out) {
        this.connector = connector;
        this.file = file;
        this.shown = shown;
        this.keep = keep;
        this.out = out;
    }

    void begin(long size) {
        out.println("Konnektor  " + connector.id() + ": " + connector.descriptor().title());
        out.println("Datei      " + file + " (" + size + " Bytes)");
    }

    void refused(List<Problem> problems) {
        refused = true;
        out.println("\n1. Öffnen: Die Datei wird als Ganzes abgelehnt.");
        problems.forEach(this::print);
        document.put("opened", false);
        document.put("problems", problems.stream().map(TrialReport::json).toList());
    }

    void opened(List<Problem> findings) {
        out.println("\n1. Öffnen: Die Datei ist lesbar.");
        findings.forEach(this::print);
        document.put("opened", true);
        document.put("findings", findings.stream().map(TrialReport::json).toList());
        out.println("\n2. Lesen und übersetzen");
    }

    void unreadable(RawRecord.Unreadable row) {
        refuse(row, null, List.of(row.problem()));
    }

    void read(RawRecord.Readable row, Translation translation) {
        switch (translation) {
            case Translation.Refused result -> refuse(row, result.caseNumber(), result.problems());
            case Translation.NoRecord result -> {
                noRecord++;
                keep(with(row, Map.of("noRecord", result.declaredAs())));
                detail("%s: kein Datensatz (%s)", row.place(), result.declaredAs());
            }
            case Translation.Accepted result -> accept(row, result);
        }
    }

    private void refuse(RawRecord row, String caseNumber, List<Problem> problems) {
        received++;
        quarantined++;
        problems.forEach(problem -> byCode.merge(problem.code().code(), 1L, Long::sum));
        Map<String, Object> entry = with(row, Map.of("problems", problems.stream().map(TrialReport::json).toList()));
        entry.put("case", caseNumber);
        keep(entry);
        detail("%s: wird zurückgestellt", row.place());
        if (received <= shown) {
            problems.forEach(this::print);
        }
    }

    private void accept(RawRecord row, Translation.Accepted result) {
        received++;
        accepted++;
        detail("%s: Schlüssel %s, Aktenzeichen %s", row.place(), result.key(), result.caseNumber());
        List<Map<String, Object>> events = new ArrayList<>();
        result.drafts().stream().filter(Translation.EventDraft::applies).forEach(draft -> {
            Map<String, List<String>> fields = new LinkedHashMap<>();
            draft.fields().forEach((field, values) -> fields.put(field.path(), values));
            byEvent.merge(draft.type().code(), 1L, Long::sum);
            events.add(Map.of("type", draft.type().code(), "retracts", draft.retracts(), "fields", fields));
            detail("    %s%s", draft.retracts() ? "Rücknahme von: " : "", draft.type().germanText());
            fields.forEach((path, values) -> detail("        %-32s %s", path, String.join(" | ", values)));
        });
        if (events.isEmpty()) {
            detail("    kein Ereignis");
        }
        if (result.test()) {
            detail("    als Test gekennzeichnet");
        }
        if (result.replaces() != null) {
            detail("    ersetzt den Datensatz mit dem Schlüssel %s", result.replaces());
        }
        if (received <= shown) {
            result.findings().forEach(this::print);
        }
        Map<String, Object> entry = with(row, Map.of("key", result.key(), "events", events));
        entry.put("case", result.caseNumber());
        keep(entry);
    }

    void end() {
        if (received > shown) {
            out.println("  ... und " + (received - shown) + " weitere (mehr mit --records).");
        }
        out.println("\n3. Ergebnis");
        out.println(refused
                ? "  Die Datei würde abgelehnt; der Absender bekäme die Gründe als Quittung."
                : "  gelesen %d = angenommen %d + zurückgestellt %d; keine Datensätze: %d"
                        .formatted(received, accepted, quarantined, noRecord));
        byEvent.forEach((type, count) -> out.printf("  %6d x %s%n", count, type));
        byCode.forEach((code, count) -> out.printf("  %6d x zurückgestellt wegen %s%n", count, code));
        if (!refused && connector.translator().isSnapshot()) {
            out.println("  Der Export ist ein Gesamtbestand: im Betrieb werden nur die Unterschiede zum letzten "
                    + "Bestand zu Ereignissen; der erste Bestand ergibt keine.");
        }
        out.println("  Gespeichert wurde nichts. Ob und wohin etwas weitergegeben wird, entscheiden Einwilligung und "
                + "sharing.yaml der Installation.");
    }

    boolean isWell() {
        return !refused && quarantined == 0;
    }

    String toJson() throws JsonProcessingException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("connector", connector.id());
        all.put("file", file.toString());
        all.put("document", document);
        all.put("received", received);
        all.put("accepted", accepted);
        all.put("quarantined", quarantined);
        all.put("noRecord", noRecord);
        all.put("events", byEvent);
        all.put("codes", byCode);
        all.put("records", records);
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all);
    }

    private void keep(Map<String, Object> entry) {
        if (keep) {
            records.add(entry);
        }
    }

    private void detail(String text, Object... values) {
        if (received <= shown) {
            out.println("  " + text.formatted(values));
        }
    }

    private void print(Problem problem) {
        out.println("      " + problem.code().germanText());
        out.println("      (" + problem + ")");
    }

    private static Map<String, Object> with(RawRecord row, Map<String, Object> more) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("record", row.number());
        entry.put("line", row.line());
        entry.putAll(more);
        return entry;
    }

    private static Map<String, Object> json(Problem problem) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", problem.code().code());
        entry.put("text", problem.text());
        entry.put("field", problem.place().field());
        return entry;
    }
}
