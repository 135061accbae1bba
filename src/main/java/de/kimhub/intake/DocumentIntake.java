package de.kimhub.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Instance;
import de.kimhub.keys.KeyVault;
import de.kimhub.message.Checkpoints;
import de.kimhub.message.WakeUp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Intake}: one transaction a document, then a wake-up. */
@Component
class DocumentIntake implements Intake {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeyVault keys;
    private final DocumentStore store;
    private final InstanceNumbers numbers;
    private final CurrentInstallation installation;
    private final Definitions definitions;
    private final PollWindow pollWindow;
    private final WakeUp wakeUp;
    private final Checkpoints checkpoints;
    private final ObjectMapper json = new ObjectMapper();

    DocumentIntake(JdbcClient jdbc, TransactionTemplate transaction, KeyVault keys, DocumentStore store,
                   InstanceNumbers numbers, CurrentInstallation installation, Definitions definitions,
                   PollWindow pollWindow, WakeUp wakeUp, Checkpoints checkpoints) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.store = store;
        this.numbers = numbers;
        this.installation = installation;
        this.definitions = definitions;
        this.pollWindow = pollWindow;
        this.wakeUp = wakeUp;
        this.checkpoints = checkpoints;
    }

    @Override
    public Receipt accept(String instanceId, HandOver handOver, InputStream content) throws IOException {
        try {
            Receipt receipt = transaction.execute(status -> {
                Receipt stored = store(instanceId, handOver, content);
                if (stored.known()) {
                    status.setRollbackOnly();
                }
                return stored;
            });
            checkpoints.reached("intake.committed-before-wake-up");
            wakeUp.document(receipt.documentId());
            return receipt;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Optional<String> pollMark(String instanceId) {
        return pollWindow.mark(numbers.of(instanceId));
    }

    @Override
    public Page acceptRows(String instanceId, List<Map<String, String>> rows, String since, PageEnd end) {
        List<String> lines = lines(rows);
        int instanceNo = numbers.of(instanceId);
        AtomicLong document = new AtomicLong();
        Page page = transaction.execute(status -> {
            lock(instanceNo);
            Optional<List<String>> news = pollWindow.move(instanceNo, lines, since, end);
            if (news.isEmpty() || news.get().isEmpty()) {
                return news.isEmpty() ? Page.OVERTAKEN : Page.NOTHING_NEW;
            }
            byte[] bytes = String.join("\n", news.get()).getBytes(StandardCharsets.UTF_8);
            document.set(store(instanceId, new HandOver("poll " + UUID.randomUUID(), bytes.length, Instant.EPOCH),
                    new ByteArrayInputStream(bytes)).documentId());
            return Page.STORED;
        });
        checkpoints.reached("intake.committed-before-wake-up");
        if (page == Page.STORED) {
            wakeUp.document(document.get());
        }
        return page;
    }

    private void lock(int instanceNo) {
        jdbc.sql("select no from hub.instance where no = ? for update").param(instanceNo).query(Integer.class).single();
    }

    private Receipt store(String instanceId, HandOver handOver, InputStream content) {
        Instance instance = installation.now().working(instanceId).orElseThrow(() -> new IllegalArgumentException(
                "No instance '" + instanceId + "' is configured. Add config/<x>/instances/" + instanceId
                        + ".yaml. [HUB-INT-021]"));
        int instanceNo = numbers.of(instanceId);
        boolean marked = TestMarks.byName(instance, handOver.name());
        MessageDigest digest = DocumentStore.sha256();
        DocumentStore.Written written = write(instance, new DigestInputStream(content, digest));
        byte[] handOverDigest = keys.digest("hand-over", instanceId, handOver.name(), String.valueOf(handOver.size()),
                handOver.modifiedAt().toString(), HexFormat.of().formatHex(digest.digest()));
        // one document at a time gets its position; the lock is short, the bytes are already written
        lock(instanceNo);
        Optional<Long> known = jdbc.sql("select id from hub.source_document where instance_no = ? and handover = ?")
                .params(instanceNo, handOverDigest).query(Long.class).optional();
        if (known.isPresent()) {
            return new Receipt(known.get(), true);
        }
        if (instance.inTest() && !marked) {
            TestMarks.byContent(instance, store.content(written.documentId(), written.size()));
        }
        definitions.store(instance.connector());
        jdbc.sql("""
                        insert into hub.source_document
                            (id, instance_no, position, handover, name, size, chunks, definition, state)
                        overriding system value
                        values (?, ?, (select coalesce(max(position), 0) + 1 from hub.source_document
                                       where instance_no = ?), ?, ?, ?, ?, ?, 0)""")
                .params(written.documentId(), instanceNo, instanceNo, handOverDigest,
                        keys.encrypt(handOver.name().getBytes(StandardCharsets.UTF_8), "document-name"),
                        written.size(), written.chunks(), instance.connector().version())
                .update();
        jdbc.sql("insert into hub.document_progress (document_id) values (?)").param(written.documentId()).update();
        return new Receipt(written.documentId(), false);
    }

    private DocumentStore.Written write(Instance instance, InputStream content) {
        try (InputStream incoming = instance.connector().translator().incoming(content)) {
            return store.write(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(List<Map<String, String>> rows) {
        List<String> lines = new ArrayList<>(rows.size());
        try {
            for (Map<String, String> row : rows) {
                lines.add(json.writeValueAsString(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
