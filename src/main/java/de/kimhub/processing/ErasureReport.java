package de.kimhub.processing;

import de.kimhub.privacy.AuditLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What became of erasures, and what each recipient that had data knows of it (Art. 19 DSGVO). No content. */
@Component
public class ErasureReport {

    private static final String ERASURES = """
            select id, at::date as day, reason, by_whom, files, event_count, done_at::date as done from hub.erasure order by id""";
    private static final String NOTICES = """
            select n.erasure_id, r.id as recipient, n.confirmed, t.id is not null as task, t.confirmed_at is not null as called,
                   w.reason, coalesce(b.delivered_at, n.answered_at)::date as day, b.id is not null as told
              from hub.erasure_notice n join hub.instance r on r.no = n.recipient_no
              left join hub.correction_task t on t.recipient_no = n.recipient_no and t.event_id = n.event_id
              left join hub.withdrawn_item w on w.recipient_no = n.recipient_no and w.event_id = n.event_id
              left join lateral (select b.id, b.delivered_at from hub.delivery_batch b where b.recipient_no = n.recipient_no
                   and int8range(b.first_event, b.last_event, '[]') @> n.event_id and b.kind = 0 and b.state = 2
                   and n.event_id = any (b.event_ids) limit 1) b on true
             order by n.erasure_id, r.id""";
    private static final String ANSWER = """
            update hub.erasure_notice n set confirmed = ?, answered_at = clock_timestamp(), answered_by = ?
              from hub.instance r where r.no = n.recipient_no and n.erasure_id = ? and r.id = ?
            returning n.recipient_no, n.event_id""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    ErasureReport(JdbcTemplate jdbc, TransactionTemplate transactions, AuditLog audit) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What a recipient knows; the later in this list, the more there is to do. */
    public enum What {
        NEVER_HAD("hatte es nie bekommen"),
        CONFIRMED("hat bestätigt, dass es gelöscht ist"),
        TOLD("ist benachrichtigt"),
        ON_THE_WAY("die Benachrichtigung ist unterwegs"),
        REFUSED("hat abgelehnt zu löschen: prüfen, auf welche Rechtsgrundlage es sich beruft"),
        NOT_TOLD("ist nicht benachrichtigt worden: bitte anrufen"),
        TASK("das Verfahren dort nimmt keine Rücknahme an: bitte anrufen");

        private final String germanText;

        What(String germanText) {
            this.germanText = germanText;
        }

        public String germanText() {
            return germanText;
        }

        /** Whether somebody has to do something. */
        public boolean isOpen() {
            return compareTo(REFUSED) >= 0;
        }
    }

    /** @param done whether nothing of the person is left in the hub */
    public record Erased(long number, LocalDate day, String reason, String by, int files, int events, boolean done,
                         List<AtRecipient> recipients) {
    }

    /**
     * @param events of how many events
     * @param day    on which it was told or answered last; {@code null}: not yet
     */
    public record AtRecipient(String instance, int events, What what, LocalDate day) {
    }

    private record Notice(long erasure, String recipient, What what, LocalDate day) {
    }

    public List<Erased> all() {
        Map<Long, Map<String, List<Notice>>> notices = new LinkedHashMap<>();
        jdbc.query(NOTICES, (row, no) -> new Notice(row.getLong("erasure_id"), row.getString("recipient"),
                what((Boolean) row.getObject("confirmed"), row.getBoolean("told"), row.getBoolean("task"),
                        row.getBoolean("called"), row.getString("reason")), row.getObject("day", LocalDate.class)))
                .forEach(one -> notices.computeIfAbsent(one.erasure(), id -> new LinkedHashMap<>())
                        .computeIfAbsent(one.recipient(), id -> new ArrayList<>()).add(one));
        return jdbc.query(ERASURES, (row, no) -> new Erased(row.getLong("id"), row.getObject("day", LocalDate.class),
                row.getString("reason"), row.getString("by_whom"), row.getInt("files"), row.getInt("event_count"),
                row.getDate("done") != null, recipients(notices.getOrDefault(row.getLong("id"), Map.of()))));
    }

    private static What what(Boolean confirmed, boolean told, boolean task, boolean called, String withdrawn) {
        if (confirmed != null) {
            return confirmed ? What.CONFIRMED : What.REFUSED;
        }
        return told ? What.TOLD : called ? What.CONFIRMED : task ? What.TASK : withdrawn == null ? What.ON_THE_WAY
                : withdrawn.equals("NOTHING_TO_TAKE_BACK") ? What.NEVER_HAD : What.NOT_TOLD;
    }

    private static List<AtRecipient> recipients(Map<String, List<Notice>> notices) {
        return notices.entrySet().stream().map(entry -> new AtRecipient(entry.getKey(), entry.getValue().size(),
                entry.getValue().stream().map(Notice::what).max(Comparator.naturalOrder()).orElseThrow(),
                entry.getValue().stream().map(Notice::day).filter(day -> day != null).max(Comparator.naturalOrder())
                        .orElse(null))).toList();
    }

    public Optional<Erased> find(long number) {
        return all().stream().filter(one -> one.number() == number).findFirst();
    }

    /**
     * What the recipient's people said.
     *
     * @return of how many notices; 0: it was told of none
     */
    public int answer(long number, String recipient, boolean confirmed, String by) {
        return transactions.execute(status -> {
            List<Object[]> answered = jdbc.query(ANSWER, (row, no) -> new Object[] {by, row.getInt(1), row.getLong(2)}, confirmed,
                    by, number, recipient);
            if (!answered.isEmpty()) {
                jdbc.batchUpdate("update hub.correction_task set confirmed_at = clock_timestamp(), confirmed_by = ? "
                        + "where recipient_no = ? and event_id = ? and confirmed_at is null", answered);
                audit.add(by, confirmed ? "erasure-confirmed" : "erasure-refused", "erasure " + number + ", " + recipient,
                        answered.size(), "Art. 19 DSGVO");
            }
            return answered.size();
        });
    }
}
