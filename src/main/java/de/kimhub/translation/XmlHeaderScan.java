package de.kimhub.translation;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a document up to its first record. */
final class XmlHeaderScan {

    /** A header is kept for replays, so it cannot be of any length. */
    static final int LONGEST = 1 << 18;

    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._\\-]+)[\"']");

    private final XmlFormat format;
    private final XmlScan scan;
    private final long begin;
    private Charset charset;
    private boolean declared;

    /** @param scan behind a byte order mark */
    XmlHeaderScan(XmlFormat format, XmlScan scan, boolean marked) {
        this.format = format;
        this.scan = scan;
        this.begin = scan.offset();
        this.charset = marked ? StandardCharsets.UTF_8 : format.charset();
    }

    XmlHeader read() throws IOException, XmlRefusal {
        prolog();
        long offset = scan.offset();
        long line = scan.line();
        byte[] tag = startTag();
        XmlNode root = element(XmlContext.NONE, tag, line);
        if (format.isRecord(root.uri(), root.local())) {
            return new XmlHeader(offset, line, charset, XmlContext.NONE, XmlHeader.Follows.RECORDS);
        }
        if (format.collection().isEmpty() || !format.collection().getFirst().names(root.uri(), root.local())) {
            throw format.isOtherRelease(root.local())
                    ? new XmlRefusal(TranslationProblem.RELEASE_NOT_SERVED, line, "The root element is known, but not in"
                            + " this namespace: another release of the standard. Have an agreed one sent, or add it to"
                            + " receive.format.namespaces.")
                    : new XmlRefusal(TranslationProblem.UNKNOWN_ROOT, line, "The root element is neither a record nor the"
                            + " agreed collection. Is it the right file? Otherwise add it to receive.format.records.");
        }
        return collection(XmlContext.NONE.with(tag, scan.name()), 1);
    }

    private void prolog() throws IOException, XmlRefusal {
        for (XmlScan.Ahead ahead = next(); ahead != XmlScan.Ahead.START_TAG; ahead = next()) {
            switch (ahead) {
                case INSTRUCTION -> instruction();
                case COMMENT -> mark(ahead);
                case DOCTYPE -> throw XmlRefusal.doctype(scan.line());
                case TEXT, CDATA, BROKEN, END_TAG, END -> throw XmlRefusal.notXml(scan.line());
                case START_TAG -> throw new IllegalStateException("The loop ends there");
            }
        }
        declareCharset(null);
    }

    private void instruction() throws IOException, XmlRefusal {
        boolean first = scan.offset() == begin;
        scan.keep(1000);
        mark(XmlScan.Ahead.INSTRUCTION);
        byte[] bytes = scan.kept();
        String text = bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.toLowerCase(Locale.ROOT).matches("(?s)<\\?xml\\s.*")) {
            if (!first) {
                throw new XmlRefusal(TranslationProblem.NOT_XML, scan.line(), "Something stands before the XML declaration,"
                        + " such as a blank line. Have it begin the document.");
            }
            Matcher matcher = ENCODING.matcher(text);
            declareCharset(matcher.find() ? matcher.group(1) : null);
        }
    }

    /** Without a declaration it is UTF-8, or else what the connector says. */
    private void declareCharset(String name) throws XmlRefusal {
        if (declared) {
            return;
        }
        declared = true;
        if (name != null) {
            Charset agreed = format.charset();
            boolean utf8 = name.equalsIgnoreCase("UTF-8");
            if (!utf8 && !name.equalsIgnoreCase(agreed.name())) {
                throw new XmlRefusal(TranslationProblem.WRONG_CHARSET, 1, "The XML declaration names another charset than "
                        + agreed.name() + ". Export the document in " + agreed.name() + ".");
            }
            charset = utf8 ? StandardCharsets.UTF_8 : agreed;
        }
    }

    private XmlHeader collection(XmlContext context, int depth) throws IOException, XmlRefusal {
        XmlContext here = context;
        int at = depth;
        boolean empty = scan.isEmptyElement();
        while (at < format.collection().size()) {
            XmlScan.Ahead ahead = empty ? XmlScan.Ahead.END_TAG : next();
            switch (ahead) {
                case START_TAG -> {
                    long line = scan.line();
                    byte[] tag = startTag();
                    XmlNode element = element(here, tag, line);
                    empty = scan.isEmptyElement();
                    if (format.collection().get(at).names(element.uri(), element.local())) {
                        here = here.with(tag, scan.name());
                        at++;
                    } else if (!empty && !scan.takeContent()) {
                        throw XmlRefusal.notXml(scan.line());
                    } else {
                        empty = false;
                    }
                }
                case INSTRUCTION, COMMENT, CDATA -> mark(ahead);
                case TEXT -> scan.takeText();
                case DOCTYPE -> throw XmlRefusal.doctype(scan.line());
                case END_TAG -> throw new XmlRefusal(TranslationProblem.NO_COLLECTION, scan.line(), "The element whose"
                        + " children are the records (receive.format.collection) is missing.");
                case BROKEN, END -> throw XmlRefusal.notXml(scan.line());
            }
        }
        return empty ? none(here, true) : first(here);
    }

    /** @param behind the collection's end, or else before it */
    private XmlHeader none(XmlContext context, boolean behind) throws IOException, XmlRefusal {
        XmlEnding ending = new XmlEnding(scan, format, context, charset);
        if (behind ? ending.takeWhatFollowsEmpty() : ending.takeWhatFollows()) {
            throw XmlRefusal.notXml(scan.line());
        }
        return ending.isBroken() ? new XmlHeader(ending.offset(), ending.line(), charset, context, ending.isAnother()
                ? XmlHeader.Follows.ANOTHER_COLLECTION : XmlHeader.Follows.NO_XML)
                : new XmlHeader(scan.offset(), scan.line(), charset, context, XmlHeader.Follows.NOTHING);
    }

    private XmlHeader first(XmlContext context) throws IOException, XmlRefusal {
        for (XmlScan.Ahead ahead = next();; ahead = next()) {
            switch (ahead) {
                case COMMENT, INSTRUCTION -> mark(ahead);
                case END_TAG -> {
                    return none(context, false);
                }
                case END -> throw XmlRefusal.notXml(scan.line());
                case START_TAG, TEXT, CDATA, DOCTYPE, BROKEN -> {
                    return new XmlHeader(scan.offset(), scan.line(), charset, context, XmlHeader.Follows.RECORDS);
                }
            }
        }
    }

    private byte[] startTag() throws IOException, XmlRefusal {
        scan.keep(LONGEST);
        boolean whole = scan.takeTag();
        byte[] tag = scan.kept();
        if (tag == null) {
            throw XmlRefusal.tooLong(LONGEST);
        }
        if (!whole) {
            throw XmlRefusal.notXml(scan.line());
        }
        return tag;
    }

    /** The element that a start tag begins. */
    private XmlNode element(XmlContext context, byte[] tag, long line) throws XmlRefusal {
        XmlTree tree = new XmlTree(line);
        XmlContext inner = scan.isEmptyElement() ? context : context.with(tag, scan.name());
        XmlParser.Outcome outcome = new XmlParser(charset).parse(inner, scan.isEmptyElement() ? tag : new byte[0],
                new XmlEvents(context.depth(), List.of(tree)));
        if (outcome.problem() != null) {
            throw new XmlRefusal(outcome.problem() == TranslationProblem.BAD_CHARACTERS
                    ? TranslationProblem.WRONG_CHARSET : TranslationProblem.NOT_XML, line, "A tag before the first record"
                    + " is not well-formed. Have the document exported again.");
        }
        return tree.root();
    }

    private XmlScan.Ahead next() throws IOException, XmlRefusal {
        scan.skipBlanks();
        if (scan.offset() > LONGEST) {
            throw XmlRefusal.tooLong(LONGEST);
        }
        return scan.ahead();
    }

    private void mark(XmlScan.Ahead ahead) throws IOException, XmlRefusal {
        if (!scan.takeMark(ahead)) {
            throw XmlRefusal.notXml(scan.line());
        }
    }
}
