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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        return switch (format) {
            case "json" -> reverseArray(document);
            case "xml" -> reverseElements(document, records);
            default -> Optional.of(reverseLines(document, records));
        };
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

    /** What stands behind the last record, such as the end of the root element, stays there. */
    private static Optional<byte[]> reverseElements(byte[] document, List<RawRecord> records) {
        int header = (int) records.getFirst().offset();
        String last = latin(document, records.getLast());
        Matcher begin = Pattern.compile("<([^\\s/>]+)").matcher(last);
        int end = begin.lookingAt() ? last.lastIndexOf("</" + begin.group(1)) : -1;
        if (end < 0) {
            return Optional.empty();
        }
        int behind = last.indexOf('>', end) + 1;
        StringBuilder reversed = new StringBuilder(new String(document, 0, header, StandardCharsets.ISO_8859_1));
        reversed.append(last, 0, behind);
        records.reversed().stream().skip(1).forEach(record -> reversed.append(latin(document, record)));
        return Optional.of(reversed.append(last.substring(behind)).toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Each byte a character. */
    private static String latin(byte[] document, RawRecord record) {
        return new String(document, (int) record.offset(), (int) record.length(), StandardCharsets.ISO_8859_1);
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
