package de.kimhub.intake;

import de.kimhub.keys.KeyVault;
import de.kimhub.translation.DocumentContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the bytes of source documents (Claim Check) as chunks of equal length, each compressed and encrypted, so that
 * reading can start anywhere.
 */
@Component
class DocumentStore {

    /** Of the plain text, in bytes. */
    static final int CHUNK = 256 * 1024;

    private static final String PURPOSE = "document";

    private final JdbcClient jdbc;
    private final KeyVault keys;

    DocumentStore(JdbcClient jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** What was written. */
    record Written(long documentId, long size, int chunks) {
    }

    /** Writes the bytes under a new document number; the caller adds the document's row in the same transaction. */
    Written write(InputStream content) throws IOException {
        long documentId = jdbc.sql("select nextval(pg_get_serial_sequence('hub.source_document', 'id'))")
                .query(Long.class).single();
        long size = 0;
        int no = 0;
        for (byte[] chunk = content.readNBytes(CHUNK); chunk.length > 0; chunk = content.readNBytes(CHUNK)) {
            size += chunk.length;
            jdbc.sql("insert into hub.document_chunk (document_id, no, bytes) values (?, ?, ?)")
                    .params(documentId, no++, keys.encrypt(deflate(chunk), PURPOSE)).update();
        }
        return new Written(documentId, size, no);
    }

    DocumentContent content(long documentId, long size) {
        return new DocumentContent() {
            @Override
            public InputStream openAt(long offset) {
                return new ChunkStream(documentId, offset);
            }

            @Override
            public long size() {
                return size;
            }
        };
    }

    /** So many bytes from the offset on. */
    byte[] read(long documentId, long offset, int length) throws IOException {
        try (InputStream in = new ChunkStream(documentId, offset)) {
            return in.readNBytes(length);
        }
    }

    private Optional<byte[]> chunk(long documentId, long no) {
        return jdbc.sql("select bytes from hub.document_chunk where document_id = ? and no = ?")
                .params(documentId, no).query(byte[].class).optional()
                .map(bytes -> inflate(keys.decrypt(bytes, PURPOSE)));
    }

    private static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
            byte[] buffer = new byte[64 * 1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(byte[] compressed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            byte[] plain = new byte[CHUNK];
            int length = 0;
            while (!inflater.finished() && length < plain.length) {
                length += inflater.inflate(plain, length, plain.length - length);
            }
            return length == plain.length ? plain : java.util.Arrays.copyOf(plain, length);
        } catch (DataFormatException e) {
            throw new IllegalStateException("A stored document chunk is damaged. Restore the database. [HUB-INT-020]", e);
        } finally {
            inflater.end();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fetches one chunk after the other. */
    private final class ChunkStream extends InputStream {

        private final long documentId;
        private long nextChunk;
        private int position;
        private byte[] current = new byte[0];
        private boolean atEnd;

        ChunkStream(long documentId, long offset) {
            this.documentId = documentId;
            this.nextChunk = offset / CHUNK;
            if (fetch()) {
                position = (int) Math.min(offset % CHUNK, current.length);
            }
        }

        @Override
        public int read() {
            return position < current.length || fetch() ? current[position++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (position >= current.length && !fetch()) {
                return -1;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean fetch() {
            if (atEnd) {
                return false;
            }
            Optional<byte[]> next = chunk(documentId, nextChunk++);
            atEnd = next.isEmpty();
            current = next.orElseGet(() -> new byte[0]);
            position = 0;
            return current.length > 0;
        }
    }
}
