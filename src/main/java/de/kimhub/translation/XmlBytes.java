package de.kimhub.translation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The next bytes of a document, with their place in it; what is taken can be kept up to a length. */
final class XmlBytes implements Closeable {

    private static final byte[] NOTHING = {};

    private final InputStream in;
    /** What lies in it from {@link #at} to {@link #end} is to come. */
    final byte[] buffer = new byte[1 << 16];
    int at;
    int end;
    private long base;
    private long line;
    private boolean drained;
    private byte[] kept = NOTHING;
    private int keptLength;
    private int keepAtMost = -1;
    private boolean keptAll;

    /** @param line of the first byte, 1-based */
    XmlBytes(InputStream in, long offset, long line) {
        this.in = in;
        this.base = offset;
        this.line = line;
    }

    /** Of the next byte in the document. */
    long offset() {
        return base + at;
    }

    long line() {
        return line;
    }

    /** Keeps what is taken from here on, up to a number of bytes. */
    void keep(int atMost) {
        keptLength = 0;
        keepAtMost = atMost;
        keptAll = true;
    }

    /** What was kept, and keeps no more; {@code null} when it was too much. */
    byte[] kept() {
        keepAtMost = -1;
        return keptAll ? Arrays.copyOf(kept, keptLength) : null;
    }

    void take(int count) {
        for (int i = at; i < at + count; i++) {
            if (buffer[i] == '\n') {
                line++;
            }
        }
        if (keepAtMost >= 0 && keptAll) {
            keptAll = keptLength + count <= keepAtMost;
            if (keptAll) {
                keepBytes(count);
            }
        }
        at += count;
    }

    private void keepBytes(int count) {
        if (keptLength + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(keptLength + count, Math.min(keepAtMost, kept.length * 2 + 1024)));
        }
        System.arraycopy(buffer, at, kept, keptLength, count);
        keptLength += count;
    }

    /** Makes sure that so many bytes are there, unless the stream ends before. */
    boolean has(int count) throws IOException {
        while (end - at < count && !drained) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            base += at;
            end -= at;
            at = 0;
            int read = in.read(buffer, end, buffer.length - end);
            drained = read < 0;
            end += Math.max(0, read);
        }
        return end - at >= count;
    }

    boolean begins(String mark) {
        return end - at >= mark.length() && stands(mark, at);
    }

    boolean stands(String mark, int where) {
        for (int i = 0; i < mark.length(); i++) {
            if (buffer[where + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
