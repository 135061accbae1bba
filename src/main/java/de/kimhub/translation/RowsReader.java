package de.kimhub.translation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one JSON object per line. */
final class RowsReader implements RecordReader {

    private final CsvSplitter splitter;
    private final JsonFactory factory;
    private final JsonFormat format;
    /** Lines that are arrays are rows of a sheet with more cells than its header. */
    private final boolean sheet;
    private ReadMark mark;

    RowsReader(CsvSplitter splitter, JsonFactory factory, JsonFormat format, boolean sheet, ReadMark from) {
        this.splitter = splitter;
        this.factory = factory;
        this.format = format;
        this.sheet = sheet;
        this.mark = from;
    }

    @Override
    public List<RawRecord> read(int atMost) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        while (records.size() < atMost) {
            CsvSplitter.Span span = splitter.next();
            if (span == null) {
                break;
            }
            long number = mark.record() + 1;
            Map<String, String> values = span.problem == null ? object(span) : null;
            records.add(values != null
                    ? new RawRecord.Readable(number, span.line, span.offset, span.length, JsonFormat.row(values))
                    : new RawRecord.Unreadable(number, span.line, span.offset, span.length,
                            problem(span, Place.record(number, span.line))));
            mark = new ReadMark(span.offset + span.length, number, span.line);
        }
        return records;
    }

    private Problem problem(CsvSplitter.Span span, Place place) {
        if (sheet && span.problem == null && splitter.bytes()[span.from] == '[') {
            return new Problem(TranslationProblem.TOO_MANY_COLUMNS, place, "The row has more cells than the header.");
        }
        return new Problem(span.problem == TranslationProblem.TOO_LONG ? span.problem : TranslationProblem.JSON_RECORD,
                place, "The line is no single JSON object of plain values.");
    }

    private Map<String, String> object(CsvSplitter.Span span) {
        try (JsonParser parser = factory.createParser(splitter.bytes(), span.from, span.to - span.from)) {
            Map<String, String> values = parser.nextToken() == JsonToken.START_OBJECT ? format.flatten(parser, 0) : null;
            return parser.nextToken() == null ? values : null;
        } catch (JsonProcessingException | CharConversionException notJson) {
            return null;
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
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
