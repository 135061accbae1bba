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
}
