package de.kimhub.linkage.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes a written name apart: invisible characters, titles, placeholders and particles go, unless nothing else is there. */
final class Words {

    /** Longer names are compared by their beginning. */
    private static final int MOST_CHARACTERS = 400;
    private static final int MOST_WORDS = 12;
    private static final int LONGEST_WORD = 60;

    private static final Set<String> NOTHING = Set.of("unbekannt", "unbek", "unbek.", "unknown", "fnu", "lnu", "nn", "n.n.",
            "n.n", "ohne", "ohne namen", "ohne name", "ohne vorname", "ohne vornamen", "ohne nachname", "ohne nachnamen",
            "ohne familienname", "keine angabe", "keine angaben", "keine", "keiner", "k.a.", "k.a", "k. a.", "n. n.", "n n",
            "n/a", "n.a.", "entfällt", "nicht bekannt", "nicht angegeben", "nicht vorhanden", "kein name", "kein vorname",
            "no name", "noname", "no first name", "no last name", "name unbekannt", "vorname unbekannt", "fehlt",
            "nachname unbekannt", "none", "anonym", "anonymus", "inconnu", "belirsiz", "bilinmiyor", "неизвестно", "невідомо",
            "неизвестный", "невідомий", "неизвестная", "غير معروف", "مجهول", "نامعلوم", "نامشخص", "غیر معلوم");
    private static final Set<String> NO_WORD =
            Set.of("unbekannt", "unbek.", "unknown", "fnu", "lnu", "n.n.", "geb", "geb.", "geborene", "geborener", "alias",
                    "genannt", "gen.");
    private static final Set<String> TITLES = Set.of("dr", "dr.", "prof", "prof.", "dipl.", "ing.", "med.", "jur.", "phil.",
            "rer.", "nat.", "habil.", "mag.", "h.c.", "b.a.", "m.a.", "m.sc.", "b.sc.", "msc", "bsc", "phd", "ph.d.", "herr",
            "frau", "mr", "mr.", "mrs", "mrs.", "ms.", "hr.", "fr.");
    private static final Set<String> PARTICLES = Set.of("al", "el", "ul", "il", "bin", "ibn", "bint", "ibnu", "ould", "oulad", "wuld", "von", "vom", "van", "der", "den",
            "ter", "zu", "zum", "zur", "de", "del", "della", "dos", "das", "da", "do", "di", "du", "des", "la", "le", "und",
            "af", "av", "ال", "بن", "ابن", "بنت", "ولد", "фон", "ван", "де", "דה", "בן");
    /** The Arabic article before "sun letters": only where the next word begins with that letter. */
    private static final Set<String> ASSIMILATED_ARTICLES = Set.of("ad", "ed", "as", "es", "ash", "esh", "ach", "ech", "ar", "er",
            "an", "en", "at", "et", "az", "ez", "ud", "ur", "us");
    private static final Set<String> SERVANT = Set.of("abd", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdur", "abder",
            "abdu", "عبد");

    /** @param before particles that stood before it, written together: "al", "vonder" */
    record Word(String written, String before) {}

    private Words() {
    }

    static List<Word> of(String written) {
        String clean = clean(written);
        String low = clean.toLowerCase(Locale.ROOT);
        if (NOTHING.contains(low) || isRunOfX(low)) {
            return List.of();
        }
        List<String> words = split(clean);
        words = words.stream().filter(word -> !NO_WORD.contains(word.toLowerCase(Locale.ROOT))).toList();
        words = without(words, TITLES);
        List<Word> kept = withoutParticles(joinServants(words));
        return kept.size() > MOST_WORDS ? kept.subList(0, MOST_WORDS) : kept;
    }

    /** NFC, no bidi marks, no zero-width characters, no tatweel and no Arabic or Hebrew vowel points. */
    private static String clean(String written) {
        String some = written.length() > MOST_CHARACTERS ? written.substring(0, MOST_CHARACTERS) : written;
        String composed = Normalizer.isNormalized(some, Normalizer.Form.NFC) ? some
                : Normalizer.normalize(some, Normalizer.Form.NFC);
        StringBuilder kept = new StringBuilder(composed.length());
        composed.codePoints().filter(character -> !isInvisible(character)).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean isInvisible(int character) {
        if (character < 0x300) {
            return character == 0xAD;
        }
        return character == 0x640 || character >= 0x64B && character <= 0x65F || character == 0x670
                || character >= 0x591 && character <= 0x5C7 || character >= 0x610 && character <= 0x61A
                || Character.getType(character) == Character.FORMAT;
    }

    private static boolean isRunOfX(String low) {
        return low.length() > 1 && low.chars().allMatch(letter -> letter == 'x' || letter == '.' || letter == '-' || letter == ' ')
                && low.indexOf('x') != low.lastIndexOf('x');
    }

    private static List<String> split(String clean) {
        List<String> words = new ArrayList<>(4);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < clean.length(); ) {
            int character = clean.codePointAt(i);
            i += Character.charCount(character);
            if (isApostrophe(character)) {
                continue;
            }
            if (isPartOfWord(character)) {
                word.appendCodePoint(character);
            } else if (character == '.' && !word.isEmpty()) {
                word.append('.');
                if (i < clean.length() && word.length() > 2 && word.indexOf(".") == word.length() - 1) {
                    end(word, words);
                }
            } else {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    private static boolean isPartOfWord(int character) {
        return Character.isLetter(character) || switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.LETTER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isApostrophe(int character) {
        return switch (character) {
            case '\'', '`', '´', '’', '‘', 'ʼ', 'ʹ', 'ʻ', 'ʿ', 'ʾ', '＇', '״', '׳' -> true;
            default -> false;
        };
    }

    private static void end(StringBuilder word, List<String> words) {
        if (word.codePoints().anyMatch(Character::isLetter)) {
            words.add(word.length() > LONGEST_WORD ? word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD / 2))
                    : word.toString());
        }
        word.setLength(0);
    }

    /** "Abd al-Rahman" and "Abdul Rahman" are one word. */
    private static List<String> joinServants(List<String> words) {
        List<String> joined = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (i + 1 < words.size() && SERVANT.contains(word.toLowerCase(Locale.ROOT))) {
                boolean article = i + 2 < words.size() && isParticle(words.get(i + 1), words.get(i + 2));
                word = article ? word + words.get(i + 1) + words.get(i + 2) : word + words.get(i + 1);
                i += article ? 2 : 1;
            }
            joined.add(word);
        }
        return joined;
    }

    private static List<Word> withoutParticles(List<String> words) {
        List<Word> kept = new ArrayList<>(words.size());
        String before = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (isParticle(word, i + 1 < words.size() ? words.get(i + 1) : "")) {
                before += word;
            } else {
                kept.add(new Word(word, before));
                before = "";
            }
        }
        return kept.isEmpty() ? words.stream().map(word -> new Word(word, "")).toList() : kept;
    }

    private static boolean isParticle(String word, String next) {
        String low = word.toLowerCase(Locale.ROOT);
        return PARTICLES.contains(low) || ASSIMILATED_ARTICLES.contains(low)
                && next.regionMatches(true, 0, low, 1, low.length() - 1);
    }

    private static List<String> without(List<String> words, Set<String> unwanted) {
        if (words.size() < 2) {
            return words;
        }
        List<String> kept = words.stream().filter(word -> !unwanted.contains(word.toLowerCase(Locale.ROOT))).toList();
        return kept.isEmpty() ? words : kept;
    }
}
