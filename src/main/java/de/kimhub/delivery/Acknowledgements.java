package de.kimhub.delivery;

import de.kimhub.connector.Descriptor.AcknowledgementFormat;
import de.kimhub.connector.Descriptor.Receives;
import de.kimhub.connector.Instance;
import de.kimhub.message.WakeUp;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the sources what became of their documents. An acknowledgement is an ordinary sealed batch in a lane of its
 * own: sent once, in the order of the documents, whatever is killed.
 */
public final class Acknowledgements {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);
    private static final int DOCUMENTS_AT_ONCE = 200;
    private static final String SENDERS = """
            select distinct instance_no from hub.source_document where not acknowledged and state <> 0""";
    private static final String NOTHING_TO_SEND = """
            update hub.source_document set acknowledged = true, acknowledgement_withheld = ?
             where instance_no = ? and not acknowledged and state <> 0""";
    private static final String MARK = "update hub.source_document set acknowledged = true where id = ?";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final InstanceDirectory instances;
    private final FinishedDocuments documents;
    private final BatchStore batches;
    private final Map<AcknowledgementFormat, AcknowledgementForm> forms;
    private final WakeUp wakeUp;

    Acknowledgements(JdbcTemplate jdbc, TransactionTemplate transactions, InstanceDirectory instances,
                     FinishedDocuments documents, BatchStore batches,
                     Map<AcknowledgementFormat, AcknowledgementForm> forms, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.instances = instances;
        this.documents = documents;
        this.batches = batches;
        this.forms = Map.copyOf(forms);
        this.wakeUp = wakeUp;
    }

    /**
     * Seals an acknowledgement for every finished document that has none, and wakes the lanes. The sweep does so; to be
     * called right after a document was finished, outside of its transaction. Several nodes may do so at once.
     */
    public void prepare() {
        for (int sender : jdbc.queryForList(SENDERS, Integer.class)) {
            try {
                instances.asConfigured(sender).ifPresent(instance -> prepare(sender, instance));
            } catch (RuntimeException e) {
                LOG.error("The acknowledgements for instance {} wait: {} [{}]", sender, Failures.describe(e),
                        DeliveryProblem.SEALING_FAILED.code());
            }
        }
    }

    private void prepare(int sender, Instance instance) {
        if (instance.acknowledgements().isEmpty() || instance.inShadow()) {
            jdbc.update(NOTHING_TO_SEND, instance.acknowledgements().isPresent(), sender);
            return;
        }
        prepare(new LaneId(sender, Delivery.ACKNOWLEDGEMENTS), instance);
    }

    private AcknowledgementForm form(Instance source) {
        AcknowledgementFormat format = source.connector().descriptor().receives().map(Receives::acknowledgementFormat)
                .orElse(AcknowledgementFormat.CSV);
        AcknowledgementForm form = forms.get(format);
        if (form == null) {
            throw new IllegalStateException("Acknowledgements as " + format + " need 'clearing' in hub.yaml. Add it.");
        }
        return form;
    }

    private void prepare(LaneId lane, Instance instance) {
        int worked;
        do {
            List<FinishedDocument> next = transactions.execute(status -> {
                List<FinishedDocument> locked = documents.lockUnacknowledged(lane.recipientNo(), DOCUMENTS_AT_ONCE);
                locked.forEach(document -> {
                    Instance source = instances.asOf(document.definition(), instance);
                    AcknowledgementForm form = form(source);
                    form.write(source, document, file -> batches.sealAcknowledgement(lane, document.id(), file,
                            form.fileExtension()));
                    jdbc.update(MARK, document.id());
                });
                return locked;
            });
            worked = next.size();
            if (worked > 0) {
                wakeUp.lane(lane.recipientNo(), lane.lane());
            }
        } while (worked == DOCUMENTS_AT_ONCE);
    }
}
