package de.kimhub.sharing;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which source owes "Stand heute" of whom: asked anew when an instance goes live, until it is answered. All methods run in the
 * caller's transaction.
 */
@Component
public class StatusRequests {

    private final JdbcTemplate jdbc;

    StatusRequests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A source that can be asked. */
    public record Asked(int instanceNo, Party party) {
    }

    /**
     * Of everybody whose consent in force names the instance as a source: it is asked. Of everybody whose consent it
     * took, or whose consent names it as a recipient: each named source is.
     */
    public void askAnew(int instanceNo, Party instance, List<Asked> sources) {
        jdbc.update("""
                        insert into hub.status_request (instance_no, person_id, consent_id)
                        select distinct on (t.no, c.person_id) t.no, c.person_id, c.id
                        from hub.consent c join identity.source_case s on s.id = c.case_id
                        join unnest(?::smallint[], ?::text[], ?::text[]) as t (no, authority, name)
                          on t.no <> s.instance_no and c.sources && array[t.authority, t.name]
                        where c.withdrawn_on is null and not c.test and s.closed_on is null
                          and (c.valid_until is null or c.valid_until >= current_date)
                          and (t.no = ? or s.instance_no = ? or c.recipients && array[?::text, ?::text])
                        on conflict do nothing""",
                sources.stream().mapToInt(Asked::instanceNo).toArray(),
                sources.stream().map(one -> one.party().authority()).toArray(String[]::new),
                sources.stream().map(one -> name(one.party())).toArray(String[]::new),
                instanceNo, instanceNo, instance.authority(), name(instance));
    }

    /** Of everybody of whom these events were not told, also under a rule that needs no consent. */
    public void askForEvents(Collection<Long> events) {
        jdbc.update("""
                insert into hub.status_request (instance_no, person_id)
                select distinct e.instance_no, s.person_id from hub.event e
                join identity.source_case s on s.id = e.case_id
                where e.id = any(?) order by 1, 2 on conflict do nothing""",
                (Object) events.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Of the persons whose files these are now: where a consent in force and a file of a source that it names came
     * together, the source is asked.
     */
    public void askAfterMove(Collection<Long> files, List<Asked> sources) {
        long[] ids = files.stream().mapToLong(Long::longValue).toArray();
        jdbc.update("""
                        insert into hub.status_request (instance_no, person_id, consent_id)
                        select distinct on (f.instance_no, f.person_id) f.instance_no, f.person_id, c.id
                        from identity.source_case f
                        join unnest(?::smallint[], ?::text[], ?::text[]) as t (no, authority, name)
                          on t.no = f.instance_no
                        join hub.consent c on c.person_id = f.person_id and c.sources && array[t.authority, t.name]
                        join identity.source_case s on s.id = c.case_id and s.instance_no <> f.instance_no
                        where (f.id = any(?) or s.id = any(?)) and c.withdrawn_on is null and not c.test
                          and s.closed_on is null and (c.valid_until is null or c.valid_until >= current_date)
                        order by f.instance_no, f.person_id, c.id
                        on conflict do nothing""",
                sources.stream().mapToInt(Asked::instanceNo).toArray(),
                sources.stream().map(one -> one.party().authority()).toArray(String[]::new),
                sources.stream().map(one -> name(one.party())).toArray(String[]::new), ids, ids);
    }

    /** These events of the instance were told: where it still owes the status of today, that need not repeat them. */
    public void told(int instanceNo, List<Long> persons, List<Long> events) {
        jdbc.update("""
                        insert into hub.told_while_due select r.instance_no, r.person_id, t.event_id
                        from unnest(?::bigint[], ?::bigint[]) as t (person_id, event_id)
                        join hub.status_request r on r.instance_no = ? and r.person_id = t.person_id
                        on conflict do nothing""", persons.stream().mapToLong(Long::longValue).toArray(),
                events.stream().mapToLong(Long::longValue).toArray(), instanceNo);
    }

    /** Events that the status of today of these persons need not repeat. */
    public Set<Long> toldOf(int instanceNo, Collection<Long> persons) {
        return persons.isEmpty() ? Set.of() : Set.copyOf(jdbc.queryForList(
                "select event_id from hub.told_while_due where instance_no = ? and person_id = any(?)", Long.class,
                instanceNo, persons.stream().mapToLong(Long::longValue).toArray()));
    }

    /** Persons of whom the instance still owes the status of today. */
    public Set<Long> due(int instanceNo, Collection<Long> persons) {
        return persons.isEmpty() ? Set.of() : Set.copyOf(jdbc.queryForList(
                "select person_id from hub.status_request where instance_no = ? and person_id = any(?)", Long.class,
                instanceNo, persons.stream().mapToLong(Long::longValue).toArray()));
    }

    public void answered(int instanceNo, Collection<Long> persons) {
        if (!persons.isEmpty()) {
            long[] ids = persons.stream().mapToLong(Long::longValue).toArray();
            jdbc.update("delete from hub.status_request where instance_no = ? and person_id = any(?)", instanceNo, ids);
            jdbc.update("delete from hub.told_while_due where instance_no = ? and person_id = any(?)", instanceNo, ids);
        }
    }

    private static String name(Party party) {
        return "instance:" + party.instanceId();
    }
}
