package de.kimhub.runtime.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measured figures as a text and as JSON. Each kind of measurement replaces its own part and leaves the others. */
record ResultFiles(Path markdown, Path json) {

    static final String LINKAGE = "linkage";
    static final String DISCLOSURE = "disclosure";
    private static final String PARTS = "(?m)^(?=# )";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The parts of the text begin with a heading of the first level, whose first word says which it is. */
    void writeText(String part) throws IOException {
        Files.createDirectories(markdown.toAbsolutePath().getParent());
        Files.writeString(markdown, replaced(Files.exists(markdown) ? Files.readString(markdown) : "", part));
    }

    static String replaced(String text, String part) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String one : text.split(PARTS)) {
            if (!one.isBlank()) {
                parts.put(kind(one), one.strip());
            }
        }
        parts.put(kind(part), part.strip());
        return String.join("\n\n", parts.values()) + "\n";
    }

    private static String kind(String part) {
        return part.split("\\s+", 3)[1];
    }

    void writeLoad(Map<String, Object> figures) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(figures);
        Map<String, Object> known = known();
        for (String part : List.of(LINKAGE, DISCLOSURE)) {
            if (known.containsKey(part)) {
                all.put(part, known.get(part));
            }
        }
        write(all);
    }

    /** @param part {@link #LINKAGE} or {@link #DISCLOSURE} */
    void writePart(String part, Object figures) throws IOException {
        Map<String, Object> all = known();
        all.put(part, figures);
        write(all);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> known() throws IOException {
        return Files.exists(json) ? JSON.readValue(json.toFile(), LinkedHashMap.class) : new LinkedHashMap<>();
    }

    private void write(Map<String, Object> all) throws IOException {
        Files.createDirectories(json.toAbsolutePath().getParent());
        JSON.writeValue(json.toFile(), all);
    }
}
