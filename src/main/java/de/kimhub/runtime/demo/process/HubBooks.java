package de.kimhub.runtime.demo.process;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Reads the hub's books from its database: figures only. Opens a connection of its own each time. */
public final class HubBooks {

    private static final String SOURCES = """
            select i.id, sum(p.received), sum(p.accepted), sum(p.repeated), sum(p.quarantined)
              from hub.source_document d
              join hub.document_progress p on p.document_id = d.id
              join hub.instance i on i.no = d.instance_no
             group by i.id""";

    /** Sealed and queued items wait; what was queued and then withdrawn is withheld; stops are no events of their own. */
    private static final String RECIPIENTS = """
            with flow as (
                select recipient_no, sum(accepted) accepted, sum(queued) queued, sum(withheld) withheld,
                       sum(own) own, sum(held) held
                  from hub.flow group by recipient_no),
            sent as (
                select recipient_no, sum(cardinality(event_ids)) filter (where state = 2) delivered,
                       sum(cardinality(event_ids)) filter (where state <> 2) sealed
                  from hub.delivery_batch where kind = 0 group by recipient_no),
            queued as (
                select recipient_no, count(*) items from hub.outbox_item group by recipient_no),
            withdrawn as (
                select recipient_no, count(*) items from hub.withdrawn_item group by recipient_no)
            select i.id, f.accepted, coalesce(s.delivered, 0), f.withheld + coalesce(w.items, 0), f.held,
                   coalesce(q.items, 0) + coalesce(s.sealed, 0), f.own
              from flow f
              join hub.instance i on i.no = f.recipient_no
              left join sent s using (recipient_no)
              left join queued q using (recipient_no)
              left join withdrawn w using (recipient_no)""";

    private static final String UNFINISHED = """
            select (select count(*) from hub.source_document where state = 0)
                 + (select count(*) from hub.source_document where state <> 0 and not acknowledged)
                 + (select count(*) from hub.outbox_item)
                 + (select count(*) from hub.delivery_batch where state <> 2)""";

    private static final String DOCUMENTS = """
            select count(*) from hub.source_document d join hub.instance i on i.no = d.instance_no where i.id = ?""";

    private final DataSource database;

    public HubBooks(DataSource database) {
        this.database = database;
    }

    public Figures figures() {
        return ask(connection -> {
            SortedMap<String, SourceFigures> sources = new TreeMap<>();
            SortedMap<String, RecipientFigures> recipients = new TreeMap<>();
            // One transaction, one moment: the sums are drawn from what was committed together.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                ResultSet rows = statement.executeQuery(SOURCES);
                while (rows.next()) {
                    sources.put(rows.getString(1), new SourceFigures(rows.getLong(2), rows.getLong(3),
                            rows.getLong(4), rows.getLong(5)));
                }
                rows = statement.executeQuery(RECIPIENTS);
                while (rows.next()) {
                    recipients.put(rows.getString(1), new RecipientFigures(rows.getLong(2), rows.getLong(3),
                            rows.getLong(4), rows.getLong(5), rows.getLong(6), rows.getLong(7)));
                }
            }
            return new Figures(sources, recipients);
        });
    }

    /** Documents, acknowledgements, items and batches that are still on their way. */
    public long unfinished() {
        return ask(connection -> number(connection.createStatement().executeQuery(UNFINISHED)));
    }

    /** Documents that the hub has taken over from an instance. */
    public long documents(String instance) {
        return ask(connection -> {
            var statement = connection.prepareStatement(DOCUMENTS);
            statement.setString(1, instance);
            return number(statement.executeQuery());
        });
    }

    /** @return whether everything was on its way out in time */
    public boolean awaitDrained(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (unfinished() == 0) {
                return true;
            }
            Pause.of(Duration.ofMillis(200));
        }
        return false;
    }

    private static long number(ResultSet row) throws SQLException {
        row.next();
        return row.getLong(1);
    }

    private <T> T ask(Question<T> question) {
        try (Connection connection = database.getConnection()) {
            return question.answer(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The hub's database does not answer (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    private interface Question<T> {
        T answer(Connection connection) throws SQLException;
    }
}
