package de.kimhub.translation;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a source document, which can be read from any position on. */
public interface DocumentContent {

    InputStream openAt(long offset) throws IOException;

    /** In bytes. */
    long size();

    static DocumentContent of(byte[] bytes) {
        return new DocumentContent() {
            @Override
            public InputStream openAt(long offset) {
                int from = (int) Math.min(offset, bytes.length);
                return new java.io.ByteArrayInputStream(bytes, from, bytes.length - from);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }
}
