package de.kimhub.steering.catalogue;

import de.kimhub.translation.CodeLists;
import java.util.LinkedHashMap;
import java.util.Map;

/** Themes of consultations, and of hurdles: the canonical code list {@code thema}, texts by code, in its order. */
public final class Themes {

    private static final String LIST = "thema";
    private static final Map<String, String> TEXTS = read(CodeLists.canonical());

    private Themes() {
    }

    public static Map<String, String> texts() {
        return TEXTS;
    }

    private static Map<String, String> read(CodeLists lists) {
        Map<String, String> texts = new LinkedHashMap<>();
        lists.codes(LIST).forEach(code -> texts.put(code, lists.text(LIST, code).orElse(code)));
        return texts;
    }
}
