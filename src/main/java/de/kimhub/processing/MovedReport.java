package de.kimhub.processing;

import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What recipients were given of a person who was taken for another one, and what they were told since. No content. */
public final class MovedReport {

    private static final String LINES = """
            select m.event_id, s.id as source, e.type, r.id as recipient, m.rule, m.given_at,
                   exists (select 1 from hub.readdressed a where a.link_event = m.link_event
                              and a.recipient_no = m.recipient_no and a.event_id > m.event_id
                              and m.address is not null) as taken_back
              from hub.misdirected m join hub.instance r on r.no = m.recipient_no
              left join hub.event e on e.id = m.event_id left join hub.instance s on s.no = e.instance_no
             where m.link_event = ? order by m.recipient_no, m.event_id""";
    private static final String AGAIN = """
            select a.stands_for as event_id, s.id as source, e.type, r.id as recipient, e.occurred_on
              from hub.readdressed a join hub.event e on e.id = a.event_id join hub.instance s on s.no = e.instance_no
              join hub.instance r on r.no = a.recipient_no
             where a.link_event = ? and e.kind <> %d order by a.recipient_no, a.event_id""".formatted(
            MessageKind.RETRACTION.ordinal());

    private final JdbcTemplate jdbc;

    public MovedReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What happened at the recipient. */
    public enum What {
        /** It was given under another person's file number, and is taken back there. */
        TAKEN_BACK("zurückgenommen"),
        /** It was given to who has no file of the person: there is no number under which to take it back. */
        LISTED("ohne Aktenzeichen gegeben; bitte dort anrufen"),
        /** It is given again under the file that is the person's. */
        GIVEN_AGAIN("wieder gegeben");

        private final String germanText;

        What(String germanText) {
            this.germanText = germanText;
        }

        public String germanText() {
            return germanText;
        }
    }

    /**
     * @param source {@code null}, like {@code event}, when the event was deleted since
     * @param day    on which it was given; {@code null}: is given now
     */
    public record Line(long eventId, String source, String event, String recipient, String rule, LocalDate day, What what) {
    }

    /** @param linkEvent number of the link event by which files became another person's */
    public List<Line> of(long linkEvent) {
        List<Line> lines = new ArrayList<>(jdbc.query(LINES, (row, no) -> new Line(row.getLong("event_id"),
                row.getString("source"), row.getString("source") == null ? null
                        : EventType.byNumber(row.getInt("type")).code(), row.getString("recipient"), row.getString("rule"),
                row.getTimestamp("given_at").toLocalDateTime().toLocalDate(),
                row.getBoolean("taken_back") ? What.TAKEN_BACK : What.LISTED), linkEvent));
        lines.addAll(jdbc.query(AGAIN, (row, no) -> new Line(row.getLong("event_id"), row.getString("source"),
                EventType.byNumber(row.getInt("type")).code(), row.getString("recipient"), null, null, What.GIVEN_AGAIN),
                linkEvent));
        return lines;
    }
}
