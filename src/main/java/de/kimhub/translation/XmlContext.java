package de.kimhub.translation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The elements that are open around a record.
 *
 * @param startTags as they stand in the document, on one line
 * @param endTags   those that belong to them
 * @param names     as they stand in the document, the outermost first
 */
record XmlContext(byte[] startTags, byte[] endTags, List<String> names) {

    static final XmlContext NONE = new XmlContext(new byte[0], new byte[0], List.of());

    XmlContext with(byte[] startTag, String name) {
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        start.writeBytes(startTags);
        for (byte next : startTag) {
            start.write(XmlScan.isBlank(next) ? ' ' : next);
        }
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        end.writeBytes(("</" + name + ">").getBytes(StandardCharsets.ISO_8859_1));
        end.writeBytes(endTags);
        List<String> all = new ArrayList<>(names);
        all.add(name);
        return new XmlContext(start.toByteArray(), end.toByteArray(), List.copyOf(all));
    }

    int depth() {
        return names.size();
    }
}
