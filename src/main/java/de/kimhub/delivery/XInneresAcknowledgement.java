package de.kimhub.delivery;

import de.kimhub.connector.HubConfiguration.Clearing;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.XInneresMessage.Address;
import de.kimhub.keys.KeyVault;
import de.kimhub.message.ProblemCode;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Messages of XInneres: a rejection (0010) for each refused message or a document refused as a whole, a receipt (0020)
 * for each message whose disclosure block took effect (a 030112, or another whose author marks it so), nothing else.
 */
final class XInneresAcknowledgement implements AcknowledgementForm {

    private static final int AT_ONCE = 1_000;
    private static final String OTHER = "S999";
    private static final String DISCLOSURE_BLOCK = "030112";
    private static final MessageHead NO_HEAD = new MessageHead(Map.of());

    private final FinishedDocuments documents;
    private final SourceMessages messages;
    private final ProblemCatalogue problems;
    private final KeyVault keys;
    private final XInneresAnswers answers;
    private final Clock clock;

    XInneresAcknowledgement(FinishedDocuments documents, SourceMessages messages, ProblemCatalogue problems,
                            KeyVault keys, Clearing clearing, Clock clock) {
        this.documents = documents;
        this.messages = messages;
        this.problems = problems;
        this.keys = keys;
        this.answers = new XInneresAnswers(clearing);
        this.clock = clock;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(Instance source, FinishedDocument document, Consumer<byte[]> file) {
        if (document.refused()) {
            byte[] bytes = messages.document(document.id()).orElse(new byte[0]);
            MessageHead head = new MessageXml(new SourceMessages.Message(new byte[0], bytes)).onlyHead();
            file.accept(rejection(source, document.id(), 0, document.code(), null, head, bytes));
            return;
        }
        long after = -1;
        for (var refused = documents.stillRefused(document.id(), after, AT_ONCE); !refused.isEmpty();
                refused = documents.stillRefused(document.id(), after, AT_ONCE)) {
            refused.forEach(record -> file.accept(rejection(source, document.id(), record)));
            after = refused.getLast().recordNo();
        }
        Set<Long> blocks = documents.disclosureBlocks(document.id());
        if (!blocks.isEmpty()) {
            messages.records(source, document.id(), blocks).forEach((record, message) -> {
                MessageHead head = new MessageXml(message).head();
                if (XInneresAnswers.isIdentified(head)
                        && (head.asksForReceipt() || head.type().orElseThrow().equals(DISCLOSURE_BLOCK))) {
                    file.accept(answers.receipt(address(source, document.id(), record, "0020", head)));
                }
            });
        }
    }

    private byte[] rejection(Instance source, long document, FinishedDocument.Refused record) {
        SourceMessages.Message message = messages.refused(document, record.recordNo()).orElse(null);
        MessageXml xml = message == null ? null : new MessageXml(message);
        return rejection(source, document, record.recordNo(), record.code(), record.field(),
                xml == null ? NO_HEAD : xml.head(), xml == null ? new byte[0] : xml.alone());
    }

    private byte[] rejection(Instance source, long document, long record, String code, String field, MessageHead head,
                             byte[] message) {
        ProblemCode problem = code == null ? null : problems.find(code).orElse(null);
        String description = code + ": " + (problem == null ? "Bitte prüfen und berichtigt noch einmal liefern."
                : problem.germanText()) + (field == null ? "" : " (" + field + ")");
        return answers.rejection(address(source, document, record, "0010", head),
                problem == null ? OTHER : problem.xinneresCode(), description, message);
    }

    /** The same message of the hub has the same UUID, however often it is made. */
    private Address address(Instance source, long document, long record, String number, MessageHead head) {
        ByteBuffer digest = ByteBuffer.wrap(keys.digest("xinneres-message", Long.toString(document),
                Long.toString(record), number));
        long high = digest.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x8000L;
        long low = digest.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new Address(new UUID(high, low).toString(), clock.instant(), head, source.title());
    }
}
