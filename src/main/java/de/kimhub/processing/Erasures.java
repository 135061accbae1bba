package de.kimhub.processing;

import de.kimhub.delivery.LaneId;
import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.WakeUp;
import de.kimhub.privacy.AuditLog;
import de.kimhub.privacy.ErasedPerson;
import de.kimhub.privacy.ErasureMarks;
import de.kimhub.privacy.ErasureMarks.Mark;
import de.kimhub.privacy.ErasureProblem;
import de.kimhub.privacy.HeldData;
import de.kimhub.privacy.PersonData;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases a person (Art. 17 DSGVO). What can be found by person goes in one transaction, with the notices to recipients;
 * what lies among the data of many afterwards, until it is done. A proof without content stays, and a mark beside the
 * keys, by which it is done again when the database was restored from an older backup: before anything else starts.
 */
@Component
public class Erasures implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final List<PersonalDataHolder> holders;
    private final EventErasure events;
    private final ErasureNotices notices;
    private final ErasureTable table;
    private final PersonDataReader reader;
    private final GivenEvents given;
    private final SourceCases cases;
    private final ErasureMarks marks;
    private final AuditLog audit;
    private final TransactionTemplate transactions;
    private final WakeUp wakeUp;

    Erasures(List<PersonalDataHolder> holders, EventErasure events, ErasureNotices notices, ErasureTable table,
             PersonDataReader reader, GivenEvents given, SourceCases cases, ErasureMarks marks, AuditLog audit,
             TransactionTemplate transactions, WakeUp wakeUp) {
        this.holders = holders;
        this.events = events;
        this.notices = notices;
        this.table = table;
        this.reader = reader;
        this.given = given;
        this.cases = cases;
        this.marks = marks;
        this.audit = audit;
        this.transactions = transactions;
        this.wakeUp = wakeUp;
    }

    /** @param files how many of the person, at how many sources */
    public record Preview(int files, int sources, List<HeldData> held) {
    }

    /**
     * @param number of the erasure
     * @param lockedMillis how long what others may wait for was locked
     * @param done   whether nothing is left; else the hub goes on by itself
     */
    public record Result(long number, int files, int events, int notices, long lockedMillis, boolean done) {
    }

    /** What goes and what stays; empty when the hub has no such file. Changes nothing. */
    public Optional<Preview> preview(String instance, String number) {
        return transactions.execute(status -> find(instance, number).map(file -> {
            PersonData person = reader.ofPerson(file.personId());
            return new Preview(person.files().size(), (int) person.files().stream().map(PersonData.File::instanceNo)
                    .distinct().count(), holders.stream().flatMap(holder -> holder.held(person).stream()).toList());
        }));
    }

    /** @param by who does it; stands in the audit log. Empty when the hub has no such file */
    public Optional<Result> erase(String instance, String number, ErasureReason reason, String by) {
        Optional<SourceCase> found = transactions.execute(status -> find(instance, number));
        if (found.isEmpty()) {
            audit.add(by, "person-not-erased", "unknown file of " + instance, 0, reason.germanText());
        }
        return found.map(file -> ofPerson(file.personId(), reason, by));
    }

    private Result ofPerson(long person, ErasureReason reason, String by) {
        Set<LaneId> lanes = new LinkedHashSet<>();
        Result result = inOneTransaction(() -> cases.ofPerson(person), new Mark(UUID.randomUUID(), ErasureTable.now(),
                reason.code(), by, List.of()), lanes);
        wake(lanes);
        marks.add(transactions.execute(status -> table.marks()));
        finish();
        boolean done = Boolean.TRUE.equals(transactions.execute(status -> table.isDone(result.number())));
        return new Result(result.number(), result.files(), result.events(), result.notices(), result.lockedMillis(), done);
    }

    /** As its period says; nobody is told, and no proof is kept but the figure. */
    void timeIsOver(long person) {
        LockOrder.repeating(() -> transactions.execute(status -> {
            List<SourceCase> files = cases.ofPerson(person);
            cases.lock(files.stream().map(SourceCase::caseDigest).toList());
            cases.lockFiles(files.stream().map(SourceCase::id).toList());
            List<SourceCase> locked = cases.ofPerson(person);
            given.lock(locked.stream().map(SourceCase::id).toList());
            return gone(0, reader.of(locked), false, new LinkedHashSet<>());
        }));
    }

    private Optional<SourceCase> find(String instance, String number) {
        return cases.findAnywhere(List.of(cases.digest(instance, number))).stream().findFirst();
    }

    private Result inOneTransaction(Supplier<List<SourceCase>> files, Mark mark, Set<LaneId> lanes) {
        return LockOrder.repeating(() -> transactions.execute(status -> {
            lanes.clear();
            List<SourceCase> before = files.get();
            cases.lock(before.stream().map(SourceCase::caseDigest).toList());
            cases.lockFiles(before.stream().map(SourceCase::id).toList());
            long began = System.nanoTime();
            List<SourceCase> locked = files.get();
            given.lock(locked.stream().map(SourceCase::id).toList());
            PersonData person = reader.of(locked);
            long number = table.insert(mark.cases().isEmpty() ? mark.of(List.of(person.digests())) : mark, person);
            int told = gone(number, person, true, lanes);
            audit.add(mark.by(), "person-erased", "erasure " + number + ", " + locked.size() + " files",
                    person.events().size(), ground(mark));
            return new Result(number, locked.size(), person.events().size(), told, (System.nanoTime() - began) / 1_000_000,
                    false);
        }));
    }

    private static String ground(Mark mark) {
        return ErasureReason.find(mark.reason()).map(ErasureReason::germanText).orElse(mark.reason());
    }

    /** The files last: by them the others find what is theirs. */
    private int gone(long number, PersonData person, boolean tell, Set<LaneId> lanes) {
        List<Long> files = person.files().stream().map(PersonData.File::id).toList();
        Set<Long> kept = tell ? notices.write(number, files, lanes) : Set.of();
        holders.stream().filter(holder -> !holder.identifies()).forEach(holder -> holder.erase(person));
        events.erase(person, kept);
        holders.stream().filter(PersonalDataHolder::identifies).forEach(holder -> holder.erase(person));
        return kept.size();
    }

    /** Goes on with what is not done yet. Called by the sweep of every node. */
    public void finish() {
        if (!table.anyOpen()) {
            return;
        }
        for (ErasedPerson person : table.open()) {
            boolean done = true;
            for (PersonalDataHolder holder : holders) {
                done &= clean(holder, person);
            }
            if (done) {
                close(person);
            }
        }
    }

    private static boolean clean(PersonalDataHolder holder, ErasedPerson person) {
        try {
            return holder.clean(person);
        } catch (RuntimeException e) {
            LOG.warn("Erasure {}: {} cannot be cleaned yet ({}) [{}]", person.erasure(), holder.dataKind(),
                    Passing.kind(e), ErasureProblem.NOT_FINISHED.code());
            return false;
        }
    }

    /** A document that was being worked on may have told of the person once more. */
    private void close(ErasedPerson erased) {
        Set<LaneId> lanes = new LinkedHashSet<>();
        LockOrder.repeating(() -> transactions.execute(status -> {
            lanes.clear();
            List<Long> ids = table.cameBack(erased.erasure());
            if (ids.isEmpty()) {
                table.done(erased.erasure());
                return ids;
            }
            List<SourceCase> files = List.copyOf(cases.byId(ids).values());
            cases.lock(files.stream().map(SourceCase::caseDigest).toList());
            cases.lockFiles(ids);
            given.lock(ids);
            PersonData person = reader.of(files);
            table.addEvents(erased.erasure(), person.events());
            gone(erased.erasure(), person, true, lanes);
            audit.add("hub", "person-erased", "erasure " + erased.erasure() + ", once more", person.events().size(), null);
            return ids;
        }));
        wake(lanes);
    }

    private void wake(Set<LaneId> lanes) {
        lanes.forEach(lane -> wakeUp.lane(lane.recipientNo(), lane.lane()));
    }

    /** What the database does not know any more is done again; what the folder does not know yet is noted there. */
    @Override
    public void afterSingletonsInstantiated() {
        Map<UUID, Mark> known = new LinkedHashMap<>();
        transactions.execute(status -> table.marks()).forEach(mark -> known.put(mark.token(), mark));
        marks.read().values().stream().filter(mark -> !known.containsKey(mark.token())).forEach(this::again);
        marks.add(List.copyOf(known.values()));
    }

    private void again(Mark mark) {
        Result result = inOneTransaction(() -> cases.findAnywhere(mark.cases()), mark, new LinkedHashSet<>());
        LOG.warn("The database was restored from a time before an erasure: it was applied again as number {} ({} files).",
                result.number(), result.files());
    }
}
