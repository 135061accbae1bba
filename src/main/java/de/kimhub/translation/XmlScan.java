package de.kimhub.translation;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Finds where the markup of an XML document begins and ends, byte by byte and in constant memory, whatever stands in it.
 * It knows tags, comments and the like, but no names; what it finds is given to a real parser afterwards. All charsets
 * that are taken have ASCII in its place, so it need not decode.
 */
final class XmlScan implements Closeable {

    enum Ahead { START_TAG, END_TAG, COMMENT, INSTRUCTION, CDATA, TEXT, DOCTYPE, BROKEN, END }

    private static final int LONGEST_MARK = 9;

    private final XmlBytes bytes;
    private final XmlTagName name = new XmlTagName();
    private boolean empty;

    /** @param line of the first byte, 1-based */
    XmlScan(InputStream in, long offset, long line) {
        this.bytes = new XmlBytes(in, offset, line);
    }

    /** Of the next byte in the document. */
    long offset() {
        return bytes.offset();
    }

    long line() {
        return bytes.line();
    }

    /** Keeps what is taken from here on, up to a number of bytes. */
    void keep(int atMost) {
        bytes.keep(atMost);
    }

    /** What was kept, and keeps no more; {@code null} when it was too much. */
    byte[] kept() {
        return bytes.kept();
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
        while (bytes.has(1) && isBlank(bytes.buffer[bytes.at])) {
            bytes.take(1);
        }
    }

    /** What comes next. */
    Ahead ahead() throws IOException {
        bytes.has(LONGEST_MARK);
        if (bytes.at == bytes.end) {
            return Ahead.END;
        }
        if (bytes.buffer[bytes.at] != '<') {
            return Ahead.TEXT;
        }
        if (bytes.begins("<!")) {
            return bytes.begins("<!--") ? Ahead.COMMENT : bytes.begins("<![CDATA[") ? Ahead.CDATA
                    : bytes.begins("<!D") ? Ahead.DOCTYPE : Ahead.BROKEN;
        }
        return bytes.begins("</") ? Ahead.END_TAG : bytes.begins("<?") ? Ahead.INSTRUCTION
                : bytes.end - bytes.at > 1 && XmlTagName.mayBegin(bytes.buffer[bytes.at + 1])
                ? Ahead.START_TAG : Ahead.BROKEN;
    }

    /** Takes text up to the next markup. */
    void takeText() throws IOException {
        while (bytes.has(1)) {
            int to = bytes.at;
            while (to < bytes.end && bytes.buffer[to] != '<') {
                to++;
            }
            bytes.take(to - bytes.at);
            if (bytes.at < bytes.end) {
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
        bytes.take(mark == Ahead.COMMENT ? 4 : mark == Ahead.CDATA ? LONGEST_MARK : 2);
        while (bytes.has(close.length())) {
            int to = bytes.at;
            while (to + close.length() <= bytes.end && !bytes.stands(close, to)) {
                to++;
            }
            boolean found = to + close.length() <= bytes.end;
            bytes.take(found ? to + close.length() - bytes.at : to - bytes.at);
            if (found) {
                return true;
            }
        }
        takeAll();
        return false;
    }

    /** Takes a tag; {@code false} when it does not end, or is none. */
    boolean takeTag() throws IOException {
        bytes.take(1);
        if (bytes.has(1) && bytes.buffer[bytes.at] == '/') {
            bytes.take(1);
        }
        name.clear();
        while (bytes.has(1) && !endsName(bytes.buffer[bytes.at])) {
            name.add(bytes.buffer[bytes.at]);
            bytes.take(1);
        }
        return takeAttributes();
    }

    private boolean takeAttributes() throws IOException {
        byte quote = 0;
        byte before = 0;
        while (bytes.has(1) && bytes.buffer[bytes.at] != '<') {
            int to = bytes.at;
            for (; to < bytes.end && bytes.buffer[to] != '<'; to++) {
                byte next = bytes.buffer[to];
                if (quote == 0 && next == '>') {
                    empty = before == '/';
                    bytes.take(to + 1 - bytes.at);
                    return true;
                }
                boolean mark = next == '"' || next == '\'';
                quote = quote == 0 && mark ? next : quote == next ? 0 : quote;
                before = next;
            }
            bytes.take(to - bytes.at);
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
        while (bytes.has(1)) {
            bytes.take(bytes.end - bytes.at);
        }
    }

    private static boolean endsName(byte next) {
        return isBlank(next) || next == '/' || next == '>' || next == '<';
    }

    static boolean isBlank(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
