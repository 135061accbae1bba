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
        // the second of two columns of one name is called 'Tel. (2)'
        String name = column.replaceFirst(" \\(\\d+\\)$", "").replaceFirst("/@?(\\w+:)?value$", "");
        String last = name.replaceFirst(".*[./:@](?=.)", "");
        return last.equals(name) ? List.of(fold(name)) : List.of(fold(last), fold(name));
    }
}
