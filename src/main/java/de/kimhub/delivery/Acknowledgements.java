package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import de.kimhub.message.WakeUp;
import java.util.List;
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
    /** Records in one file at the most; more of them go into further files of the same document. */
    private static final int PART = 10_000;
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
    private final AcknowledgementCsv csv;
    private final WakeUp wakeUp;

    Acknowledgements(JdbcTemplate jdbc, TransactionTemplate transactions, InstanceDirectory instances,
                     FinishedDocuments documents, BatchStore batches, AcknowledgementCsv csv, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.instances = instances;
        this.documents = documents;
        this.batches = batches;
        this.csv = csv;
        this.wakeUp = wakeUp;
    }

    /**
     * Seals an acknowledgement for every finished document that has none, and wakes the lanes. The sweep does so; to be
     * called right after a document was finished, outside of its transaction. Several nodes may do so at once.
     */
    public void prepare() {
        for (int sender : jdbc.queryForList(SENDERS, Integer.class)) {
            try {
                instances.byNumber(sender).ifPresent(instance -> prepare(sender, instance));
            } catch (RuntimeException e) {
                LOG.error("The acknowledgements for instance {} wait: {} [{}]", sender, Failures.describe(e),
                        DeliveryProblem.SEALING_FAILED.code());
            }
        }
    }

    private void prepare(int sender, Instance instance) {
        if (instance.acknowledgements().isEmpty() || instance.inShadow()) {
            jdbc.update(NOTHING_TO_SEND, instance.acknowledgements().isPresent(), sender);
        } else {
            prepare(new LaneId(sender, Delivery.ACKNOWLEDGEMENTS));
        }
    }

    private void prepare(LaneId lane) {
        int sealed;
        do {
            sealed = transactions.execute(status -> {
                List<FinishedDocument> next = documents.lockUnacknowledged(lane.recipientNo(), DOCUMENTS_AT_ONCE);
                next.forEach(document -> seal(lane, document));
                return next.size();
            });
            if (sealed > 0) {
                wakeUp.lane(lane.recipientNo(), lane.lane());
            }
        } while (sealed == DOCUMENTS_AT_ONCE);
    }

    private void seal(LaneId lane, FinishedDocument document) {
        long after = -1;
        for (int part = 0; ; part++) {
            List<FinishedDocument.Refused> refused = documents.refused(document.id(), after, PART);
            if (part == 0 || !refused.isEmpty()) {
                batches.sealAcknowledgement(lane, document.id(), csv.write(document, part, refused));
            }
            if (refused.size() < PART) {
                break;
            }
            after = refused.getLast().recordNo();
        }
        jdbc.update(MARK, document.id());
    }
}
