package de.kimhub.steering.catalogue;

import de.kimhub.message.EventType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** With what somebody left a course: the level of the Common European Framework of Reference for Languages that was reached. */
public enum CourseResult {
    B1("b1", "B1 oder höher"), A2("a2", "A2"), NEITHER("weder-noch", "weder B1 noch A2"), ABORTED("abgebrochen", "abgebrochen");

    private static final Set<String> B1_OR_HIGHER = Set.of("B1", "B2", "C1", "C2");
    private static final Set<String> BELOW_A2 = Set.of("A0", "A1");

    private final String code;
    private final String text;

    CourseResult(String code, String text) {
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    /** German, by code. */
    public static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(one -> texts.put(one.code, one.text));
        return texts;
    }

    /**
     * Where no level is told, a course that was successful ended with B1 (§ 17 Abs. 2 IntV).
     *
     * @param result of the canonical list {@code kursergebnis}; may be empty, as the level may
     * @return its code; empty: it was not told
     */
    public static String of(EventType left, String result, String level) {
        if (left == EventType.COURSE_ABORTED || result.equals("abgebrochen")) {
            return ABORTED.code;
        }
        if (!level.isEmpty()) {
            return B1_OR_HIGHER.contains(level) ? B1.code : level.equals("A2") ? A2.code : BELOW_A2.contains(level) ? NEITHER.code : "";
        }
        return switch (result) {
            case "dtz-b1", "erfolgreich" -> B1.code;
            case "dtz-a2" -> A2.code;
            case "dtz-unter-a2", "nicht-erfolgreich", "teilgenommen" -> NEITHER.code;
            default -> "";
        };
    }
}
