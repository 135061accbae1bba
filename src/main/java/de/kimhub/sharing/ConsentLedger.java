package de.kimhub.sharing;

import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who consented to what, and until when. All methods run in the caller's transaction. */
@Component
public class ConsentLedger {

    /** Some live source told of the death of the person of consent c, and said nothing else since. */
    static final String DECEASED = """
            exists (select 1 from identity.source_case d join hub.event x on x.case_id = d.id and x.type = %d
                      join hub.instance t on t.no = x.instance_no
                     where d.person_id = c.person_id and x.state = 0 and x.kind not in (%d, %d) and coalesce(t.mode, 0) = 0)"""
            .formatted(EventType.PERSON_DECEASED.number(), MessageKind.RETRACTION.ordinal(), MessageKind.STOP.ordinal());
    private static final String ALL = """
            select c.*, s.closed_on is null as case_open, s.instance_no as taken_by, %s as deceased
            from hub.consent c left join identity.source_case s on s.id = c.case_id""".formatted(DECEASED);
    private static final String TAKEN_IN = """
            select c.*, s.closed_on is null as case_open, s.instance_no as taken_by, %s as deceased,
                   array(select distinct i.id from hub.consent_file_number f join hub.instance i on i.no = f.instance_no
                         where f.consent_id = c.id order by 1) as shown_at
            from hub.consent c join identity.source_case s on s.id = c.case_id
            where c.case_id = ? order by c.id""".formatted(DECEASED);

    private final JdbcTemplate jdbc;

    ConsentLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The other office's file number, as the client showed it: digest of it at an instance of that office.
     *
     * @param number encrypted; {@code null} where several offices are of the kind, and it is not known whose number it is
     */
    public record FileNumber(int instanceNo, byte[] caseDigest, byte[] number) {
    }

    /** All consents of the persons, in whatever state. */
    public Map<Long, List<Consent>> of(Collection<Long> persons) {
        Map<Long, List<Consent>> byPerson = new HashMap<>();
        if (!persons.isEmpty()) {
            jdbc.query(ALL + " where c.person_id = any(?)", row -> {
                byPerson.computeIfAbsent(row.getLong("person_id"), id -> new ArrayList<>()).add(consent(row));
            }, (Object) persons.stream().mapToLong(Long::longValue).toArray());
        }
        return byPerson;
    }

    /**
     * A consent as it was taken in one file.
     *
     * @param paper       what the form says besides
     * @param number      encrypted, or {@code null}
     * @param shownAt     ids of the instances of which the client showed a file number
     * @param collectedBy who recorded it, or {@code null}: a tool told it
     */
    public record Taken(Consent consent, Paper paper, byte[] number, List<String> shownAt, String collectedBy) {
    }

    /** Of one file only, the oldest first. */
    public List<Taken> takenIn(long caseId) {
        return jdbc.query(TAKEN_IN, (row, no) -> new Taken(consent(row),
                new Paper(row.getString("form_version"), row.getString("form_language"), row.getBoolean("representative")),
                row.getBytes("number"), List.copyOf(set(row.getArray("shown_at"))), row.getString("collected_by")), caseId);
    }

