package de.kimhub.translation;

import java.io.IOException;
import java.util.List;

/** What stands behind a record, up to the next one or the end of the document. */
final class XmlEnding {

    private final XmlScan scan;
    private final List<String> names;
    private boolean broken;
    private long offset;
    private long line;

    XmlEnding(XmlScan scan, XmlContext context) {
        this.scan = scan;
        this.names = context.names();
    }

    /** The records are over, but what follows is not what it should be; it is not yet told. */
    boolean isBroken() {
        return broken;
    }

    void told() {
        broken = false;
    }

    /** Where the broken ending begins. */
    long offset() {
        return offset;
    }

    long line() {
        return line;
    }

    /** @return whether the document ends too early */
    boolean takeWhatFollows() throws IOException {
        while (true) {
            scan.skipBlanks();
            XmlScan.Ahead ahead = scan.ahead();
            switch (ahead) {
                case COMMENT, INSTRUCTION -> scan.takeMark(ahead);
                case START_TAG, TEXT, CDATA, DOCTYPE, BROKEN -> {
                    return false;
                }
                case END -> {
                    return !names.isEmpty();
                }
                case END_TAG -> {
                    return takeEnding();
                }
            }
        }
    }

    private boolean takeEnding() throws IOException {
        offset = scan.offset();
        line = scan.line();
        int open = names.size();
        while (true) {
            scan.skipBlanks();
            XmlScan.Ahead ahead = scan.ahead();
            boolean well = switch (ahead) {
                case END -> {
                    yield true;
                }
                case COMMENT, INSTRUCTION -> scan.takeMark(ahead);
                case CDATA -> open > 0 && scan.takeMark(ahead);
                case TEXT -> open > 0 && takeText();
                case END_TAG -> open > 0 && scan.takeTag() && scan.name().equals(names.get(--open));
                case START_TAG -> open > 0 && takeOther();
                case DOCTYPE, BROKEN -> false;
            };
            if (!well) {
                broken = true;
                scan.takeAll();
                return false;
            }
            if (ahead == XmlScan.Ahead.END) {
                return open > 0;
            }
        }
    }

    private boolean takeText() throws IOException {
        scan.takeText();
        return true;
    }

    /** Other elements may follow, but no second collection, whose records would be lost. */
    private boolean takeOther() throws IOException {
        boolean tag = scan.takeTag();
        boolean again = scan.name().equals(names.getLast());
        return tag && !again && (scan.isEmptyElement() || scan.takeContent());
    }
}
