package de.kimhub.linkage.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Which number each person has from now on: whoever is settled keeps theirs, then the older ones; of a person that falls
 * apart the greater part keeps it.
 */
final class Assignment {

    private final Map<Set<Long>, Long> numbers = new LinkedHashMap<>();
    private final List<Set<Long>> without = new ArrayList<>();

    /** @param personOf a file's person so far, or whose it is to be; absent when it has none */
    Assignment(Collection<Set<Long>> sets, Map<Long, Long> personOf, LongPredicate settled) {
        Map<Long, List<Set<Long>>> claims = new HashMap<>();
        for (Set<Long> set : sets) {
            Set<Long> persons = new HashSet<>();
            set.forEach(file -> persons.add(personOf.get(file)));
            persons.remove(null);
            persons.forEach(person -> claims.computeIfAbsent(person, key -> new ArrayList<>()).add(set));
        }
        claims.keySet().stream().sorted(Comparator.comparing((Long person) -> !settled.test(person))
                .thenComparing(Comparator.naturalOrder())).forEach(person -> claims.get(person).stream()
                .filter(set -> !numbers.containsKey(set))
                .max(Comparator.comparingLong((Set<Long> set) -> filesOf(person, set, personOf))
                        .thenComparing(set -> -set.stream().min(Comparator.naturalOrder()).orElseThrow()))
                .ifPresent(set -> numbers.put(set, person)));
        sets.stream().filter(set -> !numbers.containsKey(set)).forEach(without::add);
    }

    private static long filesOf(long person, Set<Long> set, Map<Long, Long> personOf) {
        return set.stream().filter(file -> personOf.get(file) != null && personOf.get(file) == person).count();
    }

    /** Sets that need a new number. */
    List<Set<Long>> without() {
        return without;
    }

    /** @param fresh one number for each set without */
    Map<Long, Long> personOf(List<Long> fresh) {
        Map<Long, Long> result = new HashMap<>();
        numbers.forEach((set, person) -> set.forEach(file -> result.put(file, person)));
        for (int i = 0; i < without.size(); i++) {
            for (long file : without.get(i)) {
                result.put(file, fresh.get(i));
            }
        }
        return result;
    }
}
