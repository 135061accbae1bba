package de.kimhub.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import de.kimhub.translation.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        if (format.equals("xml")) {
            return reverseElements(document, records);
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

    /** What stands behind the last record's end tag belongs to the document. */
    private static Optional<byte[]> reverseElements(byte[] document, List<RawRecord> records) {
        RawRecord last = records.getLast();
        String text = new String(document, (int) last.offset(), (int) last.length(), StandardCharsets.ISO_8859_1);
        String name = text.strip().replaceFirst("(?s)^<([^\\s/>]+).*", "$1");
        int end = text.lastIndexOf("</" + name + ">");
        if (end < 0) {
            return Optional.empty();
        }
        int behind = (int) last.offset() + end + name.length() + 3;
        ByteArrayOutputStream reversed = new ByteArrayOutputStream(document.length);
        reversed.write(document, 0, (int) records.getFirst().offset());
        reversed.write(document, (int) last.offset(), behind - (int) last.offset());
        for (RawRecord record : records.subList(0, records.size() - 1).reversed()) {
            reversed.write(document, (int) record.offset(), (int) record.length());
        }
        reversed.write(document, behind, document.length - behind);
        return Optional.of(reversed.toByteArray());
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
