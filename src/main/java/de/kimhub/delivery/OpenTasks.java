package de.kimhub.delivery;

import de.kimhub.delivery.SealingReader.Predecessor;
import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a recipient's people have to do by hand, because their tool cannot be told: in their own numbers. */
public final class OpenTasks {

    private static final String OF = """
            select t.id, t.event_id, t.created_at, t.confirmed_at, t.confirmed_by, e.type, e.kind, i.id as source,
                   n.event_id is not null as erased
              from hub.correction_task t join hub.event e on e.id = t.event_id join hub.instance i on i.no = e.instance_no
              left join hub.erasure_notice n on n.event_id = t.event_id and n.recipient_no = t.recipient_no
             where t.recipient_no = ? order by t.confirmed_at is not null, t.confirmed_at desc, t.id limit ?""";

    private final JdbcTemplate jdbc;
    private final SealingReader reader;
    private final DeliveryIds ids;

    OpenTasks(JdbcTemplate jdbc, SealingReader reader, DeliveryIds ids) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.ids = ids;
    }

    /** What is to be done in the recipient's own tool. */
    public enum What {
        CORRECT("Berichtigen", "Die Stelle hat diese Meldung berichtigt. Fragen Sie dort nach der geltenden Fassung und ändern Sie den "
                + "Eintrag in Ihrem Verfahren."),
        DELETE("Löschen", "Die Stelle hat diese Meldung zurückgenommen. Löschen Sie den Eintrag in Ihrem Verfahren, oder ordnen Sie ihn der "
                + "richtigen Akte zu, wenn Sie ihn von dort haben."),
        STOP("Nicht weiter verwenden", "Diese Meldung darf nicht weiter verwendet werden. Sperren Sie den Eintrag in Ihrem Verfahren. Was "
                + "Sie nach einem Gesetz selbst aufbewahren müssen, bleibt."),
        ERASE("Löschen (Art. 17 DSGVO)", "Die Angaben zu dieser Person sind zu löschen. Löschen Sie, was Sie durch diese Meldung haben. "
                + "Müssen Sie es behalten, teilen Sie Ihrer Datenschutzstelle mit, nach welchem Gesetz.");

        private final String germanText;
        private final String advice;

        What(String germanText, String advice) {
            this.germanText = germanText;
            this.advice = advice;
        }

        public String germanText() {
            return germanText;
        }

        /** What to do, in German. */
        public String advice() {
            return advice;
        }
    }

    /**
     * @param number      the recipient's own file number, or {@code null}
     * @param deliveryId  under which it was given what is wrong now, or {@code null}: that is not kept any more
     * @param source      instance to ask
     * @param confirmedAt {@code null}: it is open
     */
    public record Line(long id, What what, EventType type, String number, String deliveryId, String source, Instant createdAt,
                       Instant confirmedAt, String confirmedBy) {

        public boolean open() {
            return confirmedAt == null;
        }

        /** Names no file. */
        @Override
        public String toString() {
            return "task " + id + " " + what;
        }
    }

    private record Row(long event, Line line) {
    }

    /** The open ones first, the oldest of them before the others. */
    public List<Line> of(int recipientNo, int atMost) {
        List<Row> rows = jdbc.query(OF, (row, no) -> new Row(row.getLong("event_id"), new Line(row.getLong("id"),
                what(MessageKind.values()[row.getInt("kind")], row.getBoolean("erased")), EventType.byNumber(row.getInt("type")), null,
                null, row.getString("source"), instant(row.getObject("created_at", OffsetDateTime.class)),
                instant(row.getObject("confirmed_at", OffsetDateTime.class)), row.getString("confirmed_by"))), recipientNo, atMost);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Predecessor> held = new HashMap<>();
        reader.predecessors(recipientNo, rows.stream().map(Row::event).toList()).forEach((event, chain) ->
                latest(chain).ifPresent(one -> held.put(event, one)));
        Map<Long, RecipientCase> files = reader.files(held.values().stream().map(Predecessor::address).filter(id -> id != 0)
                .collect(Collectors.toSet()));
        return rows.stream().map(row -> in(row, held.get(row.event()), files, recipientNo)).toList();
    }

    private static Optional<Predecessor> latest(List<Predecessor> chain) {
        return chain.stream().filter(Predecessor::sealed).findFirst();
    }

    private Line in(Row row, Predecessor held, Map<Long, RecipientCase> files, int recipientNo) {
        Line line = row.line();
        if (held == null) {
            return line;
        }
        RecipientCase file = files.get(held.address());
        return new Line(line.id(), line.what(), line.type(), file == null ? null : file.number(), ids.of(held.eventId(), recipientNo),
                line.source(), line.createdAt(), line.confirmedAt(), line.confirmedBy());
    }

    private static What what(MessageKind kind, boolean erased) {
        return erased ? What.ERASE : switch (kind) {
            case EVENT, STATUS, CORRECTION -> What.CORRECT;
            case RETRACTION -> What.DELETE;
            case STOP -> What.STOP;
        };
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
