package de.kimhub.linkage.register;

import de.kimhub.linkage.persons.Partition;
import de.kimhub.linkage.register.DecisionTable.Decided;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The persons of a neighbourhood as its pairs and decisions say, and what decisions it takes that they stay so. */
final class Grouping {

    private static final int ROUNDS = 20;

    private final Neighbourhood around;
    private final FileScores scores;
    private final Standing standing;
    private final Comparator<Long> order;

    Grouping(Neighbourhood around, FileScores scores, Standing standing) {
        this.around = around;
        this.scores = scores;
        this.standing = standing;
        this.order = Comparator.comparing((Long file) -> around.files().get(file), FileOrder.BY_DIGEST);
    }

    /** Makes the decisions that a pin needs; returns those that are new. */
    @FunctionalInterface
    interface Pins {

        List<Decided> decide(Collection<Pair> pairs, boolean same);
    }

    List<Set<Long>> persons() {
        List<Set<Long>> persons = new ArrayList<>();
        for (Set<Long> component : around.components()) {
            persons.addAll(component.size() == 1 ? List.of(component)
                    : Partition.of(component, scores, standing, order).persons());
        }
        return persons;
    }

    /** As {@link #persons()}, once it is made sure that these files are together, and those apart. */
    List<Set<Long>> persons(List<Set<Long>> together, List<Pair> apart, Pins pins) {
        List<Set<Long>> persons = persons();
        for (int round = 0; round < ROUNDS; round++) {
            List<Set<Long>> now = persons;
            List<Decided> made = new ArrayList<>(pins.decide(joining(persons, together), true));
            made.addAll(pins.decide(apart.stream().filter(pair -> isOne(now, pair)).toList(), false));
            if (made.isEmpty()) {
                return persons;
            }
            made.forEach(standing::add);
            around.decided().addAll(made);
            persons = persons();
        }
        return persons;
    }

    private List<Pair> joining(List<Set<Long>> persons, List<Set<Long>> together) {
        List<Pair> pairs = new ArrayList<>();
        for (Set<Long> group : together) {
            Set<Long> firsts = new LinkedHashSet<>();
            for (Set<Long> person : persons) {
                person.stream().filter(group::contains).findFirst().ifPresent(firsts::add);
            }
            long first = firsts.isEmpty() ? 0 : firsts.iterator().next();
            firsts.stream().filter(file -> file != first && !standing.decidedDifferent(first, file))
                    .forEach(file -> pairs.add(Pair.of(first, file)));
        }
        return pairs;
    }

    private static boolean isOne(List<Set<Long>> persons, Pair pair) {
        return persons.stream().anyMatch(person -> person.contains(pair.left()) && person.contains(pair.right()));
    }
}
