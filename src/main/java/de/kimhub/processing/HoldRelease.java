package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.Deliveries;
import de.kimhub.delivery.LaneId;
import de.kimhub.delivery.Outbox;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.processing.EventTable.HeldEvent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.Sharing;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets events go that waited for a quarantined record of their case: it was replayed or discarded, or the hold time
 * is over. They are decided now, and marked late.
 */
@Component
class HoldRelease {

    private static final int BATCH = 500;

    private final TransactionTemplate transaction;
    private final EventTable events;
    private final SourceCases cases;
    private final ConsentLedger ledger;
    private final Sharing sharing;
    private final InstalledParties parties;
    private final Recipients recipients;
    private final Deliveries deliveries;
    private final FlowTable flows;
    private final Outbox outbox;
    private final Shadows shadows;
    private final ShadowItems shadowItems;

    HoldRelease(TransactionTemplate transaction, EventTable events, SourceCases cases, ConsentLedger ledger,
                Sharing sharing, InstalledParties parties, Recipients recipients, Deliveries deliveries, FlowTable flows,
                Outbox outbox, Shadows shadows, ShadowItems shadowItems) {
        this.transaction = transaction;
        this.events = events;
        this.cases = cases;
        this.ledger = ledger;
        this.sharing = sharing;
        this.parties = parties;
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.flows = flows;
        this.outbox = outbox;
        this.shadows = shadows;
        this.shadowItems = shadowItems;
    }

    Set<LaneId> releaseDue() {
        Set<LaneId> lanes = new HashSet<>();
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> {
                List<HeldEvent> released = events.takeReleasable(parties.numbers(), BATCH);
                lanes.addAll(distribute(released));
                return released.size() == BATCH;
            }));
        }
        return lanes;
    }

    private Set<LaneId> distribute(List<HeldEvent> released) {
        Set<LaneId> lanes = new HashSet<>();
        Map<String, List<HeldEvent>> bySource = released.stream()
                .collect(Collectors.groupingBy(HeldEvent::instanceId, LinkedHashMap::new, Collectors.toList()));
        bySource.forEach((instanceId, ofSource) -> {
            Optional<Instance> source = parties.find(instanceId);
            source.ifPresent(instance -> lanes.addAll(distribute(instance, ofSource)));
        });
        return lanes;
    }

    private Set<LaneId> distribute(Instance source, List<HeldEvent> released) {
        Map<Long, SourceCase> byId = cases.byId(released.stream().map(HeldEvent::caseId).filter(id -> id != null)
                .collect(Collectors.toSet()));
        PersonScope persons = new PersonScope(ledger, cases);
        persons.load(byId.values().stream().map(SourceCase::personId).distinct().toList());
        Map<Long, Set<Integer>> holdersOf = deliveries.recipientsHolding(released.stream().map(HeldEvent::replaces)
                .filter(id -> id != 0).toList());
        Distribution distribution = new Distribution(source, new Decisions(source, parties.numberOf(source.id()),
                sharing, persons, shadows.now(), LocalDate.now()), recipients.all());
        for (HeldEvent held : released) {
            NewEvent event = new NewEvent(held.id(), held.documentId(), held.recordNo(), null, null, held.type(),
                    held.kind(), held.replaces(), held.fields(), false, true);
            distribution.release(held.documentId());
            Distribution.Fate fate = distribution.distribute(event, byId.get(held.caseId()),
                    holdersOf.getOrDefault(held.replaces(), Set.of()));
            events.decided(held.id(), fate.withheld(), fate.kept());
        }
        flows.add(distribution.flows());
        shadowItems.add(distribution.shadowItems());
        return outbox.add(distribution.items());
    }
}
