package de.kimhub.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import de.kimhub.translation.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes a document's records in reverse order, by the borders that the reader found. */
final class Reordering {

    private final String format;

    Reordering(String format) {
        this.format = format;
    }

    /** Empty when the format does not allow it, or there is nothing to change. */
    Optional<byte[]> reverse(byte[] document, List<RawRecord> records) {
        if (records.size() < 2) {
            return Optional.empty();
        }
        return format.equals("json") ? reverseArray(document) : Optional.of(reverseLines(document, records));
    }

    private static byte[] reverseLines(byte[] document, List<RawRecord> records) {
        ByteArrayOutputStream reversed = new ByteArrayOutputStream(document.length + 2);
        reversed.write(document, 0, (int) records.getFirst().offset());
        for (RawRecord record : records.reversed()) {
            reversed.write(document, (int) record.offset(), (int) record.length());
            int last = (int) (record.offset() + record.length()) - 1;
            if (document[last] != '\n' && document[last] != '\r') {
                reversed.writeBytes(new byte[] {'\r', '\n'});
            }
        }
        return reversed.toByteArray();
    }

    private static Optional<byte[]> reverseArray(byte[] document) {
        try {
            JsonMapper json = JsonMapper.builder().build();
            JsonNode root = json.readTree(document);
            if (!root.isArray()) {
                return Optional.empty();
            }
            ArrayNode reversed = json.createArrayNode();
            for (int i = root.size() - 1; i >= 0; i--) {
                reversed.add(root.get(i));
            }
            return Optional.of(json.writeValueAsBytes(reversed));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }
}
