package de.kimhub.sharing;

import java.sql.Array;
import java.sql.Date;
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

    private final JdbcTemplate jdbc;

    ConsentLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The other office's file number, as the client showed it: digest of it at an instance of that office. */
    public record FileNumber(int instanceNo, byte[] caseDigest) {
    }

    /** All consents of the persons, in whatever state. */
    public Map<Long, List<Consent>> of(Collection<Long> persons) {
        Map<Long, List<Consent>> byPerson = new HashMap<>();
        if (persons.isEmpty()) {
            return byPerson;
        }
        jdbc.query("""
                select c.*, s.closed_on is null as case_open, s.instance_no as taken_by
                from hub.consent c left join identity.source_case s on s.id = c.case_id
                where c.person_id = any(?)""", row -> {
            LocalDate until = date(row.getDate("valid_until"));
            LocalDate withdrawn = date(row.getDate("withdrawn_on"));
            byPerson.computeIfAbsent(row.getLong("person_id"), id -> new ArrayList<>()).add(new Consent(
                    row.getLong("id"), row.getLong("person_id"), row.getLong("case_id"),
                    row.getBytes("consent_digest"), set(row.getArray("purposes")), set(row.getArray("sources")),
                    set(row.getArray("recipients")), row.getDate("valid_from").toLocalDate(), until,
                    row.getBoolean("secrecy_release"), withdrawn, row.getBoolean("case_open"),
                    row.getInt("taken_by"), row.getBoolean("test")));
        }, (Object) persons.stream().mapToLong(Long::longValue).toArray());
        return byPerson;
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

    public Deque<Long> newNumbers(int count) {
        return count == 0 ? new ArrayDeque<>() : new ArrayDeque<>(jdbc.queryForList("select nextval("
                + "pg_get_serial_sequence('hub.consent', 'id')) from generate_series(1, ?)", Long.class, count));
    }

    /**
     * A consent that enters the ledger.
     *
     * @param fileNumbers    the other offices' numbers, as the client showed them
     * @param askedInstances who is asked for the status of today
     */
    public record Given(Consent consent, long eventId, String formVersion, String formLanguage,
                        List<FileNumber> fileNumbers, List<Integer> askedInstances) {
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
                    consent.validFrom(), consent.validUntil(), given.formVersion(), given.formLanguage(),
                    consent.secrecyRelease(), consent.test()});
            given.fileNumbers().forEach(number -> numbers.add(
                    new Object[] {consent.id(), number.instanceNo(), number.caseDigest()}));
            given.askedInstances().forEach(instanceNo -> requests.add(
                    new Object[] {instanceNo, consent.personId(), consent.id()}));
        }
        jdbc.batchUpdate("""
                insert into hub.consent (id, person_id, case_id, consent_digest, event_id, purposes, sources,
                    recipients, valid_from, valid_until, form_version, form_language, secrecy_release, test)
                overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        jdbc.batchUpdate("insert into hub.consent_file_number values (?, ?, ?) on conflict do nothing", numbers);
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

    /** @return whose consent it was, if the event gave one that still stood */
    public Optional<Long> withdrawGivenBy(long givingEvent, long eventId, LocalDate on) {
        List<Object[]> found = jdbc.query(
                "select id, person_id from hub.consent where event_id = ? and withdrawn_on is null",
                (row, no) -> new Object[] {row.getLong(1), row.getLong(2)}, givingEvent);
        found.forEach(consent -> withdraw((long) consent[0], eventId, on));
        return found.stream().map(consent -> (Long) consent[1]).findFirst();
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
