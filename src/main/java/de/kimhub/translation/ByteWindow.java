package de.kimhub.translation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A window on a stream that always shows the next so many bytes, unless the stream ends before. */
final class ByteWindow implements Closeable {

    private final InputStream in;
    private final int ahead;
    byte[] bytes;
    /** Index of the next byte that is not consumed. */
    int start;
    /** Index behind the last byte that is there. */
    int end;
    private long base;
    private boolean drained;

    /** @param offset of the stream's first byte in its document */
    ByteWindow(InputStream in, long offset, int ahead) {
        this.in = in;
        this.ahead = ahead;
        this.base = offset;
        this.bytes = new byte[Math.max(1 << 16, ahead * 3)];
    }

    /** Makes sure that {@code ahead} bytes from {@code start} on are there, or all that the stream still has. */
    void fill() throws IOException {
        if (drained || end - start >= ahead) {
            return;
        }
        System.arraycopy(bytes, start, bytes, 0, end - start);
        base += start;
        end -= start;
        start = 0;
        while (end < bytes.length) {
            int read = in.read(bytes, end, bytes.length - end);
            if (read < 0) {
                drained = true;
                return;
            }
            end += read;
        }
    }

    /** Whether nothing comes behind {@code end}. */
    boolean isDrained() {
        return drained;
    }

    long offset() {
        return base + start;
    }

    /** Index behind the line end that begins at an index: CRLF is one. */
    int behindLineEnd(int at) {
        boolean both = bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n';
        return at + (both ? 2 : 1);
    }

    /** Position in the document of an index. */
    long offsetOf(int index) {
        return base + index;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
