package de.kimhub.runtime.demo.process;

import de.kimhub.delivery.FlowReport;
import de.kimhub.runtime.embedded.KeptConnection;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The hub's books, read from its database while it works or after it was killed: figures only. */
public final class HubBooks {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String UNFINISHED = """
            select (select count(*) from hub.source_document where state = 0)
                 + (select count(*) from hub.source_document d where d.state <> 0 and not d.acknowledged)
                 + (select count(*) from hub.outbox_item)
                 + (select count(*) from hub.delivery_batch where state <> 2)""";

    private final JdbcTemplate jdbc;
    private final FlowReport report;

    public HubBooks(DataSource database) {
        jdbc = new JdbcTemplate(new KeptConnection(database));
        report = new FlowReport(jdbc);
    }

    public Figures figures() {
        return Figures.of(report);
    }

    /** Documents, acknowledgements, items and batches that are still on their way. */
    public long unfinished() {
        return number(UNFINISHED);
    }

    public long number(String sql, Object... parameters) {
        Long number = jdbc.queryForObject(sql, Long.class, parameters);
        return number == null ? 0 : number;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /**
     * @param handedOver whether the hub has taken over what was handed to it
     * @return whether everything was on its way out in time
     */
    public boolean awaitDrained(BooleanSupplier handedOver, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (handedOver.getAsBoolean() && unfinished() == 0) {
                return true;
            }
            Pause.of(POLL);
        }
        return false;
    }
}
