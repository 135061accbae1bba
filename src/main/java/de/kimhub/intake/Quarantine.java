package de.kimhub.intake;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.Problem;
import de.kimhub.translation.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps every refused record with place and code, so that it can be processed again. All methods run in the caller's
 * transaction.
 */
@Component
public class Quarantine {

    /** A longer record is not copied; its document stays instead. In bytes. */
    static final int COPIED = 1024 * 1024;
    /** What stands before the first record is kept up to this length, in bytes. */
    static final int LONGEST_HEADER = 1024 * 1024;

    /** Up to this distance refused records are read together, in bytes. */
    private static final long LONGEST_SPAN = 4L * 1024 * 1024;

    private static final String PURPOSE = "quarantine";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final KeyVault keys;
    private final DocumentStore store;

    Quarantine(JdbcClient jdbc, JdbcTemplate batch, KeyVault keys, DocumentStore store) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.keys = keys;
        this.store = store;
    }

    /**
     * @param caseDigest where the case could be read: its later records wait; or {@code null}
     * @param keyKnown   the record's key could be read, so its row counts as seen
     */
    public record Refusal(RawRecord record, Problem problem, byte[] caseDigest, boolean keyKnown) {
    }

    /** A quarantined record, for a replay. */
    public record Entry(long id, long documentId, String instanceId, int instanceNo, long recordNo, long line,
                        long offset, long length, boolean firstLoad) {
    }

    public void add(Documents.Document document, List<Refusal> refusals, Duration hold) {
        if (refusals.isEmpty()) {
            return;
        }
        RecordBytes bytes = new RecordBytes(document.id(), refusals);
        batch.batchUpdate("""
                        insert into hub.quarantine (document_id, instance_no, record_no, line_no, byte_offset,
                            byte_length, record, code, field, message, case_digest, key_known, hold_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now() + ? * interval '1 second')""",
                refusals, refusals.size(), (statement, refusal) -> {
                    RawRecord record = refusal.record();
                    Object[] values = {document.id(), document.instanceNo(), record.number(), record.line(),
                            record.offset(), record.length(), bytes.encrypted(record), refusal.problem().code().code(),
                            refusal.problem().place().field(), refusal.problem().text(), refusal.caseDigest(),
                            refusal.keyKnown(), hold.toSeconds()};
                    for (int i = 0; i < values.length; i++) {
                        statement.setObject(i + 1, values[i]);
                    }
                });
    }

    /** The bytes of a batch's refused records, read from the document at once when they lie close together. */
    private final class RecordBytes {

        private final long documentId;
        private final long from;
        private final byte[] span;

        RecordBytes(long documentId, List<Refusal> refusals) {
            this.documentId = documentId;
            this.from = refusals.getFirst().record().offset();
            RawRecord last = refusals.getLast().record();
            long length = last.offset() + last.length() - from;
            this.span = length <= LONGEST_SPAN ? read(documentId, from, length) : null;
        }

        byte[] encrypted(RawRecord record) {
            if (record.length() > COPIED) {
                return null;
            }
            int at = (int) (record.offset() - from);
            return keys.encrypt(span == null ? read(documentId, record.offset(), record.length())
                    : Arrays.copyOfRange(span, at, at + (int) record.length()), PURPOSE);
        }
    }

    /** Those of the cases of which a record may still be replayed. */
    public Set<ByteBuffer> open(int instanceNo, Collection<byte[]> cases) {
        return jdbc.sql("select distinct case_digest from hub.quarantine "
                        + "where instance_no = ? and state = 0 and case_digest = any(?)")
                .params(instanceNo, cases.toArray(byte[][]::new)).query(byte[].class).list()
                .stream().map(ByteBuffer::wrap).collect(Collectors.toSet());
    }

    /** Open entries in the order of their documents and records. */
    public List<Entry> open(Optional<Long> documentId, Optional<String> code, long afterId, int atMost) {
        return jdbc.sql("""
                        select q.id, q.document_id, i.id as instance_id, q.instance_no, q.record_no, q.line_no,
                               q.byte_offset, q.byte_length, coalesce(d.first_load, false) as first_load
                        from hub.quarantine q join hub.instance i on i.no = q.instance_no
                        join hub.source_document d on d.id = q.document_id
                        where q.state = 0 and q.id > ? and (?::bigint is null or q.document_id = ?)
                          and (?::text is null or q.code = ?)
                        order by q.id limit ?""")
                .params(afterId, documentId.orElse(null), documentId.orElse(null), code.orElse(null),
                        code.orElse(null), atMost)
                .query((row, no) -> new Entry(row.getLong("id"), row.getLong("document_id"),
                        row.getString("instance_id"), row.getInt("instance_no"), row.getLong("record_no"),
                        row.getLong("line_no"), row.getLong("byte_offset"), row.getLong("byte_length"),
                        row.getBoolean("first_load")))
                .list();
    }

    /** Locks an entry that is still open; {@code false} when it is not, or somebody else replays it. */
    public boolean lock(long id) {
        return jdbc.sql("select id from hub.quarantine where id = ? and state = 0 for update skip locked").param(id)
                .query(Long.class).optional().isPresent();
    }

    /** A document of its own that consists of the header and this record. */
    public byte[] document(Entry entry) {
        record Stored(byte[] header, byte[] record) {
        }
        Stored stored = jdbc.sql("""
                        select d.header, q.record from hub.quarantine q
                        join hub.source_document d on d.id = q.document_id where q.id = ?""").param(entry.id())
                .query((row, no) -> new Stored(row.getBytes("header"), row.getBytes("record"))).single();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (stored.header() != null) {
            bytes.writeBytes(keys.decrypt(stored.header(), PURPOSE));
        }
        bytes.writeBytes(stored.record() != null ? keys.decrypt(stored.record(), PURPOSE)
                : read(entry.documentId(), entry.offset(), entry.length()));
        return bytes.toByteArray();
    }

    /** @param header what stands before the document's first record */
    public record Kept(byte[] header, byte[] record) {
    }

    /** A refused record as its source sent it; empty when it is closed, or was too long to be copied. */
    public Optional<Kept> kept(long documentId, long recordNo) {
        return jdbc.sql("""
                        select d.header, q.record from hub.quarantine q join hub.source_document d on d.id = q.document_id
                        where q.document_id = ? and q.record_no = ? and q.record is not null""")
                .params(documentId, recordNo)
                .query((row, no) -> new Kept(row.getBytes("header") == null ? new byte[0]
                        : keys.decrypt(row.getBytes("header"), PURPOSE), keys.decrypt(row.getBytes("record"), PURPOSE)))
                .optional();
    }

    /** @param definition version of the connector that it was translated by at last */
    public void replayed(long id, String definition) {
        close(id, 1);
        jdbc.sql("update hub.quarantine set definition = ? where id = ?").params(definition, id).update();
    }

    public void discard(long id) {
        close(id, 2);
    }

    public void stillRefused(long id, Problem problem, String definition) {
        jdbc.sql("update hub.quarantine set code = ?, field = ?, message = ?, definition = ? where id = ?")
                .params(problem.code().code(), problem.place().field(), problem.text(), definition, id).update();
    }

    private void close(long id, int state) {
        jdbc.sql("update hub.quarantine set state = ?, closed_at = now(), record = null where id = ?")
                .params(state, id).update();
    }

    /** Keeps what stands before the document's first record, without which no record of it can be read again. */
    public void keepHeader(Documents.Document document, RawRecord first) {
        if (first.offset() > 0) {
            byte[] header = read(document.id(), 0, Math.min(first.offset(), LONGEST_HEADER));
            jdbc.sql("update hub.source_document set header = ? where id = ?")
                    .params(keys.encrypt(header, PURPOSE), document.id()).update();
        }
    }

    private byte[] read(long documentId, long offset, long length) {
        try {
            return store.read(documentId, offset, Math.toIntExact(length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
