package de.kimhub.linkage.register;

import java.util.Collection;

/** Parameters as the driver takes them. */
final class Sql {

    private Sql() {
    }

    static long[] longs(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
