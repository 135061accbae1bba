package de.kimhub.linkage.names;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ukrainian by the Cabinet's resolution 55 (KMU 2010, the passport), Russian by BGN, both by Duden and ICAO 9303; letters of
 * other languages added. Where the letters do not tell the language, both readings are given.
 */
final class CyrillicLetters {

    private static final String COMMON = """
            а a б b в v д d к k л l м m н n о o п p р r с s т t у u ф f ъ - ь - ў u ђ dj ј j љ lj њ nj ћ c џ dz
            ѓ gj ќ kj ѕ dz ә a ғ gh қ q ң ng ө o ұ u ү u һ h ҳ h ҷ j ӣ i ӯ u җ j ӑ a ӗ e ӂ j ѣ e ѳ f ґ g ҥ ng ҫ s ҙ z""";
    private static final Map<Character, String> KMU = table(COMMON + "\n" + """
             г h е e є ie ж zh з z и y і i ї i й i х kh ц ts ч ch ш sh щ shch ю iu я ia ы y э e ё io ћ ch џ dzh""");
    private static final Map<Character, String> BGN = table(COMMON + "\n" + """
             г g е e є ye ж zh з z и i і i ї yi й y х kh ц ts ч ch ш sh щ shch ю yu я ya ы y э e ё yo ћ ch џ dzh""");
    private static final Map<Character, String> DUDEN = table(COMMON + "\n" + """
             в w г g е e є je ж sch з s и i і i ї ji й i х ch ц z ч tsch ш sch щ schtsch ю ju я ja ы y э e ё jo ћ tsch џ dsch""");
    private static final Map<Character, String> DUDEN_UKRAINIAN = changed(DUDEN, "г h и y й j");
    private static final Map<Character, String> ICAO = table(COMMON + "\n" + """
             г g е e є ie ж zh з z и i і i ї i й i х kh ц ts ч ch ш sh щ shch ю iu я ia ы y э e ё e ъ ie ћ ch џ dzh""");

    private CyrillicLetters() {
    }

    static List<String> forms(String run) {
        Set<String> forms = new LinkedHashSet<>();
        String language = language(run);
        if (!language.equals("Russisch")) {
            forms.add(kmu(run));
        }
        if (!language.equals("Ukrainisch")) {
            forms.add(bgn(run));
            forms.add(written(run, DUDEN).replace("schjo", "scho"));
        }
        if (!language.equals("Russisch")) {
            forms.add(written(run, DUDEN_UKRAINIAN));
        }
        forms.add(written(run, ICAO));
        return List.copyOf(forms);
    }

    static String language(String word) {
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if ("іїєґ".indexOf(letter) >= 0) {
                return "Ukrainisch";
            }
            if ("ыэъё".indexOf(letter) >= 0 || letter == 'и' && i == 0) {
                return "Russisch";
            }
        }
        return "Kyrillisch";
    }

    /** Є, Ї, Й, Ю, Я begin with y at the beginning of a word; зг is zgh, lest it be read as zh. */
    private static String kmu(String run) {
        String form = written(run.replace("зг", "зг\u0001"), KMU).replace("zh\u0001", "zgh");
        return switch (run.charAt(0)) {
            case 'ї' -> "y" + form;
            case 'є', 'й', 'ю', 'я' -> "y" + form.substring(1);
            default -> form;
        };
    }

    /** Е is ye at the beginning and after vowels and signs. */
    private static String bgn(String run) {
        StringBuilder form = new StringBuilder(run.length() + 4);
        for (int i = 0; i < run.length(); i++) {
            char letter = run.charAt(i);
            boolean iotated = letter == 'е' && (i == 0 || "аеёиоуыэюяйъь".indexOf(run.charAt(i - 1)) >= 0);
            form.append(iotated ? "ye" : latin(letter, BGN));
        }
        return form.toString();
    }

    private static String written(String run, Map<Character, String> table) {
        StringBuilder form = new StringBuilder(run.length() + 4);
        for (int i = 0; i < run.length(); i++) {
            form.append(latin(run.charAt(i), table));
        }
        return form.toString();
    }

    private static String latin(char letter, Map<Character, String> table) {
        String latin = table.get(letter);
        return latin != null ? latin : letter < 0x20 ? String.valueOf(letter) : OtherLetters.forms(String.valueOf(letter)).getFirst();
    }

    private static Map<Character, String> table(String text) {
        Map<Character, String> letters = new HashMap<>();
        String[] cells = text.strip().split("\\s+");
        for (int i = 0; i < cells.length; i += 2) {
            letters.put(cells[i].charAt(0), cells[i + 1].equals("-") ? "" : cells[i + 1]);
        }
        return Map.copyOf(letters);
    }

    private static Map<Character, String> changed(Map<Character, String> table, String changes) {
        Map<Character, String> letters = new HashMap<>(table);
        letters.putAll(table(changes));
        return Map.copyOf(letters);
    }
}
