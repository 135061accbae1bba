package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a CSV document in batches: records are found, decoded together and taken apart together. */
final class CsvReader implements RecordReader {

    /** A batch ends early when it grows beyond this, so that long records cost no more memory than short ones. */
    private static final int MAX_BATCH_CHARS = 4 << 20;

    /** A record that is found but not yet taken apart. */
    private record Found(int index, long line, long offset, long length, int from, int to) {
    }

    private final CsvSplitter splitter;
    private final CsvRows rows;
    private final Header header;
    private final Decoding decoding;
    private ReadMark mark;

    CsvReader(CsvSplitter splitter, CsvRows rows, Header header, CsvFormat format, ReadMark from) {
        this.splitter = splitter;
        this.rows = rows;
        this.header = header;
        this.decoding = new Decoding(format.charset(), format.maxRecordLength());
        this.mark = from;
    }

    @Override
    public List<RawRecord> read(int atMost) throws IOException {
        List<RawRecord> records = new ArrayList<>(Math.min(atMost, 4096));
        List<Found> found = new ArrayList<>(Math.min(atMost, 4096));
        decoding.clear();
        while (records.size() < atMost && decoding.length < MAX_BATCH_CHARS) {
            CsvSplitter.Span span = splitter.next();
            if (span == null) {
                break;
            }
            long number = mark.record() + 1;
            int from = decoding.length;
            TranslationProblem problem = span.problem != null ? span.problem
                    : decoding.append(splitter.bytes(), span.from, span.to);
            if (problem != null) {
                splitter.onlyFirstLine(span);
                records.add(unreadable(number, span.line, span.offset, span.length, problem));
            } else {
                decoding.endLine();
                found.add(new Found(records.size(), span.line, span.offset, span.length, from, decoding.length));
                records.add(null);
            }
            mark = new ReadMark(span.offset + span.length, number, span.line + span.lines - 1);
        }
        takeApart(found, records, mark.record() - records.size() + 1);
        return records;
    }

    private void takeApart(List<Found> found, List<RawRecord> records, long firstNumber) {
        if (found.isEmpty()) {
            return;
        }
        String[][] values = rows.parse(decoding.chars, found.getFirst().from, found.getLast().to, found.size());
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            String[][] own = values != null ? null : rows.parse(decoding.chars, one.from, one.to, 1);
            String[] row = values != null ? values[i] : own == null ? null : own[0];
            long number = firstNumber + one.index;
            records.set(one.index, row == null
                    ? unreadable(number, one.line, one.offset, one.length, TranslationProblem.NOT_PARSED)
                    : new RawRecord.Readable(number, one.line, one.offset, one.length, header.row(row)));
        }
    }

    private static RawRecord unreadable(long number, long line, long offset, long length, TranslationProblem problem) {
        String text = switch (problem) {
            case TOO_LONG -> "The record is longer than the connector's maxRecordLength.";
            case NUL_BYTE -> "The record holds NUL bytes.";
            case BAD_CHARACTERS -> "The record holds bytes that its charset does not have.";
            case UNCLOSED_QUOTE -> "A quote that opens on this line is not closed rightly.";
            case STRAY_QUOTE -> "Behind a closing quote stands more than a delimiter.";
            case TOO_FEW_COLUMNS -> "The record has fewer columns than the header.";
            case TOO_MANY_COLUMNS -> "The record has more filled columns than the header.";
            default -> "The record cannot be taken apart.";
        };
        return new RawRecord.Unreadable(number, line, offset, length,
                new Problem(problem, Place.record(number, line), text));
    }

    @Override
    public ReadMark mark() {
        return mark;
    }

    @Override
    public void close() throws IOException {
        splitter.close();
    }
}
