package de.kimhub.runtime.bench;

import com.sun.management.OperatingSystemMXBean;
import de.kimhub.disclosure.CellSuppression;
import de.kimhub.disclosure.Effort;
import de.kimhub.disclosure.Ledger;
import de.kimhub.disclosure.Protection;
import de.kimhub.disclosure.Verifier;
import de.kimhub.disclosure.measuring.SyntheticKreis;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Disclosure control measured on invented years of cases, with the six bodies that work in them as insiders. */
record DisclosureRun(List<Integer> sizes, long seed, PrintWriter out) {

    private static final int THRESHOLD = 5;
    private static final int SMALL_KREIS = 500;
    private static final int USUAL_KREIS = 3_000;
    private static final int STEPS = 10;

    DisclosureReport report() {
        List<DisclosureStage> stages = new ArrayList<>();
        for (int cases : sizes) {
            stages.add(stage(cases, false));
            stages.add(stage(cases, true));
        }
        return new DisclosureReport(stages);
    }

    private DisclosureStage stage(int cases, boolean detail) {
        int municipalities = cases <= SMALL_KREIS ? 4 : cases <= USUAL_KREIS ? 9 : 15;
        Ledger ledger = new SyntheticKreis(cases, municipalities, seed).ledger(detail, THRESHOLD);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long begin = System.nanoTime();
        Protection protection = new CellSuppression().protect(ledger, new Effort(Effort.USUAL.perCell(), Effort.USUAL.perRelease(), seed),
                (done, of) -> {
                    if (done == of || done % Math.max(1, of / STEPS) == 0) {
                        out.printf("%d Fälle%s: %d von %d Zellen%n", cases, detail ? " mit Tabelle D" : "", done, of);
                        out.flush();
                    }
                });
        long end = System.nanoTime();
        processor = system.getProcessCpuTime() - processor;
        int findings = Verifier.verify(ledger, protection).size();
        DisclosureStage stage = new DisclosureStage(cases, municipalities, detail, ledger, protection, findings,
                Duration.ofNanos(end - begin), Duration.ofNanos(processor), Duration.ofNanos(System.nanoTime() - end),
                system.getSystemLoadAverage());
        out.println(stage.values());
        out.flush();
        return stage;
    }
}
