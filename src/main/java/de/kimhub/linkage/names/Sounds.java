package de.kimhub.linkage.names;

import java.util.Arrays;

/**
 * A form as sounds of its alphabet, one number each: which sound, and where it stands, which decides what leaving it out
 * costs. Longer forms are compared by their beginning.
 */
final class Sounds {

    static final int MOST = 48;
    static final int INITIAL = 0, MEDIAL = 1, FINAL = 2, DOUBLED = 3, BESIDE_VOWEL = 4;
    static final int PLACES = 5;
    /** For what is not written in the alphabet. */
    static final short[] UNKNOWN = {};

    private Sounds() {
    }

    static short[] of(String form, Alphabet alphabet) {
        short[] sounds = new short[Math.min(MOST, form.length())];
        int length = 0;
        for (int at = 0; at < form.length() && length < MOST; ) {
            int read = alphabet.at(form, at);
            if (read < 0) {
                return UNKNOWN;
            }
            sounds[length++] = (short) read;
            at += read >> 16;
        }
        short[] codes = Arrays.copyOf(sounds, length);
        for (int i = 0; i < length; i++) {
            codes[i] = (short) (sounds[i] * PLACES + place(sounds, i, length, alphabet));
        }
        return codes;
    }

    static int sound(short code) {
        return code / PLACES;
    }

    /** Whether an article may be written together with the name: al-, el-, ul-. */
    static boolean beginWithArticle(short[] codes) {
        if (codes.length < 5 || sound(codes[1]) != 'l' - 'a') {
            return false;
        }
        int first = sound(codes[0]);
        return first == 0 || first == 'e' - 'a' || first == 'u' - 'a';
    }

    private static int place(short[] sounds, int i, int length, Alphabet alphabet) {
        if (i == 0) {
            return INITIAL;
        }
        if (sounds[i - 1] == sounds[i]) {
            return DOUBLED;
        }
        if (i == length - 1) {
            return FINAL;
        }
        return alphabet.isVowel(sounds[i]) && (alphabet.isVowel(sounds[i - 1]) || alphabet.isVowel(sounds[i + 1]))
                ? BESIDE_VOWEL : MEDIAL;
    }
}
