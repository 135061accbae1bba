package de.kimhub.linkage.names;

import java.lang.Character.UnicodeScript;

/** Scripts that are read in their own way. */
enum Writing {
    LATIN, ARABIC, CYRILLIC, ETHIOPIC, HEBREW, OTHER;

    static Writing of(int character) {
        if (character < 0x250) {
            return LATIN;
        }
        return switch (UnicodeScript.of(character)) {
            case LATIN, INHERITED, COMMON -> LATIN;
            case ARABIC -> ARABIC;
            case CYRILLIC -> CYRILLIC;
            case ETHIOPIC -> ETHIOPIC;
            case HEBREW -> HEBREW;
            default -> OTHER;
        };
    }

    /** Whether short vowels are not written, judged by the first letter. */
    static boolean leavesVowelsOut(String word) {
        if (word.isEmpty() || word.charAt(0) < 0x590) {
            return false;
        }
        Writing writing = of(word.codePointAt(0));
        return writing == ARABIC || writing == HEBREW;
    }
}
