package de.kimhub.delivery;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sums of the promise: what came in, and what became of it at each recipient. */
public final class FlowReport {

    private static final String SOURCES = """
            select i.no, i.id, sum(p.received) as received, sum(p.accepted) as accepted, sum(p.repeated) as repeated,
                   sum(p.quarantined) as quarantined
              from hub.document_progress p join hub.source_document d on d.id = p.document_id
              join hub.instance i on i.no = d.instance_no
             group by i.no, i.id order by i.id""";
    private static final String RECIPIENTS = """
            with flow as (
                select recipient_no, sum(accepted) as accepted, sum(withheld) as withheld, sum(held) as held,
                       sum(own) as own
                  from hub.flow group by recipient_no),
            waiting as (select recipient_no, count(*) as items from hub.outbox_item group by recipient_no),
            batches as (
                select recipient_no, sum(cardinality(event_ids)) filter (where state = 2) as delivered,
                       sum(cardinality(event_ids)) filter (where state <> 2) as sealed
                  from hub.delivery_batch where kind = 0 group by recipient_no),
            withdrawn as (select recipient_no, count(*) as items from hub.withdrawn_item group by recipient_no)
            select i.no, i.id, coalesce(f.accepted, 0) as accepted, coalesce(b.delivered, 0) as delivered,
                   coalesce(f.withheld, 0) + coalesce(w.items, 0) as withheld, coalesce(f.held, 0) as in_review,
                   coalesce(q.items, 0) + coalesce(b.sealed, 0) as waiting, coalesce(f.own, 0) as own
              from hub.instance i
              left join flow f on f.recipient_no = i.no left join waiting q on q.recipient_no = i.no
              left join batches b on b.recipient_no = i.no left join withdrawn w on w.recipient_no = i.no
             where f.recipient_no is not null or q.recipient_no is not null or b.recipient_no is not null
             order by i.id""";

    private final JdbcTemplate jdbc;

    public FlowReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the instances' ids. */
    public List<Source> sources() {
        return jdbc.query(SOURCES, (row, no) -> new Source(row.getInt("no"), row.getString("id"),
                row.getLong("received"), row.getLong("accepted"), row.getLong("repeated"),
                row.getLong("quarantined")));
    }

    /** All figures of one moment, in the order of the instances' ids. */
    public List<Recipient> recipients() {
        return jdbc.query(RECIPIENTS, (row, no) -> new Recipient(row.getInt("no"), row.getString("id"),
                row.getLong("accepted"), row.getLong("delivered"), row.getLong("withheld"), row.getLong("in_review"),
                row.getLong("waiting"), row.getLong("own")));
    }

    /** Records. */
    public record Source(int no, String id, long received, long accepted, long repeated, long quarantined) {

        public boolean addsUp() {
            return received == accepted + repeated + quarantined;
        }
    }

    /**
     * Events.
     *
     * @param withheld not given: no rule, no consent, or withdrawn before it was sealed
     * @param waiting  queued, or sealed and not delivered yet
     * @param own      came from the recipient itself
     */
    public record Recipient(int no, String id, long accepted, long delivered, long withheld, long inReview,
                            long waiting, long own) {

        public boolean addsUp() {
            return accepted == delivered + withheld + inReview + waiting + own;
        }
    }
}
