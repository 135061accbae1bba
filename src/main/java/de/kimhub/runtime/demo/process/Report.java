package de.kimhub.runtime.demo.process;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.kimhub.delivery.FlowReport.Recipient;
import de.kimhub.delivery.FlowReport.Source;
import de.kimhub.runtime.demo.kreis.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run of demo or chaos comes to: for people and, with stable names, for programs.
 *
 * @param counted what the count at the recipients found; empty when the ledger does not begin with the data
 */
public record Report(Figures figures, Optional<Tally> counted, long seconds) {

    public Report(Figures figures, Tally tally, long seconds) {
        this(figures, Optional.of(tally), seconds);
    }

    /** Whether nothing is missing, twice, in the wrong order, where it should not be, or still on its way. */
    public boolean allWell() {
        return figures.addUp() && counted.orElse(Tally.NONE).clean() && figures.allRecipients().waiting() == 0;
    }

    public void print(PrintWriter out) {
        out.printf("%n%-30s %9s %10s %9s %12s%n", "Quelle", "empfangen", "angenommen", "Wdhlg.", "zurückgest.");
        figures.sources().forEach(source -> print(out, source));
        print(out, figures.allSources());
        out.printf("%n%-30s %10s %9s %14s %10s %8s %7s%n", "Empfänger", "Ereignisse", "geliefert", "nicht weiterg.",
                "in Prüfung", "wartend", "eigene");
        figures.recipients().forEach(recipient -> print(out, recipient));
        print(out, figures.allRecipients());
        counted.ifPresent(tally -> out.printf("%nverloren %d, doppelt %d, vertauscht %d, unerwartet %d; %d s. %s%n",
                tally.lost(), tally.doubled(), tally.reordered(), tally.unexpected(), seconds,
                allWell() ? "Alles geht auf." : "ES GEHT NICHT AUF."));
        out.flush();
    }

    private static void print(PrintWriter out, Source source) {
        out.printf("%-30s %9d %10d %9d %12d%s%n", source.id(), source.received(), source.accepted(), source.repeated(),
                source.quarantined(), source.addsUp() ? "" : "  <- geht nicht auf");
    }

    private static void print(PrintWriter out, Recipient recipient) {
        out.printf("%-30s %10d %9d %14d %10d %8d %7d%s%n", recipient.id(), recipient.accepted(), recipient.delivered(),
                recipient.withheld(), recipient.inReview(), recipient.waiting(), recipient.own(),
                recipient.addsUp() ? "" : "  <- geht nicht auf");
    }

    public void write(Path file) {
        Map<String, Object> total = new LinkedHashMap<>();
        Source sources = figures.allSources();
        Recipient recipients = figures.allRecipients();
        total.put("received", sources.received());
        total.put("accepted", sources.accepted());
        total.put("repeated", sources.repeated());
        total.put("quarantined", sources.quarantined());
        total.put("delivered", recipients.delivered());
        total.put("withheld", recipients.withheld());
        total.put("inReview", recipients.inReview());
        total.put("waiting", recipients.waiting());
        total.put("own", recipients.own());
        counted.ifPresent(tally -> {
            total.put("lost", tally.lost());
            total.put("doubled", tally.doubled());
            total.put("reordered", tally.reordered());
            total.put("unexpected", tally.unexpected());
        });
        total.put("seconds", seconds);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sources", byId(figures.sources(), Source::id));
        all.put("recipients", byId(figures.recipients(), Recipient::id));
        all.put("total", total);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": the report can't be written", e);
        }
    }

    /** Without the hub's own number and without the id, which is the key. */
    private static <T> Map<String, Object> byId(List<T> figures, Function<T, String> id) {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Object> byId = new LinkedHashMap<>();
        for (T figure : figures) {
            Map<String, Object> fields = mapper.convertValue(figure, new TypeReference<>() { });
            fields.keySet().removeAll(List.of("no", "id"));
            byId.put(id.apply(figure), fields);
        }
        return byId;
    }
}
