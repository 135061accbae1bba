package de.kimhub.runtime.bench;

import static de.kimhub.runtime.bench.GermanMarkdown.line;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one run.
 *
 * @param naiveSample  records of the naive way that were really run
 * @param peakMemory   of the hub's process, in MiB, 0 when unknown
 */
record BenchReport(int rows, int enrolled, List<Lap> laps, double bare, double naive, int naiveSample, String heap,
                   long peakMemory) {

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "# Messung vom %s", LocalDate.now());
        line(text, "");
        line(text, "%,d Zeilen des Jobcenters, %,d Personen eingewilligt, zwei Empfänger mit Dateien; %d Prozessoren, "
                + "Java %s, -Xmx%s.", rows, enrolled, Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature(), heap);
        line(text, "");
        line(text, "| Abschnitt | Sätze | geliefert | Sekunden | Sätze/s | Zeilen/Satz | Indexeinträge/Satz | WAL B/Satz |");
        line(text, "|---|--:|--:|--:|--:|--:|--:|--:|");
        for (Lap lap : laps) {
            line(text, "| %s | %,d | %,d | %.1f | %,.0f | %.1f | %.1f | %,d |", lap.name(), lap.records(),
                    lap.delivered(), lap.time().toMillis() / 1000.0, lap.recordsPerSecond(), lap.rowsPerRecord(),
                    lap.indexEntriesPerRecord(), lap.work().walBytes() / lap.records());
        }
        line(text, "| bloße Datenbankarbeit (%d Zeilen/Satz, eine Verbindung, je 500) | | | | %,.0f | | | |",
                RecordRows.ROWS_PER_RECORD, bare);
        line(text, "| naiv: je Satz eine Transaktion, eine Nachricht, je Empfänger eine Lieferung | %,d (Stichprobe) | | "
                + "| %,.0f | | | |", naiveSample, naive);
        line(text, "");
        Lap first = first();
        line(text, "- Erstbestand: %.1f-mal so schnell wie naiv, %.0f %% der bloßen Datenbankarbeit.",
                first.recordsPerSecond() / naive, 100 * first.recordsPerSecond() / bare);
        line(text, "- Einen Monat später (%d %% geändert): %.1f-mal so schnell wie naiv.", EndToEnd.CHANGED_PERCENT,
                laps.getLast().recordsPerSecond() / naive);
        line(text, "- Die naive Rate ist an %,d Sätzen gemessen und gilt hochgerechnet für alle; sie verknüpft, prüft und "
                + "verschlüsselt nichts.", naiveSample);
        line(text, "- Vorgabe je Satz einer bekannten Person: 6 Zeilen, 8 Indexeinträge. Gemessen einen Monat später, auf "
                + "die geänderten Sätze umgelegt: %.1f und %.1f.", perChange(laps.getLast().work().rows()),
                perChange(laps.getLast().work().indexEntries()));
        line(text, "- Größter Speicher des Prozesses: %s.", peakMemory == 0 ? "unbekannt" : peakMemory + " MiB");
        return text.toString();
    }

    /** Each change of the last month went to both recipients. */
    private double perChange(long figure) {
        return figure / Math.max(1.0, laps.getLast().delivered() / 2.0);
    }

    private Lap first() {
        return laps.get(laps.size() - 2);
    }

    void write(ResultFiles results) throws IOException {
        results.writeText(text());
        results.writeLoad(values());
    }

    private Map<String, Object> values() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("rows", rows);
        all.put("enrolled", enrolled);
        List<Map<String, Object>> measured = new ArrayList<>();
        for (Lap lap : laps) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", lap.name());
            one.put("records", lap.records());
            one.put("delivered", lap.delivered());
            one.put("seconds", lap.time().toMillis() / 1000.0);
            one.put("recordsPerSecond", lap.recordsPerSecond());
            one.put("rowsPerRecord", lap.rowsPerRecord());
            one.put("indexEntriesPerRecord", lap.indexEntriesPerRecord());
            one.put("walBytesPerRecord", lap.work().walBytes() / lap.records());
            measured.add(one);
        }
        all.put("laps", measured);
        all.put("bareRecordsPerSecond", bare);
        all.put("naiveRecordsPerSecond", naive);
        all.put("naiveSample", naiveSample);
        all.put("firstLoadToNaive", first().recordsPerSecond() / naive);
        all.put("firstLoadToBare", first().recordsPerSecond() / bare);
        all.put("rowsPerChangedRecord", perChange(laps.getLast().work().rows()));
        all.put("indexEntriesPerChangedRecord", perChange(laps.getLast().work().indexEntries()));
        all.put("heap", heap);
        all.put("peakMemoryMiB", peakMemory);
        return all;
    }
}
