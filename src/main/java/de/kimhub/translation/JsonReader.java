package de.kimhub.translation;

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

/**
 * Reads the elements of a JSON array. Going on at a mark skips the records before it. Where the document stops being
 * JSON, all the rest is one unreadable record. A document that is a record by itself, as in a replay, counts too.
 */
final class JsonReader implements RecordReader {

    private final JsonParser parser;
    private final JsonFormat format;
    private final long size;
    private ReadMark mark;
    private final boolean single;
    private long toSkip;
    private boolean finished;

    /** @param single the document is one record, on whose beginning the parser stands */
    JsonReader(JsonParser parser, JsonFormat format, boolean single, long size, ReadMark from) {
        this.parser = parser;
        this.format = format;
        this.single = single;
        this.size = size;
        this.mark = from;
        this.toSkip = from.record();
        this.finished = from.offset() >= size;
    }

    @Override
    public List<RawRecord> read(int atMost) throws IOException {
        List<RawRecord> records = new ArrayList<>();
        try {
            if (single && !finished) {
                finished = true;
                records.add(next(parser.currentToken()));
                return records;
            }
            for (; toSkip > 0 && !finished; toSkip--) {
                finished = isEnd(parser.nextToken());
                parser.skipChildren();
            }
            while (!finished && records.size() < atMost) {
                JsonToken token = parser.nextToken();
                finished = isEnd(token);
                if (!finished) {
                    records.add(next(token));
                }
            }
        } catch (JsonProcessingException | CharConversionException notJson) {
            finished = true;
            long offset = mark.offset();
            records.add(unreadable(offset, size - offset, Math.max(1, mark.line()),
                    "From here on the document is no JSON."));
            mark = new ReadMark(size, mark.record() + 1, mark.line());
        }
        return records;
    }

    private static boolean isEnd(JsonToken token) throws JsonProcessingException {
        if (token == null) {
            throw new com.fasterxml.jackson.core.JsonParseException(null, "The array does not end");
        }
        return token == JsonToken.END_ARRAY;
    }

    private RawRecord next(JsonToken token) throws IOException {
        long offset = parser.currentTokenLocation().getByteOffset();
        long line = parser.currentTokenLocation().getLineNr();
        Map<String, String> values = null;
        if (token == JsonToken.START_OBJECT) {
            values = format.flatten(parser, offset);
        } else {
            parser.skipChildren();
            parser.getText();
        }
        long length = parser.currentLocation().getByteOffset() - offset;
        long number = mark.record() + 1;
        RawRecord record = values == null || length > format.maxRecordLength()
                ? unreadable(offset, length, line, "The element is no object, is too long, or has a name twice.")
                : new RawRecord.Readable(number, line, offset, length, JsonFormat.row(values));
        mark = new ReadMark(offset + length, number, parser.currentLocation().getLineNr());
        return record;
    }

    private RawRecord unreadable(long offset, long length, long line, String text) {
        long number = mark.record() + 1;
        return new RawRecord.Unreadable(number, line, offset, length,
                new Problem(TranslationProblem.JSON_RECORD, Place.record(number, line), text));
    }

    @Override
    public ReadMark mark() {
        return mark;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
