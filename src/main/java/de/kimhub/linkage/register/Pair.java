package de.kimhub.linkage.register;

import java.util.Comparator;

/** Two files, the smaller number first. */
record Pair(long left, long right) {

    static final Comparator<Pair> ORDER = Comparator.comparingLong(Pair::left).thenComparingLong(Pair::right);

    static Pair of(long one, long other) {
        return one < other ? new Pair(one, other) : new Pair(other, one);
    }

    long other(long file) {
        return file == left ? right : left;
    }
}
