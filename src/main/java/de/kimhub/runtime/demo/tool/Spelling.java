package de.kimhub.runtime.demo.tool;

import java.text.Normalizer;
import java.util.Map;

/** How an office writes names that it hears or copies: without the marks of other alphabets, umlauts as two letters. */
final class Spelling {

    private static final Map<String, String> LETTERS = Map.ofEntries(Map.entry("ä", "ae"), Map.entry("ö", "oe"),
            Map.entry("ü", "ue"), Map.entry("Ä", "Ae"), Map.entry("Ö", "Oe"), Map.entry("Ü", "Ue"), Map.entry("ß", "ss"),
            Map.entry("ı", "i"), Map.entry("ł", "l"), Map.entry("đ", "d"));

    private Spelling() {
    }

    static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().mapToObj(Character::toString).forEach(letter -> plain.append(LETTERS.getOrDefault(letter,
                Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{M}", ""))));
        return plain.toString();
    }
}