    /** Whether a consent of this number was taken and not withdrawn, in whichever file. */
    public boolean hasStanding(byte[] digest) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select 1 from hub.consent "
                + "where consent_digest = ? and withdrawn_on is null)", Boolean.class, (Object) digest));
    }

    /** Gives a consent that has none a number, so that it can be named. */
    public void number(long consentId, byte[] digest, byte[] number) {
        jdbc.update("update hub.consent set consent_digest = ?, number = ? where id = ? and number is null", digest, number, consentId);
    }

    /** Who recorded the consent that this event gave. */
    public void collectedBy(long event, String name) {
        jdbc.update("update hub.consent set collected_by = ? where event_id = ?", name, event);
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(row.getLong("id"), row.getLong("person_id"), row.getLong("case_id"),
                row.getBytes("consent_digest"), set(row.getArray("purposes")), set(row.getArray("sources")),
                set(row.getArray("recipients")), set(row.getArray("data_categories")),
                row.getDate("valid_from").toLocalDate(), date(row.getDate("valid_until")),
                row.getBoolean("secrecy_release"), date(row.getDate("withdrawn_on")), row.getBoolean("case_open"),
                row.getInt("taken_by"), row.getBoolean("test"), row.getBoolean("deceased"));
    }

    /**
     * The persons whose consents in force name these file numbers at the instance; by index of the digest.
     *
     * @param without instances whose consents do not count
     */
    public Map<Integer, Long> personsNaming(int instanceNo, List<byte[]> caseDigests, Set<Integer> without) {
        Map<Integer, Long> persons = new HashMap<>();
        if (!caseDigests.isEmpty()) {
            jdbc.query("""
                    select t.n, c.person_id from unnest(?::bytea[]) with ordinality as t (digest, n)
                    join hub.consent_file_number f on f.instance_no = ? and f.case_digest = t.digest
                    join hub.consent c on c.id = f.consent_id and c.withdrawn_on is null and not c.test
                        and c.valid_from <= current_date
                        and (c.valid_until is null or c.valid_until >= current_date)
                    join identity.source_case s on s.id = c.case_id and s.closed_on is null
                        and s.instance_no <> all(?)""",
                    row -> {
                        persons.put(row.getInt(1) - 1, row.getLong(2));
                    }, caseDigests.toArray(byte[][]::new), instanceNo, numbers(without));
        }
        return persons;
    }

    /** Those of the persons who have a consent on which real flows rest. @param shadows whose consents do not count */
    public Set<Long> inEarnest(Collection<Long> persons, Set<Integer> shadows) {
        return of(persons).entrySet().stream().filter(entry -> entry.getValue().stream()
                .anyMatch(consent -> consent.inEarnest(shadows) && !consent.withdrawn())).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Those of the persons who ever had one, withdrawn or not: something may have been passed on of them. */
    public Set<Long> everInEarnest(Collection<Long> persons, Set<Integer> shadows) {
        return of(persons).entrySet().stream().filter(entry -> entry.getValue().stream()
                .anyMatch(consent -> consent.inEarnest(shadows))).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Those of the persons who showed a file number of the instance, which therefore decides instead of the name. */
    public Set<Long> showingNumbers(int instanceNo, Collection<Long> persons, Set<Integer> without) {
        return persons.isEmpty() ? Set.of() : Set.copyOf(jdbc.queryForList("""
                select distinct c.person_id from hub.consent c join hub.consent_file_number f on f.consent_id = c.id
                join identity.source_case s on s.id = c.case_id
                where f.instance_no = ? and c.withdrawn_on is null and not c.test and c.person_id = any(?)
                  and s.instance_no <> all(?)""", Long.class, instanceNo,
                persons.stream().mapToLong(Long::longValue).toArray(), numbers(without)));
    }

    /**
     * Keeps the persons' consents from being withdrawn until the transaction ends.
     *
     * @return persons of whom another transaction is just changing a consent
     */
    public Set<Long> lockForSealing(Collection<Long> persons) {
        if (persons.isEmpty()) {
            return Set.of();
        }
        long[] ids = persons.stream().mapToLong(Long::longValue).toArray();
        Set<Long> locked = new HashSet<>(jdbc.queryForList(
                "select id from hub.consent where person_id = any(?) for share skip locked", Long.class, ids));
        Set<Long> changing = new HashSet<>();
        jdbc.query("select id, person_id from hub.consent where person_id = any(?)", row -> {
            if (!locked.contains(row.getLong(1))) {
                changing.add(row.getLong(2));
            }
        }, ids);
        return changing;
    }

    /** Waits for whoever seals something that rests on a consent of these persons; who comes later waits for this transaction. */
    public void lock(Collection<Long> persons) {
        jdbc.query("select id from hub.consent where person_id = any(?) order by id for update", row -> { },
                (Object) persons.stream().mapToLong(Long::longValue).toArray());
    }

    public Deque<Long> newNumbers(int count) {
        return count == 0 ? new ArrayDeque<>() : new ArrayDeque<>(jdbc.queryForList("select nextval("
                + "pg_get_serial_sequence('hub.consent', 'id')) from generate_series(1, ?)", Long.class, count));
    }

    /**
     * A consent that enters the ledger.
     *
     * @param number         the source's own, encrypted, or {@code null}
     * @param fileNumbers    the other offices' numbers, as the client showed them
     * @param askedInstances who is asked for the status of today
     */
    public record Given(Consent consent, long eventId, Paper paper, byte[] number, List<FileNumber> fileNumbers,
                        List<Integer> askedInstances) {
    }

    /**
     * What the form says of itself.
     *
     * @param representative given by who represents the person, e.g. a child's parent
     */
    public record Paper(String formVersion, String formLanguage, boolean representative) {
    }

    public void give(List<Given> consents) {
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> numbers = new ArrayList<>();
        List<Object[]> requests = new ArrayList<>();
        for (Given given : consents) {
            Consent consent = given.consent();
            rows.add(new Object[] {consent.id(), consent.personId(), consent.caseId(), consent.digest(),
                    given.eventId(), consent.purposes().toArray(String[]::new),
                    consent.sources().toArray(String[]::new), consent.recipients().toArray(String[]::new),
                    consent.dataCategories().toArray(String[]::new), consent.validFrom(), consent.validUntil(),
                    given.paper().formVersion(), given.paper().formLanguage(), given.paper().representative(),
                    given.number(), consent.secrecyRelease(), consent.test()});
            given.fileNumbers().forEach(number -> numbers.add(
                    new Object[] {consent.id(), number.instanceNo(), number.caseDigest(), number.number()}));
            given.askedInstances().forEach(instanceNo -> requests.add(
                    new Object[] {instanceNo, consent.personId(), consent.id()}));
        }
        jdbc.batchUpdate("""
                insert into hub.consent (id, person_id, case_id, consent_digest, event_id, purposes, sources,
                    recipients, data_categories, valid_from, valid_until, form_version, form_language, representative, number,
                    secrecy_release, test)
                overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        jdbc.batchUpdate("insert into hub.consent_file_number values (?, ?, ?, ?) on conflict do nothing", numbers);
        jdbc.batchUpdate("insert into hub.status_request (instance_no, person_id, consent_id) values (?, ?, ?) "
                + "on conflict do nothing", requests);
        // who is named only now was not told
        jdbc.batchUpdate("delete from hub.told_while_due where instance_no = ? and person_id = ?",
                requests.stream().map(one -> new Object[] {one[0], one[1]}).toList());
    }

    public void withdraw(long consentId, long eventId, LocalDate on) {
        jdbc.update("update hub.consent set withdrawn_on = ?, withdrawn_by = ? where id = ? and withdrawn_on is null",
                on, eventId, consentId);
        jdbc.update("delete from hub.status_request where consent_id = ?", consentId);
    }

    /** The event withdraws every consent of its file, also such as its tool told before and the hub has not read yet. */
    public void allWithdrawn(long eventId) {
        jdbc.update("insert into hub.all_withdrawn values (?)", eventId);
    }

    /** @return the consent as it was, if the event gave one that still stood */
    public Optional<Consent> withdrawGivenBy(long givingEvent, long eventId, LocalDate on) {
        Optional<Consent> found = jdbc.query(ALL + " where c.event_id = ? and c.withdrawn_on is null",
                (row, no) -> consent(row), givingEvent).stream().findFirst();
        found.ifPresent(consent -> withdraw(consent.id(), eventId, on));
        return found;
    }

    /** Persons of whom the instance still owes the status of today. */
    public Set<Long> statusDue(int instanceNo, Collection<Long> persons) {
        return persons.isEmpty() ? Set.of() : Set.copyOf(jdbc.queryForList(
                "select person_id from hub.status_request where instance_no = ? and person_id = any(?)", Long.class,
                instanceNo, persons.stream().mapToLong(Long::longValue).toArray()));
    }

    public void statusAnswered(int instanceNo, Collection<Long> persons) {
        if (!persons.isEmpty()) {
            long[] ids = persons.stream().mapToLong(Long::longValue).toArray();
            jdbc.update("delete from hub.status_request where instance_no = ? and person_id = any(?)", instanceNo, ids);
            jdbc.update("delete from hub.told_while_due where instance_no = ? and person_id = any(?)", instanceNo, ids);
        }
    }

    /** The consents given in these files, and what was asked for them, are those of the persons whose files they are now. */
    public void follow(Collection<Long> files) {
        long[] ids = files.stream().mapToLong(Long::longValue).toArray();
        int moved = jdbc.update("""
                update hub.consent c set person_id = s.person_id from identity.source_case s
                where s.id = c.case_id and s.id = any(?) and c.person_id <> s.person_id""", (Object) ids);
        if (moved == 0) {
            return;
        }
        jdbc.update("""
                insert into hub.status_request (instance_no, person_id, consent_id, asked_at)
                select r.instance_no, c.person_id, r.consent_id, r.asked_at
                from hub.status_request r join hub.consent c on c.id = r.consent_id
                where c.case_id = any(?) and c.person_id <> r.person_id on conflict do nothing""", (Object) ids);
        jdbc.update("""
                delete from hub.status_request r using hub.consent c
                where c.id = r.consent_id and c.case_id = any(?) and c.person_id <> r.person_id""", (Object) ids);
    }

    private static int[] numbers(Set<Integer> instances) {
        return instances.stream().mapToInt(Integer::intValue).toArray();
    }

    private static LocalDate date(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static Set<String> set(Array array) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) array.getArray()));
    }
}
