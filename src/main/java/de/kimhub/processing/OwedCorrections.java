package de.kimhub.processing;

import de.kimhub.delivery.Deliveries;
import de.kimhub.delivery.LaneId;
import de.kimhub.delivery.Outbox;
import de.kimhub.delivery.QueuedItem;
import de.kimhub.processing.Recipients.Recipient;
import java.util.ArrayList;
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
            select i.recipient_no, i.event_id, i.rule, e.document_id, e.case_id, e.replaces, e.instance_no
            from hub.shadow_item i join hub.event e on e.id = i.event_id
            where (i.recipient_no = ? or e.instance_no = ?) and e.replaces is not null and e.payload is not null
            order by i.event_id""";

    private final JdbcTemplate jdbc;
    private final Shadows shadows;
    private final CurrentRules rules;
    private final Deliveries deliveries;
    private final Outbox outbox;

    OwedCorrections(JdbcTemplate jdbc, Shadows shadows, CurrentRules rules, Deliveries deliveries, Outbox outbox) {
        this.jdbc = jdbc;
        this.shadows = shadows;
        this.rules = rules;
        this.deliveries = deliveries;
        this.outbox = outbox;
    }

    private record Owed(int recipientNo, long eventId, String rule, long documentId, long caseId, long replaces,
                        int senderNo) {
    }

    /** @param instanceNo of an instance that is live now */
    Set<LaneId> queue(int instanceNo) {
        Set<Integer> inShadow = shadows.now();
        Map<Integer, Recipient> byNumber = rules.now().recipients().stream()
                .collect(Collectors.toMap(Recipient::no, Function.identity()));
        List<Owed> owed = jdbc.query(OWED, (row, no) -> new Owed(row.getInt(1), row.getLong(2), row.getString(3),
                        row.getLong(4), row.getLong(5), row.getLong(6), row.getInt(7)), instanceNo, instanceNo).stream()
                .filter(one -> !inShadow.contains(one.recipientNo()) && !inShadow.contains(one.senderNo())
                        && byNumber.containsKey(one.recipientNo())).toList();
        Map<Long, Set<Integer>> holders = deliveries.recipientsHolding(owed.stream().map(Owed::replaces).toList());
        List<QueuedItem> items = new ArrayList<>();
        for (Owed one : owed) {
            if (holders.getOrDefault(one.replaces(), Set.of()).contains(one.recipientNo())) {
                items.add(new QueuedItem(one.recipientNo(),
                        Outbox.lane(one.caseId(), byNumber.get(one.recipientNo()).lanes()), one.eventId(), one.rule()));
                noLongerWithheld(one);
            }
        }
        return outbox.add(items);
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
