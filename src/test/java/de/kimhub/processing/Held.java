package de.kimhub.processing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows the lines that an association is given, as its tool would. */
final class Held {

    private Held() {
    }

    /** The measures that it has after these lines: without what was replaced or taken back. */
    static List<String> measures(List<String> lines) {
        Map<String, String> byId = new LinkedHashMap<>();
        for (String line : lines) {
            String[] cells = line.split(";", -1);
            String replaces = cells[13].replace("\"", "");
            byId.remove(replaces);
            if (!cells[2].equals("storno")) {
                byId.put(cells[12], cells[6]);
            }
        }
        return List.copyOf(byId.values());
    }
}
