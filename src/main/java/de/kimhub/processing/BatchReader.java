package de.kimhub.processing;

import de.kimhub.intake.Differences;
import de.kimhub.intake.Quarantine;
import de.kimhub.intake.RecordStates;
import de.kimhub.linkage.SourceCase;
import de.kimhub.message.FieldValues;
import de.kimhub.sharing.StatusRequests;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translation.Accepted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads, with one statement each for the whole batch, what its records are compared with. */
@Component
class BatchReader {

    private final RecordStates states;
    private final Quarantine quarantine;
    private final Differences differences;
    private final CaseFinder caseFinder;
    private final ConsentEvents consentEvents;
    private final StatusRequests requests;
    private final EventTable events;
    private final HeldEvents heldEvents;
    private final Echoes echoes;

    BatchReader(RecordStates states, Quarantine quarantine, Differences differences, CaseFinder caseFinder,
                ConsentEvents consentEvents, StatusRequests requests, EventTable events, HeldEvents heldEvents, Echoes echoes) {
        this.states = states;
        this.quarantine = quarantine;
        this.differences = differences;
        this.caseFinder = caseFinder;
        this.consentEvents = consentEvents;
        this.requests = requests;
        this.events = events;
        this.heldEvents = heldEvents;
        this.echoes = echoes;
    }

    /** In the transaction in which the batch takes effect, with the progress locked. */
    Comparison read(Batch batch, Parties parties) {
        List<Accepted> accepted = accepted(batch);
        BatchDigests digests = BatchDigests.of(batch, accepted, differences, caseFinder);
        CaseScope cases = caseFinder.find(batch.instance(), named(accepted, digests), consentEvents.locks(parties,
                batch.instance(), accepted.stream().flatMap(record -> record.drafts().stream()).toList()), batch.today());
        return new Comparison(batch, differences, echoes, known(batch, accepted, digests, cases));
    }

    private static List<Accepted> accepted(Batch batch) {
        List<Accepted> accepted = new ArrayList<>();
        for (Batch.Item item : batch.items()) {
            if (item.translation() instanceof Accepted record) {
                accepted.add(record);
            }
        }
        return accepted;
    }

    /** Each file once, with the person as the batch's first record of it has them. */
    private static List<CaseFinder.Named> named(List<Accepted> accepted, BatchDigests digests) {
        Map<String, CaseFinder.Named> named = new LinkedHashMap<>();
        for (Accepted record : accepted) {
            if (record.caseNumber() != null) {
                named.computeIfAbsent(record.caseNumber(), number -> new CaseFinder.Named(digests.ofCase(number), number,
                        person(record)));
            }
        }
        return List.copyOf(named.values());
    }

    static FieldValues person(Accepted record) {
        return record.drafts().stream().filter(Translation.EventDraft::applies).findFirst()
                .map(draft -> CaseFinder.person(draft.fields())).orElse(FieldValues.EMPTY);
    }

    /** What is taken back says nothing of the person either. */
    static FieldValues said(Accepted record) {
        return record.drafts().stream().filter(Translation.EventDraft::applies).allMatch(Translation.EventDraft::retracts)
                && record.drafts().stream().anyMatch(Translation.EventDraft::applies) ? FieldValues.EMPTY : person(record);
    }

    private KnownBefore known(Batch batch, List<Accepted> accepted, BatchDigests digests, CaseScope cases) {
        int instanceNo = batch.document().instanceNo();
        List<byte[]> caseDigests = digests.cases().values().stream().filter(digest -> digest != null).toList();
        List<byte[]> keys = new ArrayList<>(accepted.stream().map(digests::key).toList());
        keys.addAll(digests.replaced().values());
        Set<Long> statusDue = requests.due(instanceNo,
                cases.all().stream().map(SourceCase::personId).distinct().toList());
        return new KnownBefore(states.findWithCorrections(instanceNo, keys), cases,
                heldEvents.holding(instanceNo, caseDigests), quarantine.open(instanceNo, caseDigests),
                statusDue, requests.toldOf(instanceNo, statusDue),
                batch.instance().givesAndTakes() ? echoes.among(instanceNo, accepted)
                        : new Echoes.Possible(instanceNo, Set.of()),
                events.numbers(accepted.stream().mapToInt(RecordEvents::atMost).sum()), digests);
    }
}
