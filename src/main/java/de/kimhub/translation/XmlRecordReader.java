package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the records of an XML document. What stands between two records belongs to the one before, and what stands behind
 * the last one to that.
 */
final class XmlRecordReader implements RecordReader {

    /** A batch ends early when it grows beyond this, so that large records cost no more memory than small ones. */
    private static final long MAX_BATCH_BYTES = 4 << 20;

    private final XmlScan scan;
    private final XmlFormat format;
    private final XmlHeader header;
    private final XmlRecordParser parser;
    private final XmlEnding ending;
    private ReadMark mark;

    XmlRecordReader(XmlScan scan, XmlFormat format, XmlHeader header, ReadMark from) {
        this.scan = scan;
        this.format = format;
        this.header = header;
        this.parser = new XmlRecordParser(format, header);
        this.ending = new XmlEnding(scan, format, header.context(), header.charset());
        this.mark = from;
    }

    @Override
    public List<RawRecord> read(int atMost) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        long begin = scan.offset();
        parser.beginBatch();
        while (records.size() < atMost && scan.offset() - begin < MAX_BATCH_BYTES && !parser.isBatchFull()
                && (ending.isBroken() || scan.ahead() != XmlScan.Ahead.END)) {
            boolean atEnding = ending.isBroken();
            long line = atEnding ? ending.line() : scan.line();
            RawRecord record = atEnding ? rest(line, ending.offset(), ending.isAnother()) : next(line, scan.offset());
            records.add(record);
            boolean endingFollows = !atEnding && ending.isBroken();
            mark = new ReadMark(record.offset() + record.length(), record.number(),
                    (endingFollows ? ending.line() : scan.line()) - 1);
            if (atEnding) {
                ending.told();
            }
        }
        return records;
    }

    private RawRecord next(long line, long offset) throws IOException {
        if (header.follows() != XmlHeader.Follows.RECORDS) {
            return rest(line, offset, header.follows() == XmlHeader.Follows.ANOTHER_COLLECTION);
        }
        XmlScan.Ahead ahead = scan.ahead();
        boolean single = header.context().depth() == 0;
        if (single && mark.record() > 0 || ahead == XmlScan.Ahead.DOCTYPE || ahead == XmlScan.Ahead.BROKEN
                || ahead == XmlScan.Ahead.END_TAG) {
            return rest(line, offset);
        }
        if (ahead != XmlScan.Ahead.START_TAG) {
            return text(ahead, line, offset);
        }
        scan.keep(format.maxRecordLength());
        boolean whole = scan.takeElement();
        byte[] bytes = scan.kept();
        if (!whole) {
            return rest(line, offset);
        }
        boolean cut = ending.takeWhatFollows();
        if (bytes == null) {
            return unreadable(line, offset, TranslationProblem.TOO_LONG,
                    "The record is longer than the connector's maxRecordLength.");
        }
        return parser.parse(bytes, mark.record() + 1, line, offset, end() - offset, cut);
    }

    private RawRecord text(XmlScan.Ahead ahead, long line, long offset) throws IOException {
        if (ahead == XmlScan.Ahead.CDATA) {
            if (!scan.takeMark(ahead)) {
                return rest(line, offset);
            }
        } else {
            scan.takeText();
        }
        ending.takeWhatFollows();
        return unreadable(line, offset, TranslationProblem.UNKNOWN_RECORD, "Between the records stands text.");
    }

    private RawRecord rest(long line, long offset) throws IOException {
        return rest(line, offset, false);
    }

    private RawRecord rest(long line, long offset, boolean another) throws IOException {
        TranslationProblem code = another ? TranslationProblem.UNKNOWN_RECORD
                : scan.ahead() == XmlScan.Ahead.DOCTYPE ? TranslationProblem.DOCTYPE : TranslationProblem.XML_RECORD;
        scan.takeAll();
        return new RawRecord.Unreadable(mark.record() + 1, line, offset, scan.offset() - offset,
                new Problem(code, Place.record(mark.record() + 1, line), switch (code) {
                    case UNKNOWN_RECORD -> "Behind the first collection stands another one, or a record. From its end on"
                            + " nothing was read. Have them sent as documents of their own.";
                    case DOCTYPE -> "A DOCTYPE stands among the records. From here on nothing was read.";
                    default -> "From here on the document is no well-formed XML.";
                }));
    }

    private RawRecord unreadable(long line, long offset, TranslationProblem code, String text) {
        return new RawRecord.Unreadable(mark.record() + 1, line, offset, end() - offset,
                new Problem(code, Place.record(mark.record() + 1, line), text));
    }

    private long end() {
        return ending.isBroken() ? ending.offset() : scan.offset();
    }

    @Override
    public ReadMark mark() {
        return mark;
    }

    @Override
    public void close() throws IOException {
        scan.close();
    }
}
