package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.processing.ShadowReport;
import de.kimhub.processing.ShadowReport.WouldGo;
import de.kimhub.processing.ShadowReport.WouldNotGo;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What {@code hub shadow} tells.
 *
 * @param acknowledgements by source: those that were not sent to it
 */
record ShadowFigures(List<String> inShadow, List<WouldGo> wouldGo, List<WouldNotGo> wouldNotGo,
                     Map<String, Long> acknowledgements) {

    static ShadowFigures read(Installation installation, JdbcTemplate jdbc) {
        List<String> inShadow = installation.all().stream().filter(Instance::inShadow).map(Instance::id).toList();
        Boolean made = jdbc.queryForObject("select to_regclass('hub.shadow_item') is not null", Boolean.class);
        if (!Boolean.TRUE.equals(made)) {
            return new ShadowFigures(inShadow, List.of(), List.of(), Map.of());
        }
        ShadowReport report = new ShadowReport(jdbc);
        return new ShadowFigures(inShadow, report.wouldGo(), report.wouldNotGo(), report.acknowledgements());
    }

    void print(PrintWriter out) {
        out.println(inShadow.isEmpty() ? "Keine Instanz läuft im Schattenbetrieb."
                : "Im Schattenbetrieb: " + String.join(", ", inShadow) + ". Von ihnen und an sie wird nichts gesendet.");
        out.printf("%nIm Echtbetrieb wäre gegangen:%n%-26s %-26s %-32s %8s  %s%n", "Quelle", "Empfänger", "Ereignis",
                "Anzahl", "Regel");
        wouldGo.forEach(row -> out.printf("%-26s %-26s %-32s %8d  %s%n", row.source(), row.recipient(), row.event(),
                row.count(), row.rule()));
        out.printf("%nAuch im Echtbetrieb wäre nicht gegangen:%n%-26s %-26s %-32s %8s  %s%n", "Quelle", "Empfänger",
                "Ereignis", "Anzahl", "weil ...");
        wouldNotGo.forEach(row -> out.printf("%-26s %-26s %-32s %8d  %s%n", row.source(), row.recipient(), row.event(),
                row.count(), row.why()));
        if (!acknowledgements.isEmpty()) {
            out.println();
        }
        acknowledgements.forEach((source, count) -> out.println(source + ": " + count
                + " Quittungen wurden zurückgehalten."));
    }
}
