package de.kimhub.linkage.names;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;

/** Georgian, Armenian, Hebrew, Greek and all others by ICU; what it does not know stays as it is. */
final class OtherLetters {

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin");

    private OtherLetters() {
    }

    static List<String> forms(String run) {
        String latin;
        synchronized (TO_LATIN) {
            latin = TO_LATIN.transliterate(run);
        }
        return LatinLetters.forms(latin.toLowerCase(Locale.ROOT));
    }

    static String language(String word) {
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        return switch (script) {
            case GREEK -> "Griechisch";
            case GEORGIAN -> "Georgisch";
            case ARMENIAN -> "Armenisch";
            case HAN -> "Chinesisch";
            case HANGUL -> "Koreanisch";
            case HIRAGANA, KATAKANA -> "Japanisch";
            case DEVANAGARI -> "Hindi";
            case TAMIL -> "Tamilisch";
            case THAI -> "Thailändisch";
            default -> script.name().charAt(0) + script.name().substring(1).toLowerCase(Locale.ROOT);
        };
    }
}
