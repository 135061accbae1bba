package de.kimhub.translation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Which characters and sequences DIN 91379 allows. Text must be in NFC. The table is a constant, not a service. */
final class Din91379 {

    private static final String RESOURCE = "din91379.csv";
    private static final int SIZE = 0x2200;
    private static final int NAME = 1;
    private static final int TEXT = 2;

    private static final byte[] SINGLE = new byte[SIZE];
    private static final Map<Character, String[]> SEQUENCES = new HashMap<>();
    private static final Map<String, String> SEARCH_FORMS = new HashMap<>();

    static {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Din91379.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(";", -1)).forEach(Din91379::add);
        } catch (IOException broken) {
            throw new UncheckedIOException(RESOURCE, broken);
        }
    }

    private Din91379() {
    }

    /** Datatype A: letters and what stands in names. No digits. */
    static boolean isName(String text) {
        return allowed(text, NAME);
    }

    /** Datatype C without line breaks, tabs and no-break spaces. */
    static boolean isText(String text) {
        return allowed(text, TEXT);
    }

    /** The search form (capital base letters) of one letter or sequence, or {@code null} when it is none. */
    static String searchForm(String letter) {
        return SEARCH_FORMS.get(letter);
    }

    private static boolean allowed(String text, int type) {
        int length = text.length();
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            boolean sequence = i + 1 < length && isCombining(text.charAt(i + 1));
            int step = sequence ? sequenceAt(text, i) : c < SIZE && (SINGLE[c] & type) != 0 ? 1 : 0;
            if (step == 0) {
                return false;
            }
            i += step;
        }
        return true;
    }

    /** Length of the longest sequence that begins there, or 0. */
    static int sequenceAt(String text, int at) {
        int longest = 0;
        for (String sequence : SEQUENCES.getOrDefault(text.charAt(at), new String[0])) {
            int end = at + sequence.length();
            if (sequence.length() > longest && text.startsWith(sequence, at)
                    && (end >= text.length() || !isCombining(text.charAt(end)))) {
                longest = sequence.length();
            }
        }
        return longest;
    }

    static boolean isCombining(char c) {
        return c >= 0x300 && c <= 0x36F;
    }

    private static void add(String[] columns) {
        StringBuilder text = new StringBuilder();
        for (String codePoint : columns[1].split(" ")) {
            text.appendCodePoint(Integer.parseInt(codePoint, 16));
        }
        String letter = text.toString();
        if (columns[0].equals("L")) {
            SEARCH_FORMS.put(letter, columns[2]);
        }
        if (letter.length() > 1) {
            SEQUENCES.merge(letter.charAt(0), new String[] {letter}, (old, added) -> {
                String[] both = java.util.Arrays.copyOf(old, old.length + 1);
                both[old.length] = added[0];
                return both;
            });
        } else {
            SINGLE[letter.charAt(0)] = switch (columns[0]) {
                case "L", "N1" -> NAME | TEXT;
                case "N2", "N3" -> TEXT;
                default -> 0;
            };
        }
    }
}
