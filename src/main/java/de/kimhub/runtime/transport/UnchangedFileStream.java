package de.kimhub.runtime.transport;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fails at the end when the file was changed while it was read. Nobody takes half a file for a whole one. */
final class UnchangedFileStream extends FilterInputStream {

    private final Path path;
    private final FileStamp stamp;
    private long read;

    UnchangedFileStream(Path path, FileStamp stamp) throws IOException {
        super(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
        this.path = path;
        this.stamp = stamp;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        return (int) counted(next, next < 0 ? -1 : 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        return (int) counted(count, count);
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        read += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private long counted(long result, long count) throws IOException {
        if (count >= 0) {
            read += count;
            return result;
        }
        if (read != stamp.size() || Files.exists(path) && !FileStamp.of(path).equals(stamp)) {
            throw new IOException("The file was changed while it was read; it is read again.");
        }
        return result;
    }
}
