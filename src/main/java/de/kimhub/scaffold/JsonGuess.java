package de.kimhub.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Where the records of a JSON file are. */
final class JsonGuess {

    private static final int DEEPEST = 6;

    private record Found(String pointer, JsonNode node, int depth) {
    }

    private JsonGuess() {
    }

    static List<FormatGuess> candidates(byte[] sample) {
        List<FormatGuess> guesses = new ArrayList<>();
        String text = new String(sample, StandardCharsets.UTF_8);
        List<String> lines = text.lines().filter(line -> !line.isBlank()).limit(20).map(String::strip).toList();
        if (lines.size() > 1 && lines.stream().allMatch(line -> line.startsWith("{") && line.endsWith("}"))) {
            guesses.add(FormatGuess.of("rows", List.of("Ein JSON-Objekt je Zeile.")));
        }
        try {
            arrays(new ObjectMapper().readTree(sample), guesses);
        } catch (IOException severalObjects) {
            // then each line is tried as one
        }
        if (guesses.isEmpty()) {
            guesses.add(FormatGuess.of("json", List.of("JSON."), "recordsAt", ""));
        }
        return guesses;
    }

    private static void arrays(JsonNode root, List<FormatGuess> guesses) {
        Queue<Found> open = new ArrayDeque<>(List.of(new Found("", root, 0)));
        while (!open.isEmpty()) {
            Found next = open.remove();
            if (next.node().isArray()) {
                if (!next.node().isEmpty() && next.node().get(0).isObject()) {
                    guesses.add(FormatGuess.of("json", List.of(next.pointer().isEmpty()
                            ? "Die Datei ist ein JSON-Array von Objekten."
                            : "Die Datensätze stehen im JSON-Array unter " + next.pointer() + "."), "recordsAt", next.pointer()));
                }
            } else if (next.node().isObject() && next.depth() < DEEPEST) {
                for (Map.Entry<String, JsonNode> entry : next.node().properties()) {
                    open.add(new Found(next.pointer() + "/" + entry.getKey().replace("~", "~0").replace("/", "~1"),
                            entry.getValue(), next.depth() + 1));
                }
            }
        }
    }
}
