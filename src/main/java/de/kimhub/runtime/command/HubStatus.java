package de.kimhub.runtime.command;

import de.kimhub.delivery.FlowReport;
import de.kimhub.delivery.FlowReport.Recipient;
import de.kimhub.delivery.FlowReport.Source;
import de.kimhub.operations.Health;
import de.kimhub.operations.OpenReviews;
import de.kimhub.processing.FrozenPersons;
import java.io.PrintWriter;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The hub's books at one moment.
 *
 * @param unfinished documents that are being worked on
 * @param health     what the running hub finds wrong with its configuration and its ways; empty when none runs
 * @param findings   what sources have changed; they hold nothing up
 * @param reviews    possible matches that wait for a person
 * @param frozen     persons of whom nothing goes out
 */
record HubStatus(List<Source> sources, List<Recipient> recipients, long unfinished, List<Stuck> quarantined,
                 List<Stuck> undeliverable, List<Finding> health, List<Found> findings, OpenReviews reviews, List<FrozenPersons.Frozen> frozen) {

    /**
     * @param place         column, or empty for the document as a whole
     * @param firstDocument in which it was seen first
     * @param advice        what it is and what to do
     */
    record Found(String instance, String code, String place, long count, long firstDocument, long lastDocument,
                 String advice) {
    }

    /**
     * @param instance where it came from, or where it cannot be delivered to
     * @param count    of records, or of failed attempts in a row
     */
    record Stuck(String instance, String code, long count) {
    }

    /**
     * @param component file, way or instance
     * @param broken    or only worth knowing
     * @param since     when it was first found
     */
    record Finding(String component, boolean broken, String text, String since) {
    }

    static HubStatus read(JdbcTemplate jdbc) {
        Boolean made = jdbc.queryForObject("select to_regclass('hub.source_document') is not null", Boolean.class);
        if (!Boolean.TRUE.equals(made)) {
            return new HubStatus(List.of(), List.of(), 0, List.of(), List.of(), List.of(), List.of(),
                    OpenReviews.NONE, List.of());
        }
        FlowReport flow = new FlowReport(jdbc);
        Long unfinished = jdbc.queryForObject("select count(*) from hub.source_document where state = 0", Long.class);
        return new HubStatus(flow.sources(), flow.recipients(), unfinished == null ? 0 : unfinished,
                stuck(jdbc, """
                        select i.id, q.code, count(*) from hub.quarantine q join hub.instance i on i.no = q.instance_no
                        where q.state = 0 group by i.id, q.code order by i.id, q.code"""),
                stuck(jdbc, """
                        select i.id, l.code, max(l.failures) from hub.delivery_lane l
                        join hub.instance i on i.no = l.recipient_no
                        where l.code is not null group by i.id, l.code order by i.id, l.code"""), health(jdbc),
                jdbc.query("""
                        select i.id, f.code, f.field, f.count, f.first_document, f.last_document, f.message
                        from hub.finding f join hub.instance i on i.no = f.instance_no
                        order by i.id, f.last_document desc, f.code, f.field""", (row, no) -> new Found(
                        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5),
                        row.getLong(6), row.getString(7))), OpenReviews.read(jdbc), FrozenPersons.read(jdbc));
    }

    private static List<Finding> health(JdbcTemplate jdbc) {
        Boolean made = jdbc.queryForObject("select to_regclass('hub.health') is not null", Boolean.class);
        return !Boolean.TRUE.equals(made) ? List.of() : new Health(jdbc).findings().stream().map(one ->
                new Finding(one.component(), one.state() == Health.State.BROKEN, one.text(), one.since().toString()))
                .toList();
    }

    private static List<Stuck> stuck(JdbcTemplate jdbc, String sql) {
        return jdbc.query(sql, (row, no) -> new Stuck(row.getString(1), row.getString(2), row.getLong(3)));
    }

    boolean isWell() {
        return quarantined.isEmpty() && undeliverable.isEmpty() && health.stream().noneMatch(Finding::broken);
    }

    void print(PrintWriter out) {
        out.printf("%-34s %10s %10s %10s %14s%n", "Quelle (Datensätze)", "gelesen", "angenommen", "wiederholt",
                "zurückgestellt");
        sources.forEach(source -> out.printf("%-34s %10d %10d %10d %14d%n", source.id(), source.received(),
                source.accepted(), source.repeated(), source.quarantined()));
        out.printf("%n%-34s %10s %10s %14s %10s %10s %6s%n", "Empfänger (Ereignisse)", "angenommen", "zugestellt",
                "nicht gegeben", "in Klärung", "wartend", "eigene");
        recipients.forEach(one -> out.printf("%-34s %10d %10d %14d %10d %10d %6d%n", one.id(), one.accepted(),
                one.delivered(), one.withheld(), one.inReview(), one.waiting(), one.own()));
        out.println();
        if (unfinished > 0) {
            out.println(unfinished + " Dokumente sind in Arbeit.");
        }
        quarantined.forEach(entry -> out.println(entry.instance() + ": " + entry.count()
                + " Datensätze zurückgestellt wegen " + entry.code()));
        undeliverable.forEach(entry -> out.println(entry.instance() + ": nicht zustellbar, " + entry.count()
                + " Versuche in Folge, zuletzt " + entry.code()));
        health.forEach(one -> out.println((one.broken() ? "Gestört: " : "Hinweis: ") + one.component() + ": " + one.text()));
        frozen.forEach(one -> out.printf("Eingefroren seit %s durch %s: eine Person mit %d Akten, %d Mitteilungen warten.%n",
                one.since(), one.by(), one.files(), one.waiting()));
        if (reviews.all() > 0) {
            out.println(reviews.text());
        }
        if (isWell()) {
            out.println("Nichts hängt.");
        }
        if (!findings.isEmpty()) {
            out.println("\nAuffälligkeiten an gelieferten Dateien (halten nichts auf):");
        }
        findings.forEach(found -> out.printf("%s: %s%s, %d-mal, zuerst in Dokument %d, zuletzt in %d%n    %s%n",
                found.instance(), found.code(), found.place().isEmpty() ? "" : " bei '" + found.place() + "'",
                found.count(), found.firstDocument(), found.lastDocument(), found.advice()));
    }
}
