package de.kimhub.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what somebody meant who mistyped a word. */
public final class Nearest {

    private Nearest() {
    }

    /** The most similar candidate, if it is similar enough to be meant. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(word, candidate) <= Math.max(2, word.length() / 3));
    }

    /** E.g. {@code Did you mean 'title'? Allowed: authority, title.} */
    public static String advice(String word, Collection<String> allowed, int mostListed) {
        List<String> sorted = allowed.stream().filter(name -> !name.isBlank()).sorted().toList();
        String meant = to(word, allowed).map(nearest -> "Did you mean '" + nearest + "'? ").orElse("");
        if (sorted.isEmpty()) {
            return meant + "Nothing is allowed here.";
        }
        return sorted.size() <= mostListed ? meant + "Allowed: " + String.join(", ", sorted) + "."
                : meant + "Allowed are " + sorted.size() + " names; an editor that reads config/schema lists them.";
    }

    private static int distance(String one, String other) {
        String a = one.toLowerCase();
        String b = other.toLowerCase();
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
