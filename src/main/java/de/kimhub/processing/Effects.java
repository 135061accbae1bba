package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.Deliveries;
import de.kimhub.delivery.LaneId;
import de.kimhub.delivery.Outbox;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.EventType;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.Sharing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lets events of one source take effect, in their order: enrolment first, then who gets what, then the rows. In the
 * caller's transaction.
 */
@Component
class Effects {

    private final CaseFinder caseFinder;
    private final SourceCases cases;
    private final ConsentEvents consentEvents;
    private final ConsentLedger ledger;
    private final BlocksTold told;
    private final InstanceNumbers numbers;
    private final Deliveries deliveries;
    private final EventTable events;
    private final HeldEvents heldEvents;
    private final FlowTable flows;
    private final Outbox outbox;
    private final Shadows shadows;
    private final ShadowItems shadowItems;
    private final StopNotices stops;
    private final FactFeed facts;

    Effects(CaseFinder caseFinder, SourceCases cases, ConsentEvents consentEvents, ConsentLedger ledger,
            BlocksTold told, InstanceNumbers numbers, Deliveries deliveries, EventTable events, HeldEvents heldEvents,
            FlowTable flows, Outbox outbox, Shadows shadows, ShadowItems shadowItems, StopNotices stops, FactFeed facts) {
        this.caseFinder = caseFinder;
        this.cases = cases;
        this.consentEvents = consentEvents;
        this.ledger = ledger;
        this.told = told;
        this.numbers = numbers;
        this.deliveries = deliveries;
        this.events = events;
        this.heldEvents = heldEvents;
        this.flows = flows;
        this.outbox = outbox;
        this.shadows = shadows;
        this.shadowItems = shadowItems;
        this.stops = stops;
        this.facts = facts;
    }

    /** @param caseOfRecord by record number the file that its events belong to */
    record Result(Set<LaneId> lanes, Map<Long, Long> caseOfRecord) {
    }

    Result take(RulesInForce rules, Instance source, List<NewEvent> newEvents, CaseScope scope, LocalDate today) {
        if (newEvents.isEmpty()) {
            return new Result(Set.of(), Map.of());
        }
        openNeededCases(rules.sharing(), source, newEvents, scope);
        PersonScope persons = new PersonScope(ledger, cases);
        persons.load(newEvents.stream().map(event -> scope.get(event.caseDigest())).filter(one -> one != null)
                .map(SourceCase::personId).distinct().toList());
        Set<Integer> inShadow = shadows.now();
        Distribution distribution = new Distribution(source, new Decisions(source, numbers.of(source.id()),
                rules.sharing(), persons, inShadow, today), rules.recipients());
        BatchEnrolment enrolment = consentEvents.begin(rules.parties().beside(source), source, newEvents, scope, persons, today,
                inShadow);
        // before asking who has them: what is sealed meanwhile sees their new state
        markReplaced(newEvents);
        Map<Long, Set<Integer>> holdersOf = deliveries.recipientsHolding(newEvents.stream().map(NewEvent::replaces)
                .filter(id -> id != 0).toList());
        List<EventTable.Row> rows = new ArrayList<>();
        Map<Long, Long> caseOfRecord = new LinkedHashMap<>();
        for (NewEvent event : newEvents) {
            SourceCase sourceCase = scope.get(event.caseDigest());
            if (sourceCase != null) {
                caseOfRecord.put(event.recordNo(), sourceCase.id());
                enrolment.apply(event, sourceCase);
                sourceCase = scope.get(event.caseDigest());
            }
            Distribution.Fate fate = event.held() ? distribution.hold(event) : distribution.distribute(event,
                    sourceCase, holdersOf.getOrDefault(event.replaces(), Set.of()));
            rows.add(new EventTable.Row(event, sourceCase == null ? null : sourceCase.id(), fate.withheld(),
                    fate.kept()));
        }
        enrolment.flush();
        Set<Long> newlyBlocked = write(rules, source, rows, today, scope);
        facts.take(source, numbers.of(source.id()), newEvents.stream().map(event -> candidate(event, scope)).toList(),
                new FactFeed.Ground(rules, persons, inShadow, today));
        flows.add(distribution.flows());
        shadowItems.add(distribution.shadowItems());
        Set<LaneId> lanes = new LinkedHashSet<>(outbox.add(distribution.items()));
        if (!enrolment.withdrawn().isEmpty() || !newlyBlocked.isEmpty()) {
            lanes.addAll(stops.write(rules, enrolment.withdrawn(), newlyBlocked, inShadow, today));
        }
        Set<Long> died = newEvents.stream().filter(event -> event.type() == EventType.PERSON_DECEASED && !event.test() && !event.held()
                        && scope.get(event.caseDigest()) != null)
                .map(event -> scope.get(event.caseDigest()).personId()).collect(Collectors.toSet());
        if (!died.isEmpty()) {
            lanes.addAll(stops.died(died));
        }
        return new Result(lanes, caseOfRecord);
    }

    private static FactFeed.Candidate candidate(NewEvent event, CaseScope scope) {
        SourceCase file = scope.get(event.caseDigest());
        return new FactFeed.Candidate(event, event.caseDigest(), file, file == null ? null : file.personId());
    }

    /** @return persons for whom an Auskunftssperre stands that did not before */
    private Set<Long> write(RulesInForce rules, Instance source, List<EventTable.Row> rows, LocalDate today,
                            CaseScope scope) {
        int instanceNo = numbers.of(source.id());
        events.insert(rows, instanceNo, rules.version(), today);
        heldEvents.hold(instanceNo, rows.stream().map(EventTable.Row::event)
                .filter(event -> event.held() && event.caseDigest() != null).toList(), rules.recipients());
        Set<Long> ofThisBatch = rows.stream().map(row -> row.event().id()).collect(Collectors.toSet());
        markReplaced(rows.stream().map(EventTable.Row::event)
                .filter(event -> ofThisBatch.contains(event.replaces())).toList());
        return told.note(source, instanceNo, rows.stream().map(EventTable.Row::event).toList(), scope, today);
    }

    private void markReplaced(List<NewEvent> replacing) {
        events.markReplaced(replaced(replacing, MessageKind.RETRACTION), EventTable.TAKEN_BACK);
        events.markReplaced(replaced(replacing, MessageKind.CORRECTION), EventTable.CORRECTED);
    }

    private static List<Long> replaced(List<NewEvent> replacing, MessageKind kind) {
        return replacing.stream().filter(event -> event.kind() == kind && event.replaces() != 0 && !event.test())
                .map(NewEvent::replaces).toList();
    }

    /** A tool that keeps cases needs its files known; of all others only what a rule lets out without consent. */
    private void openNeededCases(Sharing sharing, Instance source, List<NewEvent> newEvents, CaseScope scope) {
        Set<EventType> receives = source.connector().translator().receives();
        boolean keepsCases = receives.contains(EventType.CASE_OPENED) || receives.contains(EventType.CONSENT_GIVEN);
        Map<String, CaseFinder.Named> needed = new LinkedHashMap<>();
        for (NewEvent event : newEvents) {
            if (event.caseDigest() != null && scope.get(event.caseDigest()) == null
                    && (keepsCases || sharing.hasStatutoryRule(InstalledParties.party(source), event.type()))) {
                needed.putIfAbsent(event.caseNumber(), new CaseFinder.Named(event.caseDigest(), event.caseNumber(),
                        CaseFinder.person(event.fields())));
            }
        }
        if (!needed.isEmpty()) {
            caseFinder.openUnlinked(source, needed.values(), scope);
        }
    }
}
