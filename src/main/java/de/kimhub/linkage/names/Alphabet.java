package de.kimhub.linkage.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What letters of a script, one or several, may stand for, in the place where they stand: c before e is another sound than c
 * before a. Ambiguous letters keep a sound of their own; what it is taken for stands in {@link SoundCosts}.
 */
final class Alphabet {

    private static final char EDGE = '#';
    private static final Map<Character, String> SETS = Map.of('V', "aeiou", 'Y', "aeiouy", 'A', "аеёиоуыэюяіїє");

    private final List<String> names = new ArrayList<>();
    private final boolean[] vowels;
    private final int[] letters;
    /** By the first letter, counted from {@link #lowest}. */
    private final Spelling[][] spellings;
    private final char lowest;

    /** @param before letters of which one has to stand before it, {@code null} for any; the edge of the word is # */
    private record Spelling(String letters, int sound, String before, String after) {

        char first() {
            return letters.charAt(0);
        }

        boolean isAt(String word, int at) {
            return word.startsWith(letters, at) && allows(before, at == 0 ? EDGE : word.charAt(at - 1))
                    && allows(after, at + letters.length() >= word.length() ? EDGE : word.charAt(at + letters.length()));
        }

        private static boolean allows(String set, char letter) {
            return set == null || (set.charAt(0) == '!') != (set.indexOf(letter) >= 0);
        }
    }

    /** {@code ck=k c>eiy=ce h<Y>!Y=mute ...}: letters, what stands before, what after (! for none of these), sound. */
    Alphabet(String table, Set<String> vowels) {
        List<Spelling> all = Arrays.stream(table.strip().split("\\s+")).map(cell -> spelling(cell.split("=")))
                .sorted(Alphabet::moreSpecial).toList();
        lowest = (char) all.stream().mapToInt(Spelling::first).min().orElseThrow();
        spellings = new Spelling[all.stream().mapToInt(Spelling::first).max().orElseThrow() - lowest + 1][];
        for (int i = 0; i < spellings.length; i++) {
            int letter = lowest + i;
            spellings[i] = all.stream().filter(spelling -> spelling.first() == letter).toArray(Spelling[]::new);
        }
        letters = new int[names.size()];
        Arrays.setAll(letters, sound -> -1 - sound);
        all.stream().filter(spelling -> spelling.letters().length() == 1)
                .forEach(spelling -> letters[spelling.sound()] = spelling.first());
        this.vowels = new boolean[names.size()];
        for (int sound = 0; sound < names.size(); sound++) {
            this.vowels[sound] = vowels.contains(names.get(sound));
        }
    }

    private Spelling spelling(String[] cells) {
        String place = cells[0];
        int before = place.indexOf('<');
        int after = place.indexOf('>');
        String letters = place.substring(0, before > 0 ? before : after > 0 ? after : place.length());
        if (!names.contains(cells[1])) {
            names.add(cells[1]);
        }
        return new Spelling(letters, named(cells[1]),
                before < 0 ? null : spelledOut(place.substring(before + 1, after > 0 ? after : place.length())),
                after < 0 ? null : spelledOut(place.substring(after + 1)));
    }

    private static String spelledOut(String set) {
        StringBuilder letters = new StringBuilder();
        set.chars().forEach(letter -> letters.append(SETS.getOrDefault((char) letter, String.valueOf((char) letter))));
        return letters.toString();
    }

    /** Longer ones first, then those with a condition, then as written. */
    private static int moreSpecial(Spelling one, Spelling other) {
        int longer = Integer.compare(other.letters().length(), one.letters().length());
        return longer != 0 ? longer : Integer.compare(conditions(other), conditions(one));
    }

    private static int conditions(Spelling spelling) {
        return (spelling.before() == null ? 0 : 1) + (spelling.after() == null ? 0 : 1);
    }

    int size() {
        return names.size();
    }

    int named(String name) {
        int sound = names.indexOf(name);
        if (sound < 0) {
            throw new IllegalArgumentException("no such sound: " + name);
        }
        return sound;
    }

    boolean isVowel(int sound) {
        return vowels[sound];
    }

    /** The same for the sounds of one letter, wherever it stands. */
    int letter(int sound) {
        return letters[sound];
    }

    /** Sound that begins at this place, and in the upper half how many letters it takes; -1 where the letter is none of it. */
    int at(String word, int at) {
        int letter = word.charAt(at) - lowest;
        if (letter < 0 || letter >= spellings.length) {
            return -1;
        }
        for (Spelling spelling : spellings[letter]) {
            if (spelling.isAt(word, at)) {
                return spelling.letters().length() << 16 | spelling.sound();
            }
        }
        return -1;
    }
}
