package de.kimhub.steering.release;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some codes of a trait.
 *
 * @param not all but these
 */
record Choice(boolean not, Set<String> codes) {

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

    boolean holds(String code) {
        return codes.contains(code) != not;
    }

    String text() {
        return (not ? "!" : "=") + String.join("+", codes);
    }

    static Choice read(String text) {
        return new Choice(text.startsWith("!"), Set.copyOf(Arrays.asList(text.substring(1).split("\\+", -1))));
    }
}
