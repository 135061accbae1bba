package de.kimhub.runtime.demo;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Month;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.SyntheticKreis;
import de.kimhub.runtime.demo.process.Figures;
import de.kimhub.runtime.demo.process.Pause;
import de.kimhub.runtime.demo.tool.DemoTool.HandedOver;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets the synthetic year happen, wave by wave, and tells of it in one quiet line each. */
final class DemoYear {

    private static final List<String> WAVES = List.of("Fallmanagement", "Ämter und Kurse", "Jobcenter");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final DemoKreis kreis;
    private final Path tools;
    private final Duration pause;
    private final PrintWriter out;
    private Progress progress;

    /** @param pause between two waves */
    DemoYear(DemoKreis kreis, Path tools, Progress progress, Duration pause, PrintWriter out) {
        this.kreis = kreis;
        this.tools = tools;
        this.progress = progress;
        this.pause = pause;
        this.out = out;
    }

    /** @return whether the hub finished every wave in time */
    boolean run() {
        SyntheticKreis year = SyntheticKreis.draw(progress.seed(), progress.people(), progress.begin());
        int number = 0;
        for (Month month : year.months()) {
            for (int wave = 0; wave < WAVES.size(); wave++) {
                List<Happening> happenings = month.waves().get(wave);
                if (number++ < progress.waves()) {
                    kreis.remember(happenings, isJobcenter(wave));
                } else if (!handOver(month, wave, happenings)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean handOver(Month month, int wave, List<Happening> happenings) {
        long begin = System.nanoTime();
        Figures before = kreis.books().figures();
        boolean jobcenter = isJobcenter(wave);
        Map<Office, HandedOver> handedOver = kreis.handOver(happenings, month.first(), jobcenter);
        progress = progress.afterWave();
        progress.save(tools);
        boolean drained = kreis.awaitDrained(PATIENCE);
        tell(month, wave, handedOver, before, Duration.ofNanos(System.nanoTime() - begin));
        if (!drained) {
            out.println("  Der Hub ist nach " + PATIENCE.toSeconds() + " s nicht fertig geworden ("
                    + kreis.books().unfinished() + " offene Posten). Siehe logs/hub.log im Datenordner.");
        }
        if (jobcenter && !pause.isZero()) {
            kreis.report(Duration.ZERO).print(out);
        }
        out.flush();
        Pause.of(pause);
        return drained;
    }

    private static boolean isJobcenter(int wave) {
        return wave == WAVES.size() - 1;
    }

    private void tell(Month month, int wave, Map<Office, HandedOver> handedOver, Figures before, Duration time) {
        Figures after = kreis.books().figures();
        String sources = handedOver.entrySet().stream().filter(entry -> entry.getValue().rows() > 0)
                .map(entry -> entry.getKey().title() + " " + entry.getValue().rows())
                .collect(Collectors.joining(", "));
        String recipients = after.recipients().stream()
                .filter(one -> one.delivered() > before.delivered(one.id()))
                .map(one -> title(one.id()) + " " + (one.delivered() - before.delivered(one.id())))
                .collect(Collectors.joining(", "));
        out.printf(Locale.GERMAN, "%-14s %-16s herein: %s%n%32sweiter: %s (%.1f s)%n", name(month.first()),
                WAVES.get(wave), sources.isEmpty() ? "nichts" : sources, "",
                recipients.isEmpty() ? "nichts" : recipients, time.toMillis() / 1000.0);
    }

    private static String title(String instance) {
        for (Office office : Office.values()) {
            if (office.instance().equals(instance)) {
                return office.title();
            }
        }
        return instance;
    }

    private static String name(LocalDate month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.GERMAN) + " " + month.getYear();
    }
}
