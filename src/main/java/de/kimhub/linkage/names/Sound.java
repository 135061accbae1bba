package de.kimhub.linkage.names;

import java.util.List;

/** What one or several letters of a form stand for; ambiguous letters keep a sound of their own. */
final class Sound {

    private static final int LETTERS = 26;
    private static final List<String> NAMES =
            List.of("sh", "ch", "kh", "gh", "zh", "th", "dh", "dj", "ts", "sz", "ks", "dz", "ue", "oe");
    static final int COUNT = LETTERS + NAMES.size();
    private static final int UE = named("ue");
    private static final int OE = named("oe");
    private static final int KH = named("kh");

    /** By the first letter, the longer spellings first. */
    private static final Spelling[][] SPELLINGS = spellings("tsch=ch dsch=dj sch=sh tch=ch tsh=ch dzh=dj sh=sh sz=sz ch=ch cz=ch "
            + "ck=k ts=ts tz=ts th=th dj=dj dz=dz dt=t dh=dh kh=kh ks=ks gh=gh zh=zh ph=f wh=w rh=r ue=ue oe=oe");

    private record Spelling(String letters, int sound) {

        boolean isAt(String form, int at) {
            return form.startsWith(letters, at) && switch (letters) {
                case "ks" -> !form.startsWith("h", at + 2);
                case "ue", "oe" -> at + 2 >= form.length() || !isVowel(form.charAt(at + 2));
                default -> true;
            };
        }
    }

    private Sound() {
    }

    static int named(String name) {
        int several = NAMES.indexOf(name);
        if (several < 0 && name.length() != 1) {
            throw new IllegalArgumentException("no such sound");
        }
        return several < 0 ? name.charAt(0) - 'a' : LETTERS + several;
    }

    /** Sound that begins at this place of a form in a-z, and in the upper half how many letters it takes. */
    static int at(String form, int at) {
        char letter = form.charAt(at);
        for (Spelling spelling : SPELLINGS[letter - 'a']) {
            if (spelling.isAt(form, at)) {
                return spelling.letters().length() << 16 | spelling.sound();
            }
        }
        // Kurdish and Somali names begin with it: Xalid is Khalid
        return 1 << 16 | (letter == 'x' && at == 0 ? KH : letter - 'a');
    }

    static boolean isVowel(int sound) {
        return sound < LETTERS ? isVowel((char) ('a' + sound)) : sound == UE || sound == OE;
    }

    private static boolean isVowel(char letter) {
        return "aeiouy".indexOf(letter) >= 0;
    }

    private static Spelling[][] spellings(String table) {
        List<Spelling> all = List.of(table.split(" ")).stream().map(cell -> cell.split("="))
                .map(cells -> new Spelling(cells[0], named(cells[1]))).toList();
        Spelling[][] byLetter = new Spelling[LETTERS][];
        for (int i = 0; i < LETTERS; i++) {
            char letter = (char) ('a' + i);
            byLetter[i] = all.stream().filter(spelling -> spelling.letters().charAt(0) == letter).toArray(Spelling[]::new);
        }
        return byLetter;
    }
}
