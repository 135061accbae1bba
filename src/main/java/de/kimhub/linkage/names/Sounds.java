package de.kimhub.linkage.names;

/** A form as sounds, each with where it stands, which decides what leaving it out costs. Reused: one thread, one comparison. */
final class Sounds {

    static final int MOST = 48;
    static final int INITIAL = 0, MEDIAL = 1, FINAL = 2, DOUBLED = 3, BESIDE_VOWEL = 4;
    static final int PLACES = 5;

    final byte[] sound = new byte[MOST];
    final byte[] place = new byte[MOST];
    int length;
    /** One bit per sound that occurs. */
    long occurring;
    String form;

    /** Whether the form consists of a-z. */
    boolean read(String form) {
        this.form = form;
        length = 0;
        occurring = 0;
        for (int at = 0; at < form.length() && length < MOST; ) {
            if (form.charAt(at) < 'a' || form.charAt(at) > 'z') {
                length = 0;
                return false;
            }
            int read = Sound.at(form, at);
            sound[length++] = (byte) read;
            occurring |= 1L << (read & 0xFFFF);
            at += read >> 16;
        }
        for (int i = 0; i < length; i++) {
            place[i] = (byte) placeOf(i);
        }
        return true;
    }

    /** Whether an article may be written together with the name: al-, el-, ul-. */
    boolean beginsWithArticle() {
        return length >= 5 && sound[1] == 'l' - 'a' && (sound[0] == 0 || sound[0] == 'e' - 'a' || sound[0] == 'u' - 'a');
    }

    private int placeOf(int i) {
        if (i == 0) {
            return INITIAL;
        }
        if (sound[i - 1] == sound[i]) {
            return DOUBLED;
        }
        if (i == length - 1) {
            return FINAL;
        }
        return Sound.isVowel(sound[i]) && (Sound.isVowel(sound[i - 1]) || Sound.isVowel(sound[i + 1])) ? BESIDE_VOWEL : MEDIAL;
    }
}
