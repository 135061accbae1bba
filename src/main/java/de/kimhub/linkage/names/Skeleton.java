package de.kimhub.linkage.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Consonant classes by which romanisations of one name meet: lips p, f; teeth t, s; sh-like x; throat k; m n l r; and a
 * where the word begins with a vowel or a glide. Letters that languages read differently have several readings.
 */
final class Skeleton {

    private static final String[] SIBILANTS = "schtsch tsch dsch shch sch tch tsh dzh sh zh cz".split(" ");
    private static final int SHORTEST_AFTER_ARTICLE = 4;

    private final String form;
    private final List<StringBuilder> readings = new ArrayList<>(List.of(new StringBuilder()));
    private boolean afterConsonant;
    private int at;

    private Skeleton(String form) {
        this.form = form;
    }

    /** Of all forms, in their order, distinct, at most six. */
    static List<String> ofAll(List<String> forms) {
        Set<String> skeletons = new LinkedHashSet<>();
        List<List<String>> readings = new ArrayList<>(forms.size() * 2);
        for (String form : forms) {
            readings.add(of(form));
        }
        for (String form : forms) {
            if (mayHaveArticle(form)) {
                readings.add(of(form.substring(2)));
            }
        }
        readings.forEach(reading -> skeletons.add(reading.getFirst()));
        readings.forEach(skeletons::addAll);
        return skeletons.stream().limit(NamePart.MOST).toList();
    }

    /** The readings of one form, the likeliest first. */
    static List<String> of(String form) {
        Skeleton skeleton = new Skeleton(form);
        while (skeleton.at < form.length()) {
            skeleton.next();
        }
        return skeleton.readings.stream().map(StringBuilder::toString).map(read -> read.isEmpty() ? "a" : read)
                .distinct().toList();
    }

    private static boolean mayHaveArticle(String form) {
        return form.length() >= 2 + SHORTEST_AFTER_ARTICLE && (form.startsWith("al") || form.startsWith("el"))
                && !isVowel(form.charAt(2)) && form.charAt(2) != 'l';
    }

    private void next() {
        char letter = form.charAt(at);
        if ("stdzc".indexOf(letter) >= 0 && sibilant()) {
            return;
        }
        if ("cgktdpsz".indexOf(letter) < 0 || !pair()) {
            single(letter);
        }
    }

    private boolean sibilant() {
        for (String letters : SIBILANTS) {
            if (form.startsWith(letters, at)) {
                read(letters.length(), "x");
                return true;
            }
        }
        return false;
    }

    private boolean pair() {
        String two = form.substring(at, Math.min(at + 2, form.length()));
        switch (two) {
            case "ch" -> read(2, at == 0 ? "x" : "k", at == 0 ? "k" : "x");
            case "kh", "gh", "ck" -> read(2, "k");
            case "th", "dh" -> read(2, "t", "s");
            case "ts", "tz", "dz" -> read(2, "s");
            case "ph" -> read(2, "f");
            case "sz" -> read(2, "s", "x");
            case "dj" -> read(2, "x", "t");
            case "ks" -> read(2, "ks", "k");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void single(char letter) {
        switch (letter) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> vowel();
            case 'b', 'p' -> read(1, "p");
            case 'f', 'v' -> read(1, "f");
            case 'd', 't' -> read(1, "t");
            case 's', 'z' -> read(1, "s");
            case 'g', 'k', 'q' -> read(1, "k");
            case 'c' -> read(1, beforeFrontVowel() ? "s" : "k", "x");
            case 'x' -> read(1, at == 0 ? "k" : "ks", at == 0 ? "s" : "k");
            case 'j' -> read(1, "x", at == 0 ? "a" : "");
            case 'w' -> read(1, "f", at == 0 ? "a" : "");
            case 'h' -> throat();
            default -> read(1, String.valueOf(letter));
        }
    }

    private void vowel() {
        if (at == 0) {
            read(1, "a");
        }
        at = at == 0 ? 1 : at;
        while (at < form.length() && (isVowel(form.charAt(at)) || form.charAt(at) == 'y')) {
            at++;
        }
        afterConsonant = false;
    }

    /** Not heard at the end; beside consonants often not. */
    private void throat() {
        if (at > 0 && at + 1 == form.length()) {
            at++;
        } else if (at > 0 && (afterConsonant || !isVowel(form.charAt(at + 1)))) {
            read(1, "k", "");
        } else {
            read(1, "k");
        }
    }

    private boolean beforeFrontVowel() {
        return at + 1 < form.length() && "eiy".indexOf(form.charAt(at + 1)) >= 0;
    }

    private void read(int length, String likelier, String other) {
        int before = readings.size();
        for (int i = 0; i < before && readings.size() < NamePart.MOST; i++) {
            StringBuilder second = new StringBuilder(readings.get(i));
            append(second, other);
            readings.add(second);
        }
        readings.subList(0, before).forEach(reading -> append(reading, likelier));
        at += length;
        afterConsonant = true;
    }

    private void read(int length, String sound) {
        readings.forEach(reading -> append(reading, sound));
        at += length;
        afterConsonant = true;
    }

    private void append(StringBuilder reading, String sound) {
        boolean doubled = afterConsonant && !sound.isEmpty() && !reading.isEmpty()
                && reading.charAt(reading.length() - 1) == sound.charAt(0);
        reading.append(doubled ? sound.substring(1) : sound);
    }

    private static boolean isVowel(char letter) {
        return "aeiou".indexOf(letter) >= 0;
    }
}
