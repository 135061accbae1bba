package de.kimhub.linkage.names;

import java.util.Locale;

/** The sounds of a name in the script in which it is written, with the article and without. */
record NativeSounds(SoundCosts costs, short[][] ways) {

    private static final String HEBREW = "אבגדהוזחטיכךלמםנןסעפףצץקרשת";
    private static final String HEBREW_AS_ARABIC = "ابجدهوزحطيككلممننسعففسسقرشت";
    private static final String SERVANT = "عبدال";
    private static final String SERVANT_OF_L = SERVANT + "ل";
    private static final int SHORTEST_WITH_ARTICLE = 5;

    /** {@code null} where the script is compared by its Latin forms. */
    static NativeSounds of(String written) {
        if (written.isEmpty() || written.charAt(0) < 0x400) {
            return null;
        }
        return switch (Writing.of(written.codePointAt(0))) {
            case ARABIC -> arabic(ArabicLetters.plain(LatinLetters.onlyLetters(written)));
            case HEBREW -> arabic(asArabic(LatinLetters.onlyLetters(written)));
            case CYRILLIC -> of(SoundCosts.CYRILLIC, LatinLetters.onlyLetters(written).toLowerCase(Locale.ROOT));
            case LATIN, ETHIOPIC, OTHER -> null;
        };
    }

    private static NativeSounds arabic(String word) {
        // Abdullah, Abdullatif: as ServantNames writes them
        String letters = word.startsWith(SERVANT_OF_L) ? SERVANT + word.substring(SERVANT_OF_L.length()) : word;
        boolean article = letters.startsWith("ال") && letters.length() >= SHORTEST_WITH_ARTICLE;
        return article ? of(SoundCosts.ARABIC, letters, letters.substring(2)) : of(SoundCosts.ARABIC, letters);
    }

    private static NativeSounds of(SoundCosts costs, String... spellings) {
        short[][] ways = new short[spellings.length][];
        for (int i = 0; i < spellings.length; i++) {
            ways[i] = Sounds.of(spellings[i], costs.first);
            if (ways[i].length == 0) {
                return null;
            }
        }
        return new NativeSounds(costs, ways);
    }

    private static String asArabic(String letters) {
        StringBuilder arabic = new StringBuilder(letters.length());
        letters.chars().map(letter -> {
            int at = HEBREW.indexOf(letter);
            return at < 0 ? letter : HEBREW_AS_ARABIC.charAt(at);
        }).forEach(letter -> arabic.append((char) letter));
        return arabic.toString();
    }

    boolean likeIn(NativeSounds other) {
        return other != null && costs == other.costs;
    }

    /** Of two scripts one is always compared as it is written, the other by its Latin forms. */
    boolean comesBefore(NativeSounds other) {
        return other == null || costs == SoundCosts.ARABIC;
    }
}
