package de.kimhub.linkage.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Latin letters with marks, and the ways in which people write them without. */
final class LatinLetters {

    private static final Map<Character, List<String>> WAYS = Map.ofEntries(
            way('ä', "ae", "a"), way('ö', "oe", "o"), way('ü', "ue", "u"), way('ß', "ss"), way('æ', "ae"), way('œ', "oe"),
            way('å', "aa", "a"), way('ø', "oe", "o"), way('þ', "th"), way('ð', "d"), way('đ', "d", "dj"), way('ħ', "h"),
            way('ı', "i"), way('ł', "l"), way('ŋ', "ng"), way('ə', "a"), way('ş', "sh", "s"), way('ș', "sh", "s"),
            way('š', "sh", "s"), way('ś', "s", "sh"), way('ṣ', "s"), way('ç', "ch", "c"), way('č', "ch", "c"),
            way('ć', "ch", "c"), way('ž', "zh", "z"), way('ż', "zh", "z"), way('ź', "z"), way('ț', "ts", "t"),
            way('ţ', "ts", "t"), way('ğ', "g", ""), way('ñ', "n", "ny"), way('ň', "n"), way('ř', "r", "rzh"),
            way('ẍ', "gh"), way('ḫ', "kh"), way('ḥ', "h"), way('ḵ', "kh"), way('ġ', "gh", "g"), way('ḡ', "gh"),
            way('ẖ', "kh"), way('ṯ', "th"), way('ḏ', "dh"), way('ǧ', "j"), way('ẇ', "w"), way('ɛ', "e"), way('ʒ', "zh"),
            way('ĸ', "k"), way('ŧ', "t"), way('ƈ', "c"), way('ɨ', "i"), way('ǥ', "g"), way('ɔ', "o"), way('ɗ', "d"), way('ɓ', "b"),
            way('ƙ', "k"), way('ƴ', "y"), way('ǝ', "e"), way('ʉ', "u"), way('ƶ', "z"), way('ȷ', "j"));

    private LatinLetters() {
    }

    /** At most six; a letter that occurs twice is written the same way both times. */
    static List<String> forms(String low) {
        String composed = Normalizer.normalize(low, Normalizer.Form.NFC);
        List<StringBuilder> built = new ArrayList<>(List.of(new StringBuilder()));
        List<Map<Character, Integer>> choices = new ArrayList<>(List.of(Map.of()));
        for (int i = 0; i < composed.length(); i++) {
            char letter = composed.charAt(i);
            List<String> ways = WAYS.get(letter);
            if (ways == null) {
                String plain = letter < 0x80 ? String.valueOf(letter) : withoutMarks(letter);
                built.forEach(form -> form.append(plain));
            } else {
                append(letter, ways, built, choices);
            }
        }
        Set<String> distinct = new LinkedHashSet<>();
        built.forEach(form -> distinct.add(form.toString()));
        return List.copyOf(distinct);
    }

    private static void append(char letter, List<String> ways, List<StringBuilder> built,
                               List<Map<Character, Integer>> choices) {
        int before = built.size();
        for (int form = 0; form < before; form++) {
            Integer chosen = choices.get(form).get(letter);
            if (chosen != null) {
                built.get(form).append(ways.get(chosen));
                continue;
            }
            for (int other = 1; other < ways.size() && built.size() < NamePart.MOST; other++) {
                built.add(new StringBuilder(built.get(form)).append(ways.get(other)));
                choices.add(with(choices.get(form), letter, other));
            }
            built.get(form).append(ways.getFirst());
            choices.set(form, with(choices.get(form), letter, 0));
        }
    }

    private static Map<Character, Integer> with(Map<Character, Integer> choices, char letter, int way) {
        Map<Character, Integer> more = new HashMap<>(choices);
        more.put(letter, way);
        return more;
    }

    private static String withoutMarks(char letter) {
        if (Character.isSurrogate(letter)) {
            return String.valueOf(letter);
        }
        String taken = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(taken.length());
        for (int i = 0; i < taken.length(); i++) {
            if (Character.getType(taken.charAt(i)) != Character.NON_SPACING_MARK) {
                List<String> ways = WAYS.get(taken.charAt(i));
                plain.append(ways == null ? taken.substring(i, i + 1) : ways.getFirst());
            }
        }
        return plain.toString();
    }

    /** What a romanisation may leave besides letters (full stops, apostrophes, tone marks) is not part of a form. */
    static String onlyLetters(String raw) {
        StringBuilder letters = new StringBuilder(raw.length());
        raw.codePoints().filter(Character::isLetter)
                .filter(letter -> Character.getType(letter) != Character.MODIFIER_LETTER)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static Map.Entry<Character, List<String>> way(char letter, String... ways) {
        return Map.entry(letter, List.of(ways));
    }
}
