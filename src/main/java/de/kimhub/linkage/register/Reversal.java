package de.kimhub.linkage.register;

import de.kimhub.linkage.register.LinkEvents.Event;
import de.kimhub.linkage.register.LinkEvents.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** What an event did, the other way round; only of files that are still where it left them. */
final class Reversal {

    private final Map<Long, Long> before = new HashMap<>();
    private final Map<Long, Long> after = new HashMap<>();
    private final Set<Long> moved = new HashSet<>();

    /** @param newPerson for a file that had none before */
    Reversal(Event event, Neighbourhood around, LongSupplier newPerson) {
        for (Step step : event.steps()) {
            if (isThere(around, step.file(), step.to())) {
                before.put(step.file(), step.from() == 0 ? newPerson.getAsLong() : step.from());
                after.put(step.file(), step.to());
                if (step.moved()) {
                    moved.add(step.file());
                }
            }
        }
        event.beside().stream().filter(one -> isThere(around, one.file(), one.person())).forEach(one -> {
            before.put(one.file(), one.person());
            after.put(one.file(), one.person());
        });
    }

    private static boolean isThere(Neighbourhood around, long file, long person) {
        return around.files().containsKey(file) && around.files().get(file).personId() == person;
    }

    /** To whom its files go back. */
    Map<Long, Long> targets() {
        Map<Long, Long> targets = new HashMap<>();
        moved.forEach(file -> targets.put(file, before.get(file)));
        return targets;
    }

    /** Files that it brought together. */
    List<Pair> apart() {
        Set<Pair> pairs = new HashSet<>();
        for (long file : moved) {
            for (long other : before.keySet()) {
                if (!before.get(file).equals(before.get(other)) && after.get(file).equals(after.get(other))) {
                    pairs.add(Pair.of(file, other));
                }
            }
        }
        return List.copyOf(pairs);
    }

    /** Files that it tore apart. */
    List<Set<Long>> together() {
        Map<Long, Set<Long>> persons = new HashMap<>();
        before.forEach((file, person) -> persons.computeIfAbsent(person, key -> new HashSet<>()).add(file));
        List<Set<Long>> together = new ArrayList<>();
        persons.values().stream().filter(files -> files.size() > 1 && files.stream().anyMatch(moved::contains)
                && files.stream().map(after::get).distinct().count() > 1).forEach(together::add);
        return together;
    }
}
