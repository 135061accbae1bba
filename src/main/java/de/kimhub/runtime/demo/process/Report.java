package de.kimhub.runtime.demo.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.kimhub.runtime.demo.kreis.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run of demo or chaos comes to: for people and, with stable names, for programs. */
public record Report(Figures figures, Tally tally, long seconds) {

    /** Whether nothing is missing, twice, in the wrong order, where it should not be, or still on its way. */
    public boolean allWell() {
        return figures.addUp() && tally.clean() && figures.allRecipients().waiting() == 0;
    }

    public void print(PrintWriter out) {
        out.printf("%n%-26s %9s %9s %9s %12s%n", "Quelle", "empfangen", "angenommen", "Wdhlg.", "zurückgest.");
        figures.sources().forEach((id, source) -> print(out, id, source));
        print(out, "Summe", figures.allSources());
        out.printf("%n%-26s %9s %9s %13s %9s %9s %7s%n", "Empfänger", "Ereignisse", "geliefert", "nicht weiterg.",
                "in Prüfung", "wartend", "eigene");
        figures.recipients().forEach((id, recipient) -> print(out, id, recipient));
        print(out, "Summe", figures.allRecipients());
        out.printf("%nverloren %d, doppelt %d, vertauscht %d, unerwartet %d; %d s. %s%n", tally.lost(),
                tally.doubled(), tally.reordered(), tally.unexpected(), seconds,
                allWell() ? "Alles geht auf." : "ES GEHT NICHT AUF.");
        out.flush();
    }

    private static void print(PrintWriter out, String id, SourceFigures source) {
        out.printf("%-26s %9d %9d %9d %12d%s%n", id, source.received(), source.accepted(), source.repeated(),
                source.quarantined(), source.addsUp() ? "" : "  <- geht nicht auf");
    }

    private static void print(PrintWriter out, String id, RecipientFigures recipient) {
        out.printf("%-26s %9d %9d %13d %9d %9d %7d%s%n", id, recipient.accepted(), recipient.delivered(),
                recipient.withheld(), recipient.inReview(), recipient.waiting(), recipient.own(),
                recipient.addsUp() ? "" : "  <- geht nicht auf");
    }

    public void write(Path file) {
        Map<String, Object> total = new LinkedHashMap<>();
        SourceFigures sources = figures.allSources();
        RecipientFigures recipients = figures.allRecipients();
        total.put("received", sources.received());
        total.put("accepted", sources.accepted());
        total.put("repeated", sources.repeated());
        total.put("quarantined", sources.quarantined());
        total.put("delivered", recipients.delivered());
        total.put("withheld", recipients.withheld());
        total.put("inReview", recipients.inReview());
        total.put("waiting", recipients.waiting());
        total.put("own", recipients.own());
        total.put("lost", tally.lost());
        total.put("doubled", tally.doubled());
        total.put("reordered", tally.reordered());
        total.put("unexpected", tally.unexpected());
        total.put("seconds", seconds);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sources", figures.sources());
        all.put("recipients", figures.recipients());
        all.put("total", total);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the report can't be written", e);
        }
    }
}
