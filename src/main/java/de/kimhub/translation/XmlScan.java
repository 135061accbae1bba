package de.kimhub.translation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds where the markup of an XML document begins and ends, byte by byte and in constant memory, whatever stands in it.
 * It knows tags, comments and the like, but no names; what it finds is given to a real parser afterwards. All charsets
 * that are taken have ASCII in its place, so it need not decode.
 */
final class XmlScan implements Closeable {

    enum Ahead { START_TAG, END_TAG, COMMENT, INSTRUCTION, CDATA, TEXT, DOCTYPE, BROKEN, END }

    private static final int LONGEST_MARK = 9;
    private static final byte[] NOTHING = {};

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long base;
    private long line;
    private boolean drained;
    private byte[] kept = NOTHING;
    private int keptLength;
    private int keepAtMost = -1;
    private boolean keptAll;
    private final XmlTagName name = new XmlTagName();
    private boolean empty;

    /** @param line of the first byte, 1-based */
    XmlScan(InputStream in, long offset, long line) {
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

    /** Of the last tag, as it stands there. */
    String name() {
        return name.toString();
    }

    /** Whether the last tag was an empty element. */
    boolean isEmptyElement() {
        return empty;
    }

    void skipBlanks() throws IOException {
        while (has(1) && isBlank(buffer[at])) {
            take(1);
        }
    }

    /** What comes next. */
    Ahead ahead() throws IOException {
        has(LONGEST_MARK);
        if (at == end) {
            return Ahead.END;
        }
        if (buffer[at] != '<') {
            return Ahead.TEXT;
        }
        if (begins("<!")) {
            return begins("<!--") ? Ahead.COMMENT : begins("<![CDATA[") ? Ahead.CDATA
                    : begins("<!D") ? Ahead.DOCTYPE : Ahead.BROKEN;
        }
        return begins("</") ? Ahead.END_TAG : begins("<?") ? Ahead.INSTRUCTION
                : end - at > 1 && XmlTagName.mayBegin(buffer[at + 1]) ? Ahead.START_TAG : Ahead.BROKEN;
    }

    /** Takes text up to the next markup. */
    void takeText() throws IOException {
        while (has(1)) {
            int to = at;
            while (to < end && buffer[to] != '<') {
                to++;
            }
            take(to - at);
            if (at < end) {
                return;
            }
        }
    }

    /** Takes a comment, an instruction or CDATA; {@code false} when it does not end. */
    boolean takeMark(Ahead mark) throws IOException {
        String close = switch (mark) {
            case COMMENT -> "-->";
            case CDATA -> "]]>";
            default -> "?>";
        };
        take(mark == Ahead.COMMENT ? 4 : mark == Ahead.CDATA ? LONGEST_MARK : 2);
        while (has(close.length())) {
            int to = at;
            while (to + close.length() <= end && !stands(close, to)) {
                to++;
            }
            boolean found = to + close.length() <= end;
            take(found ? to + close.length() - at : to - at);
            if (found) {
                return true;
            }
        }
        takeAll();
        return false;
    }

    /** Takes a tag; {@code false} when it does not end, or is none. */
    boolean takeTag() throws IOException {
        take(1);
        if (has(1) && buffer[at] == '/') {
            take(1);
        }
        name.clear();
        while (has(1) && !isBlank(buffer[at]) && buffer[at] != '/' && buffer[at] != '>' && buffer[at] != '<') {
            name.add(buffer[at]);
            take(1);
        }
        return takeAttributes();
    }

    private boolean takeAttributes() throws IOException {
        byte quote = 0;
        byte before = 0;
        while (has(1) && buffer[at] != '<') {
            int to = at;
            for (; to < end && buffer[to] != '<'; to++) {
                byte next = buffer[to];
                if (quote == 0 && next == '>') {
                    empty = before == '/';
                    take(to + 1 - at);
                    return true;
                }
                boolean mark = next == '"' || next == '\'';
                quote = quote == 0 && mark ? next : quote == next ? 0 : quote;
                before = next;
            }
            take(to - at);
        }
        return false;
    }

    /** Takes an element and all that is in it; {@code false} where the order of the tags is lost. */
    boolean takeElement() throws IOException {
        if (!takeTag()) {
            return false;
        }
        XmlTagName own = name.copy();
        return empty || takeContent() && own.equals(name);
    }

    /** Takes what comes behind a start tag, its end tag included. */
    boolean takeContent() throws IOException {
        for (long depth = 1; depth > 0;) {
            takeText();
            Ahead ahead = ahead();
            boolean whole = switch (ahead) {
                case START_TAG, END_TAG -> takeTag();
                case COMMENT, INSTRUCTION, CDATA -> takeMark(ahead);
                case TEXT, DOCTYPE, BROKEN, END -> false;
            };
            if (!whole) {
                return false;
            }
            depth += ahead == Ahead.END_TAG ? -1 : ahead == Ahead.START_TAG && !empty ? 1 : 0;
        }
        return true;
    }

    void takeAll() throws IOException {
        while (has(1)) {
            take(end - at);
        }
    }

    private void take(int count) {
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
    private boolean has(int count) throws IOException {
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

    private boolean begins(String mark) {
        return end - at >= mark.length() && stands(mark, at);
    }

    private boolean stands(String mark, int where) {
        for (int i = 0; i < mark.length(); i++) {
            if (buffer[where + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean isBlank(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
