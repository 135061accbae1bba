package de.kimhub.processing;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.MessageKind;
import de.kimhub.privacy.AuditLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Who holds what of a person, and whether a correction of it arrived (Art. 16, Art. 19 DSGVO). No content. */
@Component
public class PersonRecipients {

    private static final String GIVEN = """
            select e.id, r.no, r.id as recipient, b.id as batch, b.state, b.delivered_at::date as day
              from hub.event e join hub.delivery_batch b
                on int8range(b.first_event, b.last_event, '[]') @> e.id and b.kind = 0 and e.id = any (b.event_ids)
              join hub.instance r on r.no = b.recipient_no where e.case_id = any (?)""";
    private static final String TASKS = """
            select t.recipient_no, t.event_id, t.confirmed_at is not null from hub.correction_task t
             where t.recipient_no in (select no from hub.instance) and t.event_id = any (?)""";
    private static final String WAITING = "select recipient_no, event_id from hub.outbox_item where event_id = any (?)";

    private final JdbcTemplate jdbc;
    private final SourceCases cases;
    private final GivenEvents given;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    PersonRecipients(JdbcTemplate jdbc, SourceCases cases, GivenEvents given, TransactionTemplate transactions,
                     AuditLog audit) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.given = given;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Where one thing that a source told stands at one recipient. */
    public enum State {
        CURRENT("hat die geltende Fassung"),
        TAKEN_BACK("hat erfahren, dass es zurückgenommen ist"),
        CALLED("die Berichtigung ist dort bekannt, wie jemand bestätigt hat"),
        ON_THE_WAY("ist versiegelt und noch nicht angekommen"),
        CORRECTION_ON_THE_WAY("hat eine frühere Fassung; die Berichtigung ist unterwegs"),
        TASK("hat eine frühere Fassung; das Verfahren dort nimmt keine Berichtigung an: bitte anrufen"),
        OUTDATED("hat eine frühere Fassung, und nichts ist unterwegs: bitte anrufen");

        private final String germanText;

        State(String germanText) {
            this.germanText = germanText;
        }

        public String germanText() {
            return germanText;
        }

        public boolean isOpen() {
            return compareTo(TASK) >= 0;
        }
    }

    /**
     * @param event number of the first version
     * @param day   on which the version that it has was delivered; {@code null}: not yet
     */
    public record Line(String recipient, long event, String type, LocalDate day, State state) {
    }

    private record Version(long id, int recipientNo, String recipient, long batch, boolean delivered, LocalDate day) {
    }

    /** Empty when the hub has no such file. */
    public Optional<List<Line>> of(String instance, String number, String askedBy) {
        return transactions.execute(status -> cases.findAnywhere(List.of(cases.digest(instance, number))).stream().findFirst()
                .map(file -> {
                    audit.add(askedBy, "recipients-listed", "file " + file.id(), 1, "Art. 19 DSGVO");
                    return lines(cases.ofPerson(file.personId()).stream().map(SourceCase::id).toList());
                }));
    }

    private List<Line> lines(List<Long> files) {
        List<GivenEvent> all = given.of(files);
        Map<Long, GivenEvent> byId = new HashMap<>();
        all.forEach(event -> byId.put(event.id(), event));
        Map<Long, List<GivenEvent>> chains = new TreeMap<>();
        all.forEach(event -> chains.computeIfAbsent(ErasureNotices.root(event, byId), id -> new ArrayList<>()).add(event));
        Beside beside = new Beside(all.stream().mapToLong(GivenEvent::id).toArray());
        Map<String, List<Version>> versions = new TreeMap<>();
        jdbc.query(GIVEN, (row, no) -> new Version(row.getLong(1), row.getInt(2), row.getString(3), row.getLong(4),
                row.getInt(5) == 2, row.getObject(6, LocalDate.class)), (Object) HeldOfPerson.array(files)).forEach(one ->
                versions.computeIfAbsent(one.recipient() + ":" + ErasureNotices.root(byId.get(one.id()), byId),
                        key -> new ArrayList<>()).add(one));
        return versions.values().stream().map(held -> {
            Version last = held.stream().max(Comparator.comparingLong(Version::batch).thenComparingLong(Version::id))
                    .orElseThrow();
            long root = ErasureNotices.root(byId.get(last.id()), byId);
            return new Line(last.recipient(), root, byId.get(root).type().germanText(), last.day(),
                    beside.state(last, byId.get(last.id()), chains.get(root)));
        }).sorted(Comparator.comparing(Line::recipient).thenComparingLong(Line::event)).toList();
    }

    /** What waits or is somebody's task, by recipient and event. */
    private final class Beside {

        private final Map<String, Boolean> tasks = new HashMap<>();
        private final Map<String, Boolean> waiting = new HashMap<>();

        Beside(long[] events) {
            jdbc.query(TASKS, row -> {
                tasks.put(row.getInt(1) + ":" + row.getLong(2), row.getBoolean(3));
            }, (Object) events);
            jdbc.query(WAITING, row -> {
                waiting.put(row.getInt(1) + ":" + row.getLong(2), true);
            }, (Object) events);
        }

        State state(Version last, GivenEvent held, List<GivenEvent> chain) {
            GivenEvent latest = chain.stream().filter(event -> event.state() != EventTable.HELD
                    && (!event.readdressed() || event.onlyFor() == last.recipientNo())).reduce((one, next) -> next).orElse(held);
            if (!last.delivered()) {
                return State.ON_THE_WAY;
            }
            if (latest.id() <= held.id() || held.kind() == MessageKind.RETRACTION) {
                return held.kind() == MessageKind.RETRACTION ? State.TAKEN_BACK : State.CURRENT;
            }
            List<String> newer = chain.stream().filter(event -> event.id() > held.id())
                    .map(event -> last.recipientNo() + ":" + event.id()).toList();
            return newer.stream().anyMatch(waiting::containsKey) ? State.CORRECTION_ON_THE_WAY
                    : newer.stream().anyMatch(key -> Boolean.FALSE.equals(tasks.get(key))) ? State.TASK
                    : newer.stream().anyMatch(tasks::containsKey) ? State.CALLED : State.OUTDATED;
        }
    }
}
