package de.kimhub.linkage.names;

import java.util.List;

/** Tigrinya and Amharic syllables: rows of eight, one consonant each, in the traditional order of vowels. */
final class EthiopicLetters {

    private static final int FIRST = 0x1200;
    private static final String[] CONSONANTS = ("h l h m s r s sh q qw q qw b v t ch kh hw n ny - k kw kh kw w - z zh y d d j "
            + "g gw ng t ch p ts ts f p").split(" ");
    private static final String[] VOWELS = {"e", "u", "i", "a", "e", "", "o", "wa"};
    private static final int SIXTH = 5;

    private EthiopicLetters() {
    }

    /** The sixth order is a short vowel or none: without it, and with i where two consonants begin the word. */
    static List<String> forms(String run) {
        StringBuilder bare = new StringBuilder();
        StringBuilder voiced = new StringBuilder();
        for (int i = 0; i < run.length(); i++) {
            int row = (run.charAt(i) - FIRST) / 8;
            if (run.charAt(i) < FIRST || row >= CONSONANTS.length) {
                String other = OtherLetters.forms(run.substring(i, i + 1)).getFirst();
                bare.append(other);
                voiced.append(other);
                continue;
            }
            int order = (run.charAt(i) - FIRST) % 8;
            String syllable = syllable(CONSONANTS[row], order);
            bare.append(syllable);
            voiced.append(syllable).append(order == SIXTH && i == 0 && run.length() > 1 && !syllable.equals("i") ? "i" : "");
        }
        return bare.toString().contentEquals(voiced) ? List.of(bare.toString()) : List.of(bare.toString(), voiced.toString());
    }

    private static String syllable(String consonant, int order) {
        boolean throat = consonant.equals("h") || consonant.equals("-");
        String vowel = order == 0 && throat ? "a" : VOWELS[order];
        if (consonant.equals("-")) {
            return order == SIXTH ? "i" : vowel;
        }
        return consonant + vowel;
    }
}
