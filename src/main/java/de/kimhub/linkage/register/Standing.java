package de.kimhub.linkage.register;

import de.kimhub.linkage.persons.Partition;
import de.kimhub.linkage.register.DecisionTable.Decided;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The decisions in force among some files; and that two persons of whom something may have been passed on already become
 * one by a decision only.
 */
final class Standing implements Partition.Decisions {

    private final Set<Pair> same = new HashSet<>();
    private final Set<Pair> different = new HashSet<>();
    private final Map<Long, Long> settledPersonOf;
    private final Groups united = new Groups();

    /** @param settledPersonOf file to settled person; files of others are not in it */
    Standing(Collection<Decided> decided, Map<Long, Long> settledPersonOf) {
        this.settledPersonOf = new HashMap<>(settledPersonOf);
        decided.forEach(this::add);
    }

    void add(Decided one) {
        (one.same() ? same : different).add(one.pair());
        Long left = settledPersonOf.get(one.pair().left());
        Long right = settledPersonOf.get(one.pair().right());
        if (one.same() && left != null && right != null) {
            united.join(left, right);
        }
    }

    @Override
    public boolean same(long left, long right) {
        return same.contains(Pair.of(left, right));
    }

    @Override
    public boolean different(long left, long right) {
        return decidedDifferent(left, right) || apart(left, right);
    }

    boolean decidedDifferent(long left, long right) {
        return different.contains(Pair.of(left, right));
    }

    Set<Pair> allDifferent() {
        return different;
    }

    private boolean apart(long left, long right) {
        Long one = settledPersonOf.get(left);
        Long other = settledPersonOf.get(right);
        return one != null && other != null && united.of(one) != united.of(other) && !same(left, right);
    }
}
