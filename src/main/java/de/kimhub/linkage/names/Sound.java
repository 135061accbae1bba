package de.kimhub.linkage.names;

/** What one or several letters of a form stand for; ambiguous letters keep a sound of their own. */
final class Sound {

    static final int LETTERS = 26;
    private static final String[] NAMES = {"sh", "ch", "kh", "gh", "zh", "th", "dh", "dj", "ts", "sz", "ks", "dz", "ue", "oe"};
    static final int COUNT = LETTERS + NAMES.length;
    private static final int SH = 26, CH = 27, KH = 28, GH = 29, ZH = 30, TH = 31, DH = 32, DJ = 33, TS = 34, SZ = 35, KS = 36,
            DZ = 37, UE = 38, OE = 39;

    private Sound() {
    }

    static String name(int sound) {
        return sound < LETTERS ? String.valueOf((char) ('a' + sound)) : NAMES[sound - LETTERS];
    }

    static int named(String name) {
        if (name.length() == 1) {
            return name.charAt(0) - 'a';
        }
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return LETTERS + i;
            }
        }
        throw new IllegalArgumentException("no such sound");
    }

    /** Sound that begins at this place, and in the upper half how many letters it takes. */
    static int at(String form, int at) {
        int letter = form.charAt(at) - 'a';
        char second = at + 1 < form.length() ? form.charAt(at + 1) : ' ';
        return switch (form.charAt(at)) {
            case 's' -> second == 'h' ? of(SH, 2) : second == 'z' ? of(SZ, 2)
                    : second == 'c' && third(form, at) == 'h' ? of(SH, 3) : of(letter, 1);
            case 'c' -> second == 'h' || second == 'z' ? of(CH, 2) : second == 'k' ? of('k' - 'a', 2) : of(letter, 1);
            case 't' -> second == 's' && form.startsWith("ch", at + 2) ? of(CH, 4)
                    : second == 's' && third(form, at) == 'h' || second == 'c' && third(form, at) == 'h' ? of(CH, 3)
                    : second == 's' || second == 'z' ? of(TS, 2) : second == 'h' ? of(TH, 2) : of(letter, 1);
            case 'd' -> second == 's' && form.startsWith("ch", at + 2) ? of(DJ, 4)
                    : second == 'z' && third(form, at) == 'h' ? of(DJ, 3) : second == 'j' ? of(DJ, 2)
                    : second == 'z' ? of(DZ, 2) : second == 't' ? of('t' - 'a', 2) : second == 'h' ? of(DH, 2) : of(letter, 1);
            case 'k' -> second == 'h' ? of(KH, 2) : second == 's' && third(form, at) != 'h' ? of(KS, 2) : of(letter, 1);
            case 'g' -> second == 'h' ? of(GH, 2) : of(letter, 1);
            case 'z' -> second == 'h' ? of(ZH, 2) : of(letter, 1);
            case 'p' -> second == 'h' ? of('f' - 'a', 2) : of(letter, 1);
            case 'w', 'r' -> second == 'h' ? of(letter, 2) : of(letter, 1);
            case 'u', 'o' -> second == 'e' && !isVowel(third(form, at)) ? of(letter == 'u' - 'a' ? UE : OE, 2) : of(letter, 1);
            // Kurdish and Somali names begin with it, Xalid is Khalid
            case 'x' -> at == 0 ? of(KH, 1) : of(letter, 1);
            default -> of(letter, 1);
        };
    }

    static boolean isVowel(int sound) {
        return sound < LETTERS ? isVowel((char) ('a' + sound)) : sound == UE || sound == OE;
    }

    private static boolean isVowel(char letter) {
        return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'y';
    }

    private static char third(String form, int at) {
        return at + 2 < form.length() ? form.charAt(at + 2) : ' ';
    }

    private static int of(int sound, int letters) {
        return letters << 16 | sound;
    }
}
