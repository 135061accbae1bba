package de.kimhub.translation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Opens JSON documents whose records lie in an array. */
final class JsonOpening implements DocumentFormat {

    private final JsonFormat format;

    JsonOpening(JsonFormat format) {
        this.format = format;
    }

    @Override
    public Opening open(DocumentContent content, ReadMark from) {
        try {
            CharsetGuess guess = CsvOpening.probe(content);
            if (guess.saysNothing(content.size())) {
                return Opening.RefusedDocument.of(TranslationProblem.EMPTY_DOCUMENT, "The document is empty.");
            }
            if (guess.isUtf16OrBinary() || guess.clearlyOtherThan(StandardCharsets.UTF_8) != null) {
                return Opening.RefusedDocument.of(TranslationProblem.WRONG_CHARSET, "The document is not UTF-8. Export it in UTF-8.");
            }
            JsonParser parser = format.factory().createParser(content.openAt(0));
            boolean array = moveToArray(parser);
            if (!array) {
                parser.close();
                parser = format.factory().createParser(content.openAt(0));
                parser.nextToken();
            }
            if (!array && parser.currentToken() != JsonToken.START_OBJECT) {
                parser.close();
                return Opening.RefusedDocument.of(TranslationProblem.NOT_JSON, "The document has no array at '" + format.recordsAt()
                        + "' (recordsAt).");
            }
            return new Opening.Opened(new JsonReader(parser, format, !array, content.size(), from), List.of());
        } catch (JsonProcessingException | CharConversionException notJson) {
            return Opening.RefusedDocument.of(TranslationProblem.NOT_JSON, "The document is no JSON.");
        } catch (IOException broken) {
            throw new UncheckedIOException("The stored document cannot be read", broken);
        }
    }

    private boolean moveToArray(JsonParser parser) throws IOException {
        JsonPointer wanted = JsonPointer.compile(format.recordsAt());
        JsonToken token = parser.nextToken();
        while (!wanted.matches()) {
            if (token == JsonToken.START_OBJECT) {
                token = member(parser, wanted.getMatchingProperty());
            } else if (token == JsonToken.START_ARRAY) {
                token = element(parser, wanted.getMatchingIndex());
            } else {
                return false;
            }
            wanted = wanted.tail();
        }
        return token == JsonToken.START_ARRAY;
    }

    private static JsonToken member(JsonParser parser, String name) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(name);
            JsonToken value = parser.nextToken();
            if (found) {
                return value;
            }
            parser.skipChildren();
        }
        return JsonToken.NOT_AVAILABLE;
    }

    private static JsonToken element(JsonParser parser, int index) throws IOException {
        JsonToken token = parser.nextToken();
        for (int i = 0; i < index && token != JsonToken.END_ARRAY; i++) {
            parser.skipChildren();
            token = parser.nextToken();
        }
        return token;
    }
}
