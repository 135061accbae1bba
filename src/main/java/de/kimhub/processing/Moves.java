package de.kimhub.processing;

import de.kimhub.delivery.CorrectionTasks;
import de.kimhub.delivery.LaneId;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.PersonRegister.Move;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.FirstContacts;
import de.kimhub.sharing.StatusRequests;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Everything that follows from files becoming another person's, whoever brings that about: their consents and pseudonyms go with them,
 * and who was given something under the wrong person learns it. What waits is asked about once more when it is sealed.
 * In the transaction that moves them.
 */
@Component
class Moves {

    private final SourceCases cases;
    private final ConsentLedger ledger;
    private final FirstContacts contacts;
    private final StatusRequests requests;
    private final GivenEvents given;
    private final CorrectionTasks tasks;
    private final ReaddressedEvents readdressed;
    private final InstalledParties parties;
    private final PseudonymsFollow pseudonyms;
    private final FactFeed facts;

    Moves(SourceCases cases, ConsentLedger ledger, FirstContacts contacts, StatusRequests requests, GivenEvents given,
          CorrectionTasks tasks, ReaddressedEvents readdressed, InstalledParties parties, PseudonymsFollow pseudonyms,
          FactFeed facts) {
        this.cases = cases;
        this.ledger = ledger;
        this.contacts = contacts;
        this.requests = requests;
        this.given = given;
        this.tasks = tasks;
        this.readdressed = readdressed;
        this.parties = parties;
        this.pseudonyms = pseudonyms;
        this.facts = facts;
    }

    /** @return the lanes that have something new */
    Set<LaneId> replay(Linked linked) {
        if (linked.moves().isEmpty()) {
            return Set.of();
        }
        Set<Long> moved = linked.moves().stream().map(Move::file).collect(Collectors.toSet());
        ledger.follow(moved);
        contacts.follow(moved);
        pseudonyms.after(linked.moves());
        facts.follow(moved);
        requests.askAfterMove(moved, askable());
        return tell(linked, moved);
    }

    private List<StatusRequests.Asked> askable() {
        return parties.all().stream().filter(one -> one.receive().isPresent())
                .map(one -> new StatusRequests.Asked(parties.numberOf(one.id()), InstalledParties.party(one))).toList();
    }

    private Set<LaneId> tell(Linked linked, Set<Long> moved) {
        List<SourceCase> ofPersons = cases.ofPersons(linked.moves().stream()
                .flatMap(move -> Stream.of(move.from(), move.to())).collect(Collectors.toSet()));
        Set<Long> files = ofPersons.stream().map(SourceCase::id).collect(Collectors.toSet());
        files.addAll(moved);
        given.lock(files);
        List<Given> all = given.givenWithoutStops(files);
        if (all.isEmpty()) {
            return Set.of();
        }
        List<GivenEvent> events = given.of(files).stream()
                .filter(event -> event.kind() != MessageKind.STOP).toList();
        Map<Long, SourceCase> byId = byId(files, all, events);
        Set<Long> told = tasks.confirmed(events.stream()
                .filter(event -> event.readdressed() && event.kind() == MessageKind.RETRACTION)
                .map(GivenEvent::id).toList());
        List<Readdressing.Step> steps = new Readdressing(events,
                file -> byId.containsKey(file) ? byId.get(file).personId() : null, ownFiles(ofPersons), told)
                .steps(all);
        given.misdirected(linked.event(), misdirected(steps, all, events, moved));
        return readdressed.write(linked.event(), steps);
    }

    private static Readdressing.OwnFile ownFiles(List<SourceCase> files) {
        return (person, recipientNo) -> files.stream()
                .filter(file -> file.personId() == person && file.instanceNo() == recipientNo)
                .mapToLong(SourceCase::id).max().orElse(0);
    }

    private Map<Long, SourceCase> byId(Collection<Long> files, List<Given> all, List<GivenEvent> events) {
        Set<Long> ids = new HashSet<>(files);
        Stream.concat(all.stream().map(Given::address), events.stream().map(GivenEvent::address))
                .filter(address -> address != 0).forEach(ids::add);
        return cases.byId(ids);
    }

    /** What must be taken back, and what was given of the moved files to who has no file of the person. */
    private static List<Given> misdirected(List<Readdressing.Step> steps, List<Given> all, List<GivenEvent> events,
                                           Set<Long> moved) {
        Map<Long, Long> fileOf = new HashMap<>();
        events.forEach(event -> fileOf.put(event.id(), event.caseId()));
        Stream<Given> takenBack = steps.stream().filter(Readdressing.Step.TakeBack.class::isInstance)
                .map(step -> ((Readdressing.Step.TakeBack) step).given());
        return Stream.concat(takenBack, all.stream().filter(one -> one.address() == 0
                && moved.contains(fileOf.get(one.eventId())))).toList();
    }
}
