package de.kimhub.processing;

import de.kimhub.delivery.Deliveries;
import de.kimhub.delivery.LaneId;
import de.kimhub.delivery.Outbox;
import de.kimhub.delivery.QueuedItem;
import de.kimhub.processing.Recipients.Recipient;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Corrections and retractions that came in shadow, of something that a recipient was given before: it must learn them
 * once both are live. Until then they count as withheld. In the caller's transaction.
 */
@Component
class OwedCorrections {

    private static final String OWED = """
            select i.recipient_no, i.event_id, i.rule, e.document_id, e.case_id, e.replaces,
               exists (select 1 from hub.readdressed a where a.event_id = e.id) as readdressed
            from unnest(?::smallint[], ?::bigint[], ?::text[]) as i (recipient_no, event_id, rule)
            join hub.event e on e.id = i.event_id
            where e.replaces is not null and e.payload is not null
            order by i.event_id""";
    private static final Comparator<Owed> AS_FLOWS_ARE_LOCKED =
            Comparator.comparingLong(Owed::documentId).thenComparingInt(Owed::recipientNo);

    private final JdbcTemplate jdbc;
    private final CurrentRules rules;
    private final Deliveries deliveries;
    private final Outbox outbox;

    OwedCorrections(JdbcTemplate jdbc, CurrentRules rules, Deliveries deliveries, Outbox outbox) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.deliveries = deliveries;
        this.outbox = outbox;
    }

    private record Owed(int recipientNo, long eventId, String rule, long documentId, long caseId, long replaces,
                        boolean readdressed) {
    }

    /** @param due what has both sides live now */
    Set<LaneId> queue(List<ShadowItems.Item> due) {
        Map<Integer, Recipient> byNumber = byNumber();
        List<Owed> owed = of(due).stream().filter(one -> byNumber.containsKey(one.recipientNo())).toList();
        Map<Long, Set<Integer>> holders = deliveries.recipientsHolding(owed.stream().map(Owed::replaces).toList());
        List<Owed> told = owed.stream()
                .filter(one -> one.readdressed() || holders.getOrDefault(one.replaces(), Set.of()).contains(one.recipientNo())).toList();
        told.stream().sorted(AS_FLOWS_ARE_LOCKED).forEach(this::noLongerWithheld);
        return outbox.add(told.stream().map(one -> new QueuedItem(one.recipientNo(),
                Outbox.lane(one.caseId(), byNumber.get(one.recipientNo()).lanes()), one.eventId(), one.rule())).toList());
    }

    /** Who can be told. */
    Set<Integer> tellable() {
        return byNumber().keySet();
    }

    private Map<Integer, Recipient> byNumber() {
        return rules.now().recipients().stream().collect(Collectors.toMap(Recipient::no, Function.identity()));
    }

    private List<Owed> of(List<ShadowItems.Item> due) {
        return jdbc.query(OWED, (row, no) -> new Owed(row.getInt(1), row.getLong(2), row.getString(3), row.getLong(4),
                        row.getLong(5), row.getLong(6), row.getBoolean(7)),
                due.stream().mapToInt(ShadowItems.Item::recipientNo).toArray(),
                due.stream().mapToLong(ShadowItems.Item::eventId).toArray(),
                due.stream().map(ShadowItems.Item::rule).toArray(String[]::new));
    }

    /** It was withheld when it was decided, or when it was about to be sealed. */
    private void noLongerWithheld(Owed one) {
        int sealing = jdbc.update("delete from hub.withdrawn_item where recipient_no = ? and event_id = ?",
                one.recipientNo(), one.eventId());
        if (sealing == 0) {
            jdbc.update("update hub.flow set withheld = withheld - 1, queued = queued + 1 "
                    + "where document_id = ? and recipient_no = ?", one.documentId(), one.recipientNo());
        }
    }
}
