package de.kimhub.linkage.names;

import java.util.Arrays;

/**
 * A form as sounds, one byte each: which sound, and where it stands, which decides what leaving it out costs. Longer forms
 * are compared by their beginning.
 */
final class Sounds {

    static final int MOST = 48;
    static final int INITIAL = 0, MEDIAL = 1, FINAL = 2, DOUBLED = 3, BESIDE_VOWEL = 4;
    static final int PLACES = 5;
    /** For what is not written in a-z. */
    static final byte[] UNKNOWN = {};

    /** Number of different bytes: place times sound. */
    static final int CODES = PLACES * Sound.COUNT;
    private static final byte[] SOUND = sounds();

    private Sounds() {
    }

    static byte[] of(String form) {
        byte[] sounds = new byte[Math.min(MOST, form.length())];
        int length = 0;
        for (int at = 0; at < form.length() && length < MOST; ) {
            if (form.charAt(at) < 'a' || form.charAt(at) > 'z') {
                return UNKNOWN;
            }
            int read = Sound.at(form, at);
            sounds[length++] = (byte) read;
            at += read >> 16;
        }
        byte[] codes = Arrays.copyOf(sounds, length);
        for (int i = 0; i < length; i++) {
            codes[i] = (byte) (place(sounds, i, length) * Sound.COUNT + sounds[i]);
        }
        return codes;
    }

    /** Place and sound together, as a number below {@link #CODES}. */
    static int code(byte code) {
        return code & 0xFF;
    }

    static int sound(byte code) {
        return SOUND[code & 0xFF];
    }

    /** Whether an article may be written together with the name: al-, el-, ul-. */
    static boolean beginWithArticle(byte[] codes) {
        if (codes.length < 5 || sound(codes[1]) != 'l' - 'a') {
            return false;
        }
        int first = sound(codes[0]);
        return first == 0 || first == 'e' - 'a' || first == 'u' - 'a';
    }

    private static int place(byte[] sounds, int i, int length) {
        if (i == 0) {
            return INITIAL;
        }
        if (sounds[i - 1] == sounds[i]) {
            return DOUBLED;
        }
        if (i == length - 1) {
            return FINAL;
        }
        return Sound.isVowel(sounds[i]) && (Sound.isVowel(sounds[i - 1]) || Sound.isVowel(sounds[i + 1])) ? BESIDE_VOWEL
                : MEDIAL;
    }

    private static byte[] sounds() {
        byte[] sounds = new byte[CODES];
        for (int code = 0; code < CODES; code++) {
            sounds[code] = (byte) (code % Sound.COUNT);
        }
        return sounds;
    }
}
