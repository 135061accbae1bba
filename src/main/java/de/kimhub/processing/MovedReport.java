package de.kimhub.processing;

import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** What recipients were given of a person who was taken for another one, and what they were told since. No content. */
public final class MovedReport {

    private static final String GIVEN = """
            select m.event_id, s.id as source, e.type, r.id as recipient, m.recipient_no, m.rule, m.given_at, m.address
              from hub.misdirected m join hub.instance r on r.no = m.recipient_no
              left join hub.event e on e.id = m.event_id left join hub.instance s on s.no = e.instance_no
             where m.link_event = ? order by m.recipient_no, m.event_id""";
    private static final String TOLD = """
            select a.event_id, a.stands_for, a.recipient_no, a.address, r.id as recipient, s.id as source, e.type, e.kind,
                   e.state, exists (select 1 from hub.delivery_batch b where b.recipient_no = a.recipient_no
                       and int8range(b.first_event, b.last_event, '[]') @> a.event_id and b.kind = 0
                       and a.event_id = any(b.event_ids) and b.state = 2) as delivered,
                   t.id is not null as task, t.confirmed_at is not null as confirmed
              from hub.readdressed a join hub.event e on e.id = a.event_id join hub.instance s on s.no = e.instance_no
              join hub.instance r on r.no = a.recipient_no
              left join hub.correction_task t on t.recipient_no = a.recipient_no and t.event_id = a.event_id
             where a.link_event = ? order by a.recipient_no, a.event_id""";
    private static final String FORMER = """
            with recursive chain (id, former) as (
                select e.id, coalesce(a.stands_for, e.replaces) from hub.event e
                  left join hub.readdressed a on a.event_id = e.id where e.id = any(?)
                union
                select e.id, coalesce(a.stands_for, e.replaces) from chain c join hub.event e on e.id = c.former
                  left join hub.readdressed a on a.event_id = e.id)
            select id, former from chain where former <> 0""";

    private final JdbcTemplate jdbc;

    public MovedReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What happened at the recipient since. */
    public enum What {
        /** It was given under another person's file number, and was taken back there. */
        TAKEN_BACK("dort zurückgenommen"),
        BEING_TAKEN_BACK("die Rücknahme ist unterwegs"),
        /** The tool takes no retraction. */
        CALL("das Verfahren dort nimmt keine Rücknahme an: bitte anrufen"),
        CALLED("dort bekannt, wie jemand bestätigt hat"),
        /** The files became one person's again before anything was told. */
        NEED_NOT("nicht zurückgenommen, denn der Vorgang wurde zurückgenommen"),
        /** It was given to who has no file of the person: there is no number under which to take it back. */
        LISTED("ohne Aktenzeichen gegeben und darum nicht zurückzunehmen: bitte anrufen"),
        UNKNOWN("was daraus wurde, ist nicht mehr gespeichert"),
        /** It is given again under the file that is the person's. */
        GIVEN_AGAIN("unter dem richtigen Aktenzeichen wieder gegeben"),
        BEING_GIVEN_AGAIN("wird unter dem richtigen Aktenzeichen wieder gegeben");

        private final String germanText;

        What(String germanText) {
            this.germanText = germanText;
        }

        public String germanText() {
            return germanText;
        }

        /** Whether somebody has to do something. */
        public boolean isOpen() {
            return this == CALL || this == LISTED;
        }
    }

    /**
     * @param source {@code null}, like {@code event}, when the event was deleted since
     * @param day    on which it was given under the wrong person; {@code null}: it is given again now
     */
    public record Line(long eventId, String source, String event, String recipient, String rule, LocalDate day, What what) {
    }

    private record Told(long eventId, long standsFor, int recipientNo, long address, String recipient, String source,
                        int type, boolean retraction, What what) {
    }

    /** @param linkEvent number of the link event by which files became another person's */
    public List<Line> of(long linkEvent) {
        List<Told> told = jdbc.query(TOLD, (row, no) -> told(row), linkEvent);
        Map<Long, Long> former = former(linkEvent, told);
        List<Line> lines = new ArrayList<>(jdbc.query(GIVEN, (row, no) -> given(row, told, former), linkEvent));
        told.stream().filter(one -> !one.retraction() && one.what() != What.NEED_NOT).forEach(one -> lines.add(
                new Line(one.standsFor(), one.source(), EventType.byNumber(one.type()).code(), one.recipient(), null, null,
                        one.what())));
        return lines;
    }

    private static Told told(ResultSet row) throws SQLException {
        boolean retraction = row.getInt("kind") == MessageKind.RETRACTION.ordinal();
        boolean delivered = row.getBoolean("delivered");
        What what = row.getInt("state") == EventTable.TAKEN_BACK && !delivered ? What.NEED_NOT
                : row.getBoolean("confirmed") ? What.CALLED : row.getBoolean("task") ? What.CALL
                : retraction ? delivered ? What.TAKEN_BACK : What.BEING_TAKEN_BACK
                : delivered ? What.GIVEN_AGAIN : What.BEING_GIVEN_AGAIN;
        return new Told(row.getLong("event_id"), row.getLong("stands_for"), row.getInt("recipient_no"),
                row.getLong("address"), row.getString("recipient"), row.getString("source"), row.getInt("type"), retraction,
                what);
    }

    private static Line given(ResultSet row, List<Told> told, Map<Long, Long> former) throws SQLException {
        long eventId = row.getLong("event_id");
        int recipientNo = row.getInt("recipient_no");
        long address = row.getLong("address");
        What what = address == 0 ? What.LISTED : told.stream().filter(one -> one.retraction()
                        && one.recipientNo() == recipientNo && one.address() == address
                        && root(one.standsFor(), former) == root(eventId, former))
                .map(Told::what).findFirst().orElse(What.UNKNOWN);
        return new Line(eventId, row.getString("source"), row.getString("source") == null ? null
                : EventType.byNumber(row.getInt("type")).code(), row.getString("recipient"), row.getString("rule"),
                row.getTimestamp("given_at").toLocalDateTime().toLocalDate(), what);
    }

    /** The version before, of all that these tell. */
    private Map<Long, Long> former(long linkEvent, List<Told> told) {
        Set<Long> events = new HashSet<>(jdbc.queryForList("select event_id from hub.misdirected where link_event = ?",
                Long.class, linkEvent));
        told.forEach(one -> events.add(one.standsFor()));
        Map<Long, Long> former = new HashMap<>();
        jdbc.query(FORMER, row -> {
            former.put(row.getLong("id"), row.getLong("former"));
        }, (Object) events.stream().mapToLong(Long::longValue).toArray());
        return former;
    }

    private static long root(long event, Map<Long, Long> former) {
        long one = event;
        while (former.containsKey(one) && former.get(one) < one) {
            one = former.get(one);
        }
        return one;
    }
}
