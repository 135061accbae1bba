package de.kimhub.linkage.measuring;

import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.names.NameSimilarity;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Pairs per second on one thread: each of many personas with each of some, in a loop that ran before. No JMH; good enough
 * for a ratio within the run.
 */
record LinkageSpeed(double comparing, double names) {

    private static final int STORED = 10_000;
    private static final int NEW = 50;
    private static final int WARM_UP = 10;
    /** The results are used for something, lest the loop be left out. */
    private static volatile double sink;

    static LinkageSpeed measure(LinkagePeople people, Scorer scorer) {
        List<Traits> stored = IntStream.range(0, STORED)
                .mapToObj(one -> Traits.of(people.person(one), LinkageRegister.AUTHORITY)).toList();
        List<Traits> coming = IntStream.range(0, NEW)
                .mapToObj(one -> Traits.of(people.otherwise(one * 100), LinkageRegister.AUTHORITY)).toList();
        ToDoubleBiFunction<Traits, Traits> comparing = (a, b) -> scorer.compare(a, b).bits();
        ToDoubleBiFunction<Traits, Traits> names = (a, b) ->
                NameSimilarity.of(a.family().getFirst().parts().getFirst(), b.family().getFirst().parts().getFirst());
        loop(stored, coming.subList(0, WARM_UP), comparing);
        double pairs = loop(stored, coming, comparing);
        loop(stored, coming.subList(0, WARM_UP), names);
        return new LinkageSpeed(pairs, loop(stored, coming, names));
    }

    private static double loop(List<Traits> stored, List<Traits> coming, ToDoubleBiFunction<Traits, Traits> work) {
        double sum = 0;
        long begin = System.nanoTime();
        for (Traits one : coming) {
            for (Traits other : stored) {
                sum += work.applyAsDouble(one, other);
            }
        }
        long took = System.nanoTime() - begin;
        sink = sum;
        return (double) coming.size() * stored.size() * 1e9 / took;
    }
}
