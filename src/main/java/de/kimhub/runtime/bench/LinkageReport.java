package de.kimhub.runtime.bench;

import static de.kimhub.runtime.bench.GermanMarkdown.german;
import static de.kimhub.runtime.bench.GermanMarkdown.line;
import static de.kimhub.runtime.bench.GermanMarkdown.row;

import de.kimhub.linkage.measuring.LinkageBench;
import de.kimhub.linkage.measuring.LinkageStage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of linkage, one column for each size. */
record LinkageReport(List<LinkageStage> stages) {

    private static final double AIM_SINGLE = 300;
    private static final double AIM_P95 = 25;
    private static final int AIM_PEOPLE = 100_000;
    private static final double AIM_SINGLE_MANY = 150;
    private static final long AIM_HEAP = 1_536;

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "# Verknüpfung, Messung vom %s", LocalDate.now());
        line(text, "");
        line(text, "Personenregister allein, erfundene Personen, jede fünfte mit einer zweiten Akte; ein Drittel der gemessenen "
                + "Akten gehört zu bekannten Personen. Ein Thread, wo nichts anderes steht, %d Prozessoren, Java %s, "
                + "PostgreSQL mit dauerhaften Schreibvorgängen.", Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
        line(text, "");
        row(text, "| Personen im Bestand", stages, one -> german("%,d", one.people()));
        line(text, "|---%s|", "|--:".repeat(stages.size()));
        row(text, "| **so schnell wie naiv, einzeln: -mal**", stages, one -> german("**%,.1f**", one.toNaive()));
        row(text, "| je 500 in einer Transaktion, so schnell wie einzeln: -mal", stages,
                one -> german("%.1f", one.batched() / one.single()));
        row(text, "| Vergleiche je Akte, Anteil am Bestand", stages, one -> german("%.2f %%", 100 * one.candidates() / one.files()));
        row(text, "| Namensvergleiche je Personenvergleich in derselben Zeit", stages,
                one -> german("%.1f", one.names() / one.comparing()));
        row(text, "| verknüpft von den zweiten Akten", stages, one -> german("%.1f %%", 100 * one.linked()));
        row(text, "| *absolut:* Akten im Bestand", stages, one -> german("%,d", one.files()));
        row(text, "| Akten/s beim Laden, je 500 (*: eingespielt, ohne Vergleich)", stages,
                one -> german("%,.0f%s", one.loading(), one.seeded() ? "*" : ""));
        row(text, "| Akten/s, jede in eigener Transaktion (500)", stages, one -> german("%,.0f", one.single()));
        row(text, "| Dauer einer Akte, Median und 95 %, in ms", stages, one -> german("%.1f; %.1f", one.p50(), one.p95()));
        row(text, "| Prozessorzeit einer Akte, Hub und Datenbank, in ms", stages, one -> work(one.work()));
        row(text, "| Akten/s, jede in eigener Transaktion, %d zugleich (2.000)".formatted(LinkageBench.THREADS), stages,
                one -> german("%,.0f", one.together().perSecond()));
        row(text, "| Dauer einer Akte dabei, Median und 95 %, in ms", stages,
                one -> german("%.1f; %.1f", one.together().p50(), one.together().p95()));
        row(text, "| Akten/s, je 500 in einer Transaktion (2.000)", stages, one -> german("%,.0f", one.batched()));
        row(text, "| Prozessorzeit einer Akte, je 500, Hub und Datenbank, in ms", stages, one -> work(one.batchWork()));
        row(text, "| Vergleiche je Akte", stages, one -> german("%,.0f", one.candidates()));
        row(text, "| verfeinerte Blockschlüssel", stages, one -> german("%,d", one.crowded()));
        row(text, "| Personenvergleiche/s", stages, one -> german("%,.0f", one.comparing()));
        row(text, "| Namensvergleiche/s", stages, one -> german("%,.0f", one.names()));
        row(text, "| naiv: Akten/s, hochgerechnet", stages, one -> german("%,.1f", one.naive()));
        row(text, "| Blockschlüssel, Zeilen", stages, one -> german("%,d", one.size().keys()));
        row(text, "| deren Indexe; alle Tabellen der Personen, in MiB", stages,
                one -> german("%,d; %,d", one.size().keyIndexes(), one.size().all()));
        row(text, "| Last der Maschine (wartende Prozesse je Minute, im Mittel)", stages, one -> german("%.1f", one.load()));
        row(text, "| belegter Speicher nach Aufräumen, MiB", stages, one -> german("%,d", one.heap()));
        line(text, "");
        notes(text);
        return text.toString();
    }

    private void notes(StringBuilder text) {
        stages.stream().filter(one -> one.people() <= AIM_PEOPLE).reduce((one, other) -> other).ifPresent(one ->
                line(text, "- Ziel bei 100.000: %.0f Akten/s auf zwei Prozessoren, 95 %% in %.0f ms. Gemessen bei %,d: %d zugleich %,.0f und"
                                + " %.1f ms, %s; nacheinander %,.0f und %.1f ms, %s.",
                        AIM_SINGLE, AIM_P95, one.people(), LinkageBench.THREADS, one.together().perSecond(), one.together().p95(),
                        reached(one.together().perSecond() >= AIM_SINGLE && one.together().p95() <= AIM_P95), one.single(),
                        one.p95(), reached(one.single() >= AIM_SINGLE && one.p95() <= AIM_P95)));
        stages.stream().filter(one -> one.people() >= 10 * AIM_PEOPLE).forEach(one ->
                line(text, "- Ziel bei 1.000.000: %.0f Akten/s einzeln, höchstens %,d MiB. Gemessen bei %,d: nacheinander %,.0f, %s; %d"
                                + " zugleich %,.0f, %s; %,d MiB, %s.", AIM_SINGLE_MANY, AIM_HEAP, one.people(), one.single(),
                        reached(one.single() >= AIM_SINGLE_MANY), LinkageBench.THREADS, one.together().perSecond(),
                        reached(one.together().perSecond() >= AIM_SINGLE_MANY), one.heap(), reached(one.heap() <= AIM_HEAP)));
        line(text, "- Prozessorzeit: was eine Akte den Hub und PostgreSQL an Rechenzeit kostet, ohne Warten. Sie hängt wenig davon "
                + "ab, was sonst auf der Maschine läuft; Akten/s hängen sehr davon ab.");
        line(text, "- Naiv: jede neue Akte mit allen gespeicherten verglichen, die dafür schon entschlüsselt im Speicher liegen. "
                + "Gemessen an 50 mal 10.000 Vergleichen, hochgerechnet auf den Bestand; gelesen, gespeichert und verknüpft "
                + "wird dabei nichts.");
        line(text, "- Absolute Zahlen gelten nur für diese unruhige Maschine; zu vergleichen sind die Verhältnisse aus demselben "
                + "Lauf. Die Vergleichsschleifen sind aufgewärmt, aber ohne JMH gemessen.");
        line(text, "- Vor dem Messen `vacuum analyze`, wie es autovacuum später von selbst tut. Das Register hält keine "
                + "Personen im Speicher.");
    }

    private static String reached(boolean is) {
        return is ? "erreicht" : "nicht erreicht";
    }

    private static String work(LinkageStage.Work work) {
        return german("%.1f; %s", work.own(), Double.isNaN(work.database()) ? "–" : german("%.1f", work.database()));
    }

    List<Map<String, Object>> values() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (LinkageStage stage : stages) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("people", stage.people());
            one.put("files", stage.files());
            one.put("singleToNaive", stage.toNaive());
            one.put("loadedPerSecond", stage.loading());
            one.put("seeded", stage.seeded());
            one.put("singlePerSecond", stage.single());
            one.put("singleP50Millis", stage.p50());
            one.put("singleP95Millis", stage.p95());
            one.put("togetherPerSecond", stage.together().perSecond());
            one.put("togetherP50Millis", stage.together().p50());
            one.put("togetherP95Millis", stage.together().p95());
            one.put("batchedPerSecond", stage.batched());
            one.put("singleHubMillis", stage.work().own());
            one.put("singleDatabaseMillis", known(stage.work().database()));
            one.put("batchedHubMillis", stage.batchWork().own());
            one.put("batchedDatabaseMillis", known(stage.batchWork().database()));
            one.put("candidatesPerFile", stage.candidates());
            one.put("linkedShare", stage.linked());
            one.put("refinedKeys", stage.crowded());
            one.put("comparisonsPerSecond", stage.comparing());
            one.put("nameComparisonsPerSecond", stage.names());
            one.put("naivePerSecond", stage.naive());
            one.put("keyRows", stage.size().keys());
            one.put("keyIndexesMiB", stage.size().keyIndexes());
            one.put("tablesMiB", stage.size().all());
            one.put("load", stage.load());
            one.put("heapMiB", stage.heap());
            all.add(one);
        }
        return all;
    }

    /** JSON has no NaN. */
    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
