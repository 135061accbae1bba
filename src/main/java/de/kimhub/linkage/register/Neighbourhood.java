package de.kimhub.linkage.register;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.persons.Partition;
import de.kimhub.linkage.register.DecisionTable.Decided;
import de.kimhub.linkage.register.PairTable.Scored;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files that sure or nearly sure pairs, or decisions, connect, and what is known of their pairs.
 *
 * @param files   of the neighbourhood, by number
 * @param pairs   of these files, also with files outside of it
 * @param decided likewise
 */
record Neighbourhood(Map<Long, SourceCase> files, Map<Pair, Scored> pairs, List<Decided> decided) {

    /** Whether the pair makes its files neighbours. */
    static boolean connects(Scored scored) {
        return connects(scored.score());
    }

    static boolean connects(PairScore score) {
        return score.bits() >= Partition.RIVAL_BITS;
    }

    /** The parts that nothing connects. */
    Collection<Set<Long>> components() {
        Groups groups = new Groups();
        pairs.values().stream().filter(Neighbourhood::connects).forEach(one -> join(groups, one.pair()));
        decided.stream().filter(Decided::same).forEach(one -> join(groups, one.pair()));
        return groups.among(files.keySet());
    }

    private void join(Groups groups, Pair pair) {
        if (files.containsKey(pair.left()) && files.containsKey(pair.right())) {
            groups.join(pair.left(), pair.right());
        }
    }

    Map<Long, Long> personOf() {
        Map<Long, Long> persons = new HashMap<>();
        files.values().forEach(file -> persons.put(file.id(), file.personId()));
        return persons;
    }
}
