package de.kimhub.translation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds the records of a CSV document in its bytes. What it finds depends on the bytes from a record's start on and
 * on nothing before, so that splitting can begin at the end of any record.
 *
 * <p>A quote opens only at the start of a field, a doubled one is a quote in the text, and behind a closing one only
 * blanks may stand. A record over several lines that is not right in itself, or has another number of columns than
 * expected, is taken to be broken: then only its first line is a record, unreadable, and the next one begins on the
 * very next line. A line that is too long is one unreadable record, however long it is. Blank lines, and lines of
 * nothing but delimiters, are no records.
 */
final class CsvSplitter implements Closeable {

    /** A record's place in the window, valid until the next one is asked for. */
    static final class Span {
        int from;
        int to;
        long offset;
        long length;
        long line;
        int lines;
        /** {@code null} when it is whole. */
        TranslationProblem problem;
    }

    private final ByteWindow window;
    private final CsvScan scan;
    private final int maxBytes;
    private long line;
    private int expectedColumns = -1;
    private Span pending;

    /** @param line number of the last line before the stream's first byte */
    CsvSplitter(InputStream in, long offset, long line, CsvFormat format) {
        this.maxBytes = format.maxRecordBytes();
        this.window = new ByteWindow(in, offset, maxBytes + 2);
        this.scan = new CsvScan(window, (byte) format.delimiter(), (byte) format.quote());
        this.line = line;
    }

    /** From now on records must have so many columns; more are tolerated when they are empty. */
    void expect(int columnCount) {
        expectedColumns = columnCount;
    }

    /** Behind the last record that was given out. */
    long offset() {
        return pending == null ? window.offset() : pending.offset;
    }

    byte[] bytes() {
        return window.bytes;
    }

    boolean hasMore() throws IOException {
        if (pending == null) {
            pending = find();
        }
        return pending != null;
    }

    /** The next record, or {@code null} at the end. */
    Span next() throws IOException {
        Span span = hasMore() ? pending : null;
        pending = null;
        return span;
    }

    /** A record over several lines turned out to be unreadable for another reason: goes back behind its first line. */
    void onlyFirstLine(Span span) {
        if (span.lines > 1) {
            line = span.line;
            span.lines = 1;
            span.to = lineEnd(span.from, window.end);
            span.length = span.to - span.from;
            window.start = span.to;
        }
    }

    private Span find() throws IOException {
        while (true) {
            window.fill();
            if (window.start >= window.end) {
                return null;
            }
            int from = window.start;
            int limit = Math.min(window.end, from + maxBytes);
            int to = scan.record(from, limit, limit == window.end && window.isDrained());
            if (scan.isBlank()) {
                window.start = to;
                line++;
                continue;
            }
            return span(from, to, limit);
        }
    }

    private Span span(int from, int end, int limit) throws IOException {
        Span span = new Span();
        span.from = from;
        span.offset = window.offset();
        span.line = line + 1;
        span.lines = scan.problem == null && scan.anyQuote ? countLines(from, end) : 1;
        span.problem = scan.problem != null ? scan.problem : columnProblem(span.lines);
        int to = span.problem == null ? end : lineEnd(from, limit);
        if (to < 0) {
            span.problem = TranslationProblem.TOO_LONG;
            span.length = skipLine();
            span.to = from;
        } else {
            span.to = to;
            span.length = to - from;
            window.start = to;
        }
        span.lines = span.problem == null ? span.lines : 1;
        line += span.lines;
        return span;
    }

    private TranslationProblem columnProblem(int lines) {
        if (expectedColumns < 0 || scan.columns == expectedColumns
                || scan.columns > expectedColumns && scan.lastFilled <= expectedColumns) {
            return null;
        }
        return lines > 1 ? TranslationProblem.UNCLOSED_QUOTE
                : scan.columns < expectedColumns ? TranslationProblem.TOO_FEW_COLUMNS : TranslationProblem.TOO_MANY_COLUMNS;
    }

    /** Behind the first line end, or -1 when there is none before the limit and the document goes on. */
    private int lineEnd(int from, int limit) {
        byte[] bytes = window.bytes;
        for (int i = from; i < limit; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                return window.behindLineEnd(i);
            }
        }
        return limit == window.end && window.isDrained() ? limit : -1;
    }

    private int countLines(int from, int to) {
        byte[] bytes = window.bytes;
        int lines = 0;
        int i = from;
        while (i < to) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                lines++;
                i = window.behindLineEnd(i);
            } else {
                i++;
            }
        }
        return to > from && bytes[to - 1] != '\n' && bytes[to - 1] != '\r' ? lines + 1 : lines;
    }

    /** Consumes a line of any length. */
    private long skipLine() throws IOException {
        long length = 0;
        while (true) {
            window.fill();
            int i = window.start;
            while (i < window.end && window.bytes[i] != '\n' && window.bytes[i] != '\r') {
                i++;
            }
            length += i - window.start;
            window.start = i;
            if (i < window.end) {
                window.fill();
                int behind = window.behindLineEnd(window.start);
                length += behind - window.start;
                window.start = behind;
                return length;
            }
            if (window.isDrained()) {
                return length;
            }
        }
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
