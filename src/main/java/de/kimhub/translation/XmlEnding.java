package de.kimhub.translation;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What stands behind a record, up to the next one or the end of the document. */
final class XmlEnding {

    private final XmlScan scan;
    private final XmlFormat format;
    private final List<String> names;
    private final Charset charset;
    private boolean broken;
    private boolean another;
    private long offset;
    private long line;

    XmlEnding(XmlScan scan, XmlFormat format, XmlContext context, Charset charset) {
        this.scan = scan;
        this.format = format;
        this.names = context.names();
        this.charset = charset;
    }

    /** The records are over, but what follows is not what it should be; it is not yet told. */
    boolean isBroken() {
        return broken;
    }

    /** Broken by another collection, or by a record outside of the first one: these are not read. */
    boolean isAnother() {
        return another;
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
                    return takeEnding(names.size());
                }
            }
        }
    }

    /** The same, behind the tag of a collection that is an empty element. */
    boolean takeWhatFollowsEmpty() throws IOException {
        return takeEnding(names.size() - 1);
    }

    private boolean takeEnding(int depth) throws IOException {
        offset = scan.offset();
        line = scan.line();
        List<String> open = new ArrayList<>(names.subList(0, depth));
        while (true) {
            scan.skipBlanks();
            XmlScan.Ahead ahead = scan.ahead();
            boolean well = switch (ahead) {
                case END -> true;
                case COMMENT, INSTRUCTION -> scan.takeMark(ahead);
                case CDATA -> !open.isEmpty() && isNoContent(open) && scan.takeMark(ahead);
                case TEXT -> !open.isEmpty() && isNoContent(open) && takeText();
                case END_TAG -> !open.isEmpty() && scan.takeTag() && scan.name().equals(open.removeLast());
                case START_TAG -> !open.isEmpty() && isNoContent(open) && takeOther(open);
                case DOCTYPE, BROKEN -> false;
            };
            if (!well) {
                broken = true;
                scan.takeAll();
                return false;
            }
            if (ahead == XmlScan.Ahead.END) {
                return !open.isEmpty();
            }
        }
    }

    private boolean takeText() throws IOException {
        scan.takeText();
        return true;
    }

    /** Of another collection on the way to which these elements were opened. */
    private boolean isNoContent(List<String> open) {
        another = another || open.size() == format.collection().size();
        return !another;
    }

    /**
     * Other elements may follow, but no second collection with anything in it, and no record: these would be lost. Their
     * namespaces do not count, so that those of another release are not lost either.
     */
    private boolean takeOther(List<String> open) throws IOException {
        if (!scan.takeTag()) {
            return false;
        }
        String name = new String(scan.name().getBytes(StandardCharsets.ISO_8859_1), charset);
        String local = name.substring(name.indexOf(':') + 1);
        another = format.records().stream().anyMatch(step -> step.local().equals(local));
        if (another || scan.isEmptyElement()) {
            return !another;
        }
        if (format.collection().get(open.size()).local().equals(local)) {
            open.add(scan.name());
            return true;
        }
        return scan.takeContent();
    }
}
