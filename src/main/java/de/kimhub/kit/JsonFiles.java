package de.kimhub.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the expected files of samples, which people write. */
final class JsonFiles {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private JsonFiles() {
    }

    /** The items of the array in the file; an empty list when there is no such file. */
    static <T> Optional<List<T>> list(Sample sample, String fileName, Function<JsonNode, T> item,
                                      List<String> findings) {
        Path file = sample.file(fileName);
        if (!Files.exists(file)) {
            return Optional.of(List.of());
        }
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root.isArray()) {
                List<T> items = new ArrayList<>();
                root.forEach(node -> items.add(item.apply(node)));
                return Optional.of(items);
            }
            findings.add(sample.placeOf(fileName) + ": Expected a JSON array. Put [ ] around it." + KitProblem.EXPECTED_FILE);
        } catch (JsonProcessingException noJson) {
            findings.add(sample.placeOf(fileName) + ":" + (noJson.getLocation() == null ? 1
                    : noJson.getLocation().getLineNr()) + ": This is not valid JSON. Correct it." + KitProblem.EXPECTED_FILE);
        } catch (IOException unreadable) {
            findings.add(sample.placeOf(fileName) + ": The file cannot be read. Check its rights." + KitProblem.EXPECTED_FILE);
        }
        return Optional.empty();
    }

    /** Whether both are the same JSON, whatever the layout. */
    static boolean same(byte[] one, byte[] other) {
        try {
            return JSON.readTree(one).equals(JSON.readTree(other));
        } catch (IOException noJson) {
            return false;
        }
    }
}
