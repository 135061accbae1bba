package de.kimhub.delivery;

import de.kimhub.message.MessageKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where an event was delivered, or is about to be. */
public final class Deliveries {

    private static final String HOLDING = """
            with recursive versions as (
                select e.id as asked, e.id, e.replaces from hub.event e where e.id = any (?)
                union
                select versions.asked, e.id, e.replaces from versions join hub.event e on e.id = versions.replaces)
            select distinct versions.asked, b.recipient_no
              from versions join hub.delivery_batch b
                on int8range(b.first_event, b.last_event, '[]') @> versions.id and b.kind = 0
               and versions.id = any (b.event_ids)
             where coalesce((select m.kind <> %d
                               from versions v join hub.readdressed a on a.stands_for = v.id
                               join hub.event m on m.id = a.event_id
                              where v.asked = versions.asked and a.recipient_no = b.recipient_no and m.state = 0
                              order by m.id desc limit 1), true)""".formatted(MessageKind.RETRACTION.ordinal());
    private static final String HOLDING_OF_CASES = """
            select distinct e.case_id, b.recipient_no
              from hub.event e join hub.delivery_batch b
                on int8range(b.first_event, b.last_event, '[]') @> e.id and b.kind = 0 and e.id = any (b.event_ids)
             where e.case_id = any (?)""";

    private final JdbcTemplate jdbc;

    Deliveries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Recipients to which the event, or an older version of it, was delivered or sealed. They get its correction or
     * retraction, whatever the rules say now. Who has it only in the outbox need not be told: sealing sees the event's
     * state. Nor who has it no longer, because it was given under another person's file and taken back there. So ask in a statement after the one that set {@code hub.event.state}, in the same transaction.
     */
    public Set<Integer> recipientsHolding(long eventId) {
        return recipientsHolding(Set.of(eventId)).getOrDefault(eventId, Set.of());
    }

    /** The same for many events; those that nobody has are left out. */
    public Map<Long, Set<Integer>> recipientsHolding(Collection<Long> eventIds) {
        return query(HOLDING, eventIds);
    }

    /** By case: the recipients that have any event of it. For stop notices. */
    public Map<Long, Set<Integer>> recipientsHoldingAnyOf(Collection<Long> caseIds) {
        return query(HOLDING_OF_CASES, caseIds);
    }

    private Map<Long, Set<Integer>> query(String sql, Collection<Long> ids) {
        Map<Long, Set<Integer>> holding = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(sql, row -> {
                holding.computeIfAbsent(row.getLong(1), id -> new TreeSet<>()).add(row.getInt(2));
            }, ids.stream().mapToLong(Long::longValue).toArray());
        }
        return holding;
    }
}
