package de.kimhub.linkage.names;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arabic, Persian, Dari, Pashto, Urdu and Sorani letters. Short vowels are not there and are not invented. */
final class ArabicLetters {

    private static final Map<Character, String> LETTERS = letters("""
            ا a أ a إ i آ a ٱ a ء - ؤ u ئ y ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z
            ع a غ gh ف f ق q ك k ل l م m ن n ه h و w ي y ى a ة a
            پ p چ ch ژ zh گ g ک k ی y ھ h ہ h ۀ h ە e ۆ o ێ e ڵ l ڕ r ڤ v ۊ u ۇ u ۋ v ې e ۍ y ے e ئ y ڭ ng
            ٹ t ڈ d ڑ r ں n ټ t ډ d ړ r ڼ n ښ sh ږ zh ځ dz څ ts ګ g ڨ g ڢ f ڥ v ۃ a ؽ y ۂ h""");

    private static final int SHORTEST_WITH_ARTICLE = 5;

    private ArabicLetters() {
    }

    /** With the article and without, where a word begins with it. */
    static List<String> forms(String run) {
        boolean article = run.startsWith("ال") && run.length() >= SHORTEST_WITH_ARTICLE;
        return article ? List.of(form(run), form(run.substring(2))) : List.of(form(run));
    }

    private static String form(String run) {
        boolean sorani = isSorani(run);
        StringBuilder form = new StringBuilder(run.length() + 4);
        for (int i = 0; i < run.length(); i++) {
            char letter = run.charAt(i);
            String latin = sorani ? sorani(run, i) : arabic(run, i, form);
            form.append(latin == null ? decomposed(letter) : latin);
        }
        return form.toString();
    }

    static String language(String word) {
        if (isSorani(word)) {
            return "Sorani";
        }
        return word.chars().anyMatch(letter -> "پچژگکی".indexOf(letter) >= 0) ? "Persisch" : "Arabisch";
    }

    private static String arabic(String run, int i, StringBuilder form) {
        char letter = run.charAt(i);
        // ayn beside a long vowel is not heard in any Latin spelling
        if (letter == 'ع' && (endsWithA(form) || i + 1 < run.length() && "اوىي".indexOf(run.charAt(i + 1)) >= 0 && i > 0)) {
            return "";
        }
        if (letter == 'ا' && endsWithA(form)) {
            return "";
        }
        return LETTERS.get(letter);
    }

    private static boolean endsWithA(StringBuilder form) {
        return !form.isEmpty() && form.charAt(form.length() - 1) == 'a';
    }

    /** Sorani writes its vowels: yeh and waw are vowels between consonants, a word-initial hamza only carries one. */
    private static String sorani(String run, int i) {
        char letter = run.charAt(i);
        boolean vowelBefore = i > 0 && isSoraniVowel(run.charAt(i - 1));
        boolean vowelAfter = i + 1 < run.length() && isSoraniVowel(run.charAt(i + 1));
        return switch (letter) {
            case 'ئ' -> "";
            case 'ع' -> vowelAfter ? "" : "a";
            case 'و' -> i == 0 || vowelBefore || vowelAfter ? "w" : "u";
            case 'ی', 'ي' -> i == 0 || vowelBefore || vowelAfter ? "y" : "i";
            default -> LETTERS.get(letter);
        };
    }

    private static boolean isSoraniVowel(char letter) {
        return "اەۆێ".indexOf(letter) >= 0;
    }

    private static boolean isSorani(String run) {
        for (int i = 0; i < run.length(); i++) {
            if ("ەۆێڵڕ".indexOf(run.charAt(i)) >= 0) {
                return true;
            }
        }
        return run.startsWith("ئا");
    }

    /** Presentation forms and rare letters. */
    private static String decomposed(char letter) {
        String taken = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKC);
        if (taken.length() == 1 && taken.charAt(0) == letter) {
            return OtherLetters.forms(taken).getFirst();
        }
        StringBuilder latin = new StringBuilder();
        taken.chars().forEach(part -> latin.append(LETTERS.getOrDefault((char) part, "")));
        return latin.toString();
    }

    private static Map<Character, String> letters(String table) {
        Map<Character, String> letters = new HashMap<>();
        String[] cells = table.strip().split("\\s+");
        for (int i = 0; i < cells.length; i += 2) {
            letters.put(cells[i].charAt(0), cells[i + 1].equals("-") ? "" : cells[i + 1]);
        }
        return Map.copyOf(letters);
    }
}
