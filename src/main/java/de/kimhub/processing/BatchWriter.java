package de.kimhub.processing;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.intake.Documents;
import de.kimhub.intake.Quarantine;
import de.kimhub.intake.RecordStates;
import de.kimhub.intake.Snapshots;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.privacy.AuditLog;
import de.kimhub.sharing.StatusRequests;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes what a batch leaves besides its events: the records' states, refusals, findings, progress, audit entry. */
@Component
class BatchWriter {

    private final RecordStates states;
    private final Snapshots snapshots;
    private final Quarantine quarantine;
    private final Documents documents;
    private final StatusRequests requests;
    private final AuditLog audit;
    private final HubConfiguration hub;

    BatchWriter(RecordStates states, Snapshots snapshots, Quarantine quarantine, Documents documents,
                StatusRequests requests, AuditLog audit, HubConfiguration hub) {
        this.states = states;
        this.snapshots = snapshots;
        this.quarantine = quarantine;
        this.documents = documents;
        this.requests = requests;
        this.audit = audit;
        this.hub = hub;
    }

    /** @param caseOfRecord by record number the file that its events belong to */
    void write(Batch batch, ComparedBatch compared, Map<Long, Long> caseOfRecord, String rulesVersion) {
        long documentId = batch.document().id();
        int instanceNo = batch.document().instanceNo();
        states.save(instanceNo, compared.changedStates(caseOfRecord));
        requests.answered(instanceNo, compared.statusAnswered());
        if (batch.beginsDocument()) {
            quarantine.keepHeader(batch.document(), batch.items().getFirst().record());
        }
        quarantine.add(batch.document(), compared.refusals(), hub.retention().hold());
        if (batch.instance().connector().translator().isSnapshot()) {
            snapshots.seen(documentId, batch.after().record(), compared.seen());
        }
        compared.findings().stream().collect(Collectors.groupingBy(finding -> new Problem(finding.code(),
                        Place.record(0, 0).withField(finding.place().field()), finding.text()), LinkedHashMap::new,
                        Collectors.counting()))
                .forEach((finding, times) -> documents.finding(batch.document(), finding, times));
        documents.advance(documentId, batch.after(), compared.counts());
        audit.add(batch.instance().id(), "processed", "document " + documentId + ", to record "
                + batch.after().record(), batch.items().size(), rulesVersion);
    }
}
