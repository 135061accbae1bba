package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.connector.HubConfiguration;
import de.kimhub.delivery.DeliveryIds;
import de.kimhub.delivery.EchoDigests;
import de.kimhub.delivery.LaneId;
import de.kimhub.intake.Differences;
import de.kimhub.intake.Documents;
import de.kimhub.intake.Quarantine;
import de.kimhub.intake.RecordStates;
import de.kimhub.intake.Snapshots;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.SourceCase;
import de.kimhub.message.Checkpoints;
import de.kimhub.message.FieldValues;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.privacy.AuditLog;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.Sharing;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translation.Accepted;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a batch take effect: all of it, with the progress mark, or nothing. */
@Component
class BatchTransaction {

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final Documents documents;
    private final RecordStates states;
    private final Snapshots snapshots;
    private final Quarantine quarantine;
    private final Differences differences;
    private final CaseFinder caseFinder;
    private final ConsentEvents consentEvents;
    private final ConsentLedger ledger;
    private final Effects effects;
    private final EventTable events;
    private final Sharing sharing;
    private final AuditLog audit;
    private final KeyVault keys;
    private final EchoDigests echoDigests;
    private final DeliveryIds deliveryIds;
    private final HubConfiguration hub;
    private final Checkpoints checkpoints;

    BatchTransaction(TransactionTemplate transaction, JdbcTemplate jdbc, Documents documents, RecordStates states,
                     Snapshots snapshots, Quarantine quarantine, Differences differences, CaseFinder caseFinder,
                     ConsentEvents consentEvents, ConsentLedger ledger, Effects effects, EventTable events, Sharing sharing, AuditLog audit,
                     KeyVault keys, EchoDigests echoDigests, DeliveryIds deliveryIds, HubConfiguration hub,
                     Checkpoints checkpoints) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.documents = documents;
        this.states = states;
        this.snapshots = snapshots;
        this.quarantine = quarantine;
        this.differences = differences;
        this.caseFinder = caseFinder;
        this.consentEvents = consentEvents;
        this.ledger = ledger;
        this.effects = effects;
        this.events = events;
        this.sharing = sharing;
        this.audit = audit;
        this.keys = keys;
        this.echoDigests = echoDigests;
        this.deliveryIds = deliveryIds;
        this.hub = hub;
        this.checkpoints = checkpoints;
    }

    /** @return the lanes that have something new, or empty when another worker has the document or was here before */
    Optional<Set<LaneId>> apply(Batch batch) {
        return Optional.ofNullable(transaction.execute(status -> {
            boolean ours = documents.lock(batch.document().id())
                    .filter(progress -> progress.mark().equals(batch.before()) && !progress.vanishing()).isPresent();
            return ours ? work(batch) : null;
        }));
    }

    private Set<LaneId> work(Batch batch) {
        Instance instance = batch.instance();
        int instanceNo = batch.document().instanceNo();
        List<Accepted> accepted = accepted(batch);
        Comparison.Digests digests = digests(batch, accepted);
        CaseScope cases = caseFinder.find(instance, named(accepted, digests), consentEvents.locks(
                accepted.stream().flatMap(record -> record.drafts().stream()).toList()), batch.today());
        Comparison comparison = new Comparison(batch, differences, known(batch, accepted, digests, cases));
        comparison.run();

        Effects.Result result = effects.take(instance, comparison.events(), cases, batch.today());
        states.save(instanceNo, comparison.changedStates(result.caseOfRecord()));
        ledger.statusAnswered(instanceNo, comparison.statusAnswered());
        if (batch.beginsDocument()) {
            quarantine.keepHeader(batch.document(), batch.items().getFirst().record());
        }
        quarantine.add(batch.document(), comparison.refusals(), hub.retention().hold());
        if (instance.connector().translator().isSnapshot()) {
            snapshots.seen(batch.document().id(), batch.after().record(), comparison.seen());
        }
        comparison.findings().stream().map(finding -> new Problem(finding.code(), Place.record(0, 0)
                .withField(finding.place().field()), finding.text())).distinct()
                .forEach(finding -> documents.finding(batch.document(), finding));
        documents.advance(batch.document().id(), batch.after(), comparison.counts());
        audit.add(instance.id(), "processed", "document " + batch.document().id() + ", to record "
                + batch.after().record(), batch.items().size(), sharing.rules().version());
        checkpoints.reached("processing.before-commit");
        return result.lanes();
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

    private Comparison.Digests digests(Batch batch, List<Accepted> accepted) {
        Map<Accepted, byte[]> keyDigests = new IdentityHashMap<>();
        Map<String, byte[]> caseDigests = new HashMap<>();
        for (Accepted record : accepted) {
            keyDigests.put(record, differences.keyDigest(batch.document().instanceNo(), record.key()));
            caseDigests.computeIfAbsent(record.caseNumber(), number -> caseFinder.digest(batch.instance(), number));
        }
        for (Batch.Item item : batch.items()) {
            if (item.translation() instanceof Translation.Refused refused) {
                caseDigests.computeIfAbsent(refused.caseNumber(), number -> caseFinder.digest(batch.instance(), number));
            }
        }
        return new Comparison.Digests(keyDigests, caseDigests);
    }

    /** Each file once, with the person as the batch's first record of it has them. */
    private static List<CaseFinder.Named> named(List<Accepted> accepted, Comparison.Digests digests) {
        Map<String, CaseFinder.Named> named = new LinkedHashMap<>();
        for (Accepted record : accepted) {
            if (record.caseNumber() != null) {
                named.computeIfAbsent(record.caseNumber(), number -> new CaseFinder.Named(digests.ofCase(number), number,
                        person(record)));
            }
        }
        return List.copyOf(named.values());
    }

    private static FieldValues person(Accepted record) {
        return record.drafts().stream().filter(Translation.EventDraft::applies).findFirst()
                .map(draft -> CaseFinder.person(draft.fields())).orElse(FieldValues.EMPTY);
    }

    private Comparison.Known known(Batch batch, List<Accepted> accepted, Comparison.Digests digests, CaseScope cases) {
        int instanceNo = batch.document().instanceNo();
        List<byte[]> caseDigests = digests.cases().values().stream().filter(digest -> digest != null).toList();
        int drafts = accepted.stream().mapToInt(record -> record.drafts().size()).sum();
        return new Comparison.Known(states.find(instanceNo, accepted.stream().map(digests::key).toList()), cases,
                quarantine.holding(instanceNo, caseDigests),
                ledger.statusDue(instanceNo, cases.all().stream().map(SourceCase::personId).distinct().toList()),
                batch.instance().givesAndTakes() ? echoes(instanceNo, accepted) : Set.of(), echoDigests, deliveryIds,
                events.numbers(drafts), keys, digests);
    }

    private Set<ByteBuffer> echoes(int instanceNo, List<Accepted> accepted) {
        List<byte[]> possible = new ArrayList<>();
        for (Accepted record : accepted) {
            record.drafts().stream().filter(Translation.EventDraft::applies).forEach(draft ->
                    possible.add(echoDigests.of(record.caseNumber(), draft.type(), draft.fields())));
        }
        Set<ByteBuffer> echoes = new HashSet<>();
        jdbc.queryForList("select digest from hub.echo where instance_no = ? and digest = any(?)", byte[].class,
                instanceNo, possible.toArray(byte[][]::new)).forEach(digest -> echoes.add(ByteBuffer.wrap(digest)));
        return echoes;
    }
}
