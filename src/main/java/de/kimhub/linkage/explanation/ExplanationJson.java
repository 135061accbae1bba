package de.kimhub.linkage.explanation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The form in which an explanation is kept. It holds personal values: encrypt it. */
public final class ExplanationJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ExplanationJson() {
    }

    public static byte[] write(PairExplanation explanation) {
        try {
            return MAPPER.writeValueAsBytes(explanation);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The explanation cannot be written as JSON");
        }
    }

    public static PairExplanation read(byte[] json) {
        try {
            return MAPPER.readValue(json, PairExplanation.class);
        } catch (JsonProcessingException wrong) {
            // its message quotes the text
            throw new IllegalArgumentException("The kept explanation cannot be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
