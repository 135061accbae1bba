package de.kimhub.processing;

import de.kimhub.delivery.LaneId;
import de.kimhub.delivery.Recalls;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.WakeUp;
import de.kimhub.privacy.AuditLog;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Persons of whom nothing goes out while a suspected wrong merge or another incident is looked into: what comes in is
 * worked off and waits in the outbox, also what the law would have delivered. By file, so that both stay frozen when they
 * are parted. In the database, so that it outlives a restart.
 */
@Component
public class FrozenPersons {

    private static final String FREEZE = """
            insert into hub.frozen_case (case_id, by_whom)
            select s.id, ? from identity.source_case s where s.person_id = any (?) on conflict do nothing""";
    private static final String FROZEN = """
            select exists (select from hub.frozen_case f join identity.source_case s on s.id = f.case_id where s.person_id = ?)""";
    private static final String LIST = """
            select s.person_id, min(f.frozen_at)::date as day, min(f.by_whom) as by_whom, count(*) as files,
                   (select count(*) from hub.outbox_item o join hub.event e on e.id = o.event_id
                      join identity.source_case w on w.id = e.case_id where w.person_id = s.person_id) as waiting
              from hub.frozen_case f join identity.source_case s on s.id = f.case_id group by s.person_id order by 2, 1""";

    private final JdbcTemplate jdbc;
    private final SourceCases cases;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final Recalls recalls;
    private final WakeUp wakeUp;

    FrozenPersons(JdbcTemplate jdbc, SourceCases cases, TransactionTemplate transactions, AuditLog audit, Recalls recalls,
                  WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.transactions = transactions;
        this.audit = audit;
        this.recalls = recalls;
        this.wakeUp = wakeUp;
    }

    /** @param waiting items that are kept back */
    public record Frozen(LocalDate since, String by, int files, long waiting) {
    }

    /**
     * From the commit on no batch is sealed with anything of them; what is being sealed just now is waited for. What is laid
     * out and not collected is taken back.
     *
     * @return how many files are frozen by it; empty when the hub does not know one of the files
     */
    public Optional<Integer> freeze(List<byte[]> files, String by) {
        Set<LaneId> lanes = new LinkedHashSet<>();
        Optional<Integer> all = change(files, persons -> {
            int frozen = jdbc.update(FREEZE, by, persons);
            jdbc.query("select id from hub.event where case_id in (select id from identity.source_case where person_id = any (?))"
                    + " and id in (select event_id from hub.outbox_item) order by id for no key update", row -> { },
                    (Object) persons);
            lanes.addAll(recalls.ask(jdbc.queryForList("select e.id from hub.event e join identity.source_case s on s.id = e.case_id "
                    + "where s.person_id = any (?)", Long.class, (Object) persons)));
            audit.add(by, "person-frozen", "files " + frozen, frozen, "Art. 33 DSGVO");
            return frozen;
        });
        lanes.forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
        return all;
    }

    public Optional<Integer> unfreeze(List<byte[]> files, String by) {
        Optional<Integer> thawed = change(files, persons -> {
            int gone = jdbc.update("delete from hub.frozen_case where case_id in "
                    + "(select id from identity.source_case where person_id = any (?))", (Object) persons);
            audit.add(by, "person-unfrozen", "files " + gone, gone, null);
            return gone;
        });
        jdbc.query("select distinct recipient_no, lane from hub.outbox_item", row -> {
            wakeUp.lane(row.getInt(1), row.getInt(2));
        });
        return thawed;
    }

    private Optional<Integer> change(List<byte[]> digests, ToIntFunction<long[]> change) {
        return transactions.execute(status -> {
            List<SourceCase> found = cases.findAnywhere(digests);
            if (found.size() != digests.size()) {
                return Optional.<Integer>empty();
            }
            cases.lockFiles(found.stream().map(SourceCase::id).toList());
            return Optional.of(change.applyAsInt(found.stream().mapToLong(SourceCase::personId).distinct().toArray()));
        });
    }

    public byte[] digest(String instance, String number) {
        return cases.digest(instance, number);
    }

    /** Digest of the file number of an event's file. */
    public Optional<byte[]> fileOf(long event) {
        return jdbc.queryForList("select s.case_digest from hub.event e join identity.source_case s on s.id = e.case_id "
                + "where e.id = ?", byte[].class, event).stream().findFirst();
    }

    boolean isFrozen(Long person) {
        return person != null && Boolean.TRUE.equals(jdbc.queryForObject(FROZEN, Boolean.class, person));
    }

    public List<Frozen> all() {
        return read(jdbc);
    }

    /** Also of a database of before there was such a thing. */
    public static List<Frozen> read(JdbcTemplate jdbc) {
        Boolean made = jdbc.queryForObject("select to_regclass('hub.frozen_case') is not null", Boolean.class);
        return !Boolean.TRUE.equals(made) ? List.of() : List.copyOf(jdbc.query(LIST, (row, no) -> new Frozen(row.getObject("day", LocalDate.class),
                row.getString("by_whom"), row.getInt("files"), row.getLong("waiting"))));
    }
}
