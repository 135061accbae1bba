package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.Deliveries;
import de.kimhub.delivery.LaneId;
import de.kimhub.delivery.Outbox;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.StatusRequests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets events go that waited: for a quarantined record of their case, which was replayed or discarded; for a decision
 * whose file it is; or until the hold time was over. They are decided now, and marked late.
 */
@Component
class HoldRelease {

    private static final int BATCH = 500;

    private final TransactionTemplate transaction;
    private final Doubts doubts;
    private final StatusRequests requests;
    private final EventTable events;
    private final HeldEvents heldEvents;
    private final SourceCases cases;
    private final ConsentLedger ledger;
    private final InstalledParties parties;
    private final CurrentRules rules;
    private final Deliveries deliveries;
    private final FlowTable flows;
    private final Outbox outbox;
    private final Shadows shadows;
    private final ShadowItems shadowItems;
    private final FactFeed facts;

    HoldRelease(PlatformTransactionManager transactions, Doubts doubts, StatusRequests requests, EventTable events,
                HeldEvents heldEvents, SourceCases cases, ConsentLedger ledger,
                InstalledParties parties, CurrentRules rules, Deliveries deliveries, FlowTable flows, Outbox outbox,
                Shadows shadows, ShadowItems shadowItems, FactFeed facts) {
        // of its own, also right after the commit of another one
        this.transaction = new TransactionTemplate(transactions,
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.doubts = doubts;
        this.requests = requests;
        this.events = events;
        this.heldEvents = heldEvents;
        this.cases = cases;
        this.ledger = ledger;
        this.parties = parties;
        this.rules = rules;
        this.deliveries = deliveries;
        this.flows = flows;
        this.outbox = outbox;
        this.shadows = shadows;
        this.shadowItems = shadowItems;
        this.facts = facts;
    }

    Set<LaneId> releaseDue() {
        Set<LaneId> lanes = new HashSet<>();
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> releaseSome(lanes)));
        }
        return lanes;
    }

    /**
     * In the caller's transaction.
     *
     * @param lanes that have something new are added
     * @return whether there may be more
     */
    boolean releaseSome(Set<LaneId> lanes) {
        doubts.forgetDecided();
        Map<String, Instance> sources = sources();
        List<HeldEvent> released = heldEvents.takeReleasable(numbers(sources), BATCH);
        lanes.addAll(distribute(sources, released));
        return released.size() == BATCH;
    }

    /** All that may go of these files. In the caller's transaction. */
    void releaseOf(Collection<Long> files) {
        doubts.forgetDecided(files);
        Map<String, Instance> sources = sources();
        distribute(sources, heldEvents.takeReleasable(numbers(sources), files, Integer.MAX_VALUE));
    }

    private Map<String, Instance> sources() {
        return parties.all().stream().collect(Collectors.toMap(Instance::id, Function.identity()));
    }

    private List<Integer> numbers(Map<String, Instance> sources) {
        return sources.keySet().stream().map(parties::numberOf).toList();
    }

    private Set<LaneId> distribute(Map<String, Instance> sources, List<HeldEvent> released) {
        Set<LaneId> lanes = new HashSet<>();
        Map<String, List<HeldEvent>> bySource = released.stream()
                .collect(Collectors.groupingBy(HeldEvent::instanceId, LinkedHashMap::new, Collectors.toList()));
        bySource.forEach((instanceId, ofSource) -> lanes.addAll(distribute(sources.get(instanceId), ofSource)));
        return lanes;
    }

    private Set<LaneId> distribute(Instance source, List<HeldEvent> released) {
        Map<Long, SourceCase> byId = cases.byId(released.stream().map(HeldEvent::caseId).filter(id -> id != null)
                .collect(Collectors.toSet()));
        PersonScope persons = new PersonScope(ledger, cases);
        persons.load(byId.values().stream().map(SourceCase::personId).distinct().toList());
        Map<Long, Set<Integer>> holdersOf = deliveries.recipientsHolding(released.stream().map(HeldEvent::replaces)
                .filter(id -> id != 0).toList());
        RulesInForce now = rules.now();
        Distribution distribution = new Distribution(source, new Decisions(source, parties.numberOf(source.id()),
                now.sharing(), persons, shadows.now(), LocalDate.now()), now.recipients());
        List<Long> toldOf = new ArrayList<>();
        List<Long> told = new ArrayList<>();
        List<FactFeed.Candidate> candidates = new ArrayList<>();
        Set<Long> saidBefore = events.saidBeforeConsent(released.stream().map(HeldEvent::id).toList());
        for (HeldEvent held : released) {
            NewEvent event = new NewEvent(held.id(), held.documentId(), held.recordNo(), null, null, held.type(),
                    held.kind(), held.replaces(), held.fields(), false, true);
            distribution.release(held.documentId(), held.counted());
            SourceCase file = byId.get(held.caseId());
            Long person = file == null || saidBefore.contains(held.id()) ? null : file.personId();
            candidates.add(new FactFeed.Candidate(event, file == null ? null : file.caseDigest(), file, person));
            Distribution.Fate fate = distribution.distribute(event, file, person, holdersOf.getOrDefault(held.replaces(), Set.of()));
            events.decided(held.id(), fate.withheld(), fate.kept());
            if (fate.kept() && byId.containsKey(held.caseId())) {
                toldOf.add(byId.get(held.caseId()).personId());
                told.add(held.id());
            }
        }
        if (!told.isEmpty()) {
            requests.told(parties.numberOf(source.id()), toldOf, told);
        }
        facts.take(source, parties.numberOf(source.id()), candidates, new FactFeed.Ground(now, persons, shadows.now(), LocalDate.now()));
        flows.add(distribution.flows());
        shadowItems.add(distribution.shadowItems());
        return outbox.add(distribution.items());
    }
}
