package de.kimhub.linkage.register;

import de.kimhub.linkage.register.DecisionTable.Decided;
import java.util.Collection;
import java.util.List;

/** What follows from decisions: files that were decided to be the same, by others too, are one. */
final class Contradictions {

    private final Groups same = new Groups();
    private final List<Pair> different;

    private Contradictions(Collection<Decided> decided) {
        decided.stream().filter(Decided::same).forEach(one -> same.join(one.pair().left(), one.pair().right()));
        different = decided.stream().filter(one -> !one.same()).map(Decided::pair).toList();
    }

    static Contradictions among(Collection<Decided> decided) {
        return new Contradictions(decided);
    }

    boolean forbid(Pair pair, boolean decidedSame) {
        long left = same.of(pair.left());
        long right = same.of(pair.right());
        return decidedSame ? different.stream().anyMatch(one -> Pair.of(same.of(one.left()), same.of(one.right()))
                .equals(Pair.of(left, right))) : left == right;
    }
}
