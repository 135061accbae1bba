package de.kimhub.steering.release;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some codes of a trait.
 *
 * @param not all but these
 */
record Choice(boolean not, Set<String> codes) {

    private static final String NO_CODE = "-";

    Choice {
        codes = new TreeSet<>(codes);
    }

    static Choice of(String code) {
        return new Choice(false, Set.of(code));
    }

    static Choice of(Collection<String> codes) {
        return new Choice(false, Set.copyOf(codes));
    }

    static Choice allBut(Collection<String> codes) {
        return new Choice(true, Set.copyOf(codes));
    }

    /** Of codes that are named in both. */
    Choice without(Choice other) {
        return Choice.of(codes.stream().filter(code -> !other.codes().contains(code)).toList());
    }

    boolean holds(String code) {
        return codes.contains(code) != not;
    }

    String text() {
        return (not ? "!" : "=") + codes.stream().map(code -> code.isEmpty() ? NO_CODE : code).collect(Collectors.joining("+"));
    }

    static Choice read(String text) {
        return new Choice(text.startsWith("!"), text.length() == 1 ? Set.of() : Arrays.stream(text.substring(1).split("\\+"))
                .map(code -> code.equals(NO_CODE) ? "" : code).collect(Collectors.toSet()));
    }
}
