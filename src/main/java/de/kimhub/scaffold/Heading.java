package de.kimhub.scaffold;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** A column's name or a code's text, folded so that spellings are comparable. */
final class Heading {

    private Heading() {
    }

    /** Lower case, umlauts spelled out, letters and digits only. */
    static String fold(String text) {
        String lower = text.toLowerCase(Locale.GERMAN).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("[^a-z0-9]", "");
    }

    /** The whole name and, of nested ones, its last part, which tells more. */
    static List<String> forms(String column) {
        String last = column.replaceFirst("/@?(\\w+:)?value$", "").replaceFirst(".*[./:@]", "");
        return last.equals(column) || last.isBlank() ? List.of(fold(column)) : List.of(fold(last), fold(column));
    }
}
