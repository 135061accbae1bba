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

    static Consent consent(ResultSet row) throws SQLException {
        return new Consent(row.getLong("id"), row.getLong("person_id"), row.getLong("case_id"),
                row.getBytes("consent_digest"), set(row.getArray("purposes")), set(row.getArray("sources")),
                set(row.getArray("recipients")), set(row.getArray("data_categories")),
                row.getDate("valid_from").toLocalDate(), date(row.getDate("valid_until")),
                row.getBoolean("secrecy_release"), date(row.getDate("withdrawn_on")), row.getBoolean("case_open"),
                row.getInt("taken_by"), row.getBoolean("test"), row.getBoolean("deceased"));
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

    private static LocalDate date(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    static Set<String> set(Array array) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) array.getArray()));
    }
}
