package de.kimhub.steering.fact;

import de.kimhub.message.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All units that a batch may concern, by what it asks for. Changed in memory, in the order in which it is told. */
final class Units {

    private final Map<Long, Unit> byId = new LinkedHashMap<>();
    private final List<Unit> added = new ArrayList<>();
    private final Map<Long, List<Unit>> opened = new HashMap<>();
    private final Map<Long, List<Unit>> closed = new HashMap<>();
    private final Map<String, List<Unit>> ofPerson = new HashMap<>();
    private final Map<FileKey, List<Unit>> ofFile = new HashMap<>();

    private record FileKey(byte[] digest) {

        @Override
        public boolean equals(Object other) {
            return other instanceof FileKey that && Arrays.equals(digest, that.digest);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(digest);
        }
    }

    /** In the order of their ids. */
    Units(List<Unit> there) {
        there.forEach(unit -> {
            byId.put(unit.id, unit);
            index(unit);
        });
    }

    void add(Unit unit) {
        added.add(unit);
        index(unit);
    }

    private void index(Unit unit) {
        note(opened, unit.openedBy, unit);
        note(closed, unit.closedBy, unit);
        note(ofPerson, unit.person, unit);
        note(ofFile, unit.file == null ? null : new FileKey(unit.file), unit);
    }

    private static <K> void note(Map<K, List<Unit>> units, K key, Unit unit) {
        if (key != null) {
            units.computeIfAbsent(key, one -> new ArrayList<>()).add(unit);
        }
    }

    /** An event opens or closes what it did not before. */
    void renamed(Unit unit) {
        note(opened, unit.openedBy, unit);
        note(closed, unit.closedBy, unit);
    }

    List<Unit> openedBy(long event) {
        return opened.getOrDefault(event, List.of()).stream().filter(one -> !one.removed && Long.valueOf(event).equals(one.openedBy))
                .distinct().toList();
    }

    List<Unit> closedBy(long event) {
        return closed.getOrDefault(event, List.of()).stream().filter(one -> !one.removed && Long.valueOf(event).equals(one.closedBy))
                .distinct().toList();
    }

    boolean isKnown(long event, Measure measure) {
        return Stream.concat(openedBy(event).stream(), closedBy(event).stream()).anyMatch(unit -> unit.measure == measure);
    }

    private Stream<Unit> of(String person, Measure measure) {
        return ofPerson.getOrDefault(person, List.of()).stream().filter(one -> !one.removed && one.measure == measure);
    }

    /** The oldest that is open, of the same file or the same person. */
    Optional<Unit> findOpen(UnitEvent event) {
        Stream<Unit> theirs = event.measure().matching() == Measure.Matching.FILE
                ? ofFile.getOrDefault(new FileKey(event.told().file()), List.of()).stream()
                        .filter(one -> !one.removed && one.measure == event.measure())
                : of(event.person(), event.measure());
        return theirs.filter(one -> one.closedIn == null).findFirst();
    }

    boolean arrived(String person) {
        return of(person, Measure.ARRIVAL).findAny().isPresent();
    }

    Optional<LocalDate> firstConsultation(String person) {
        return of(person, Measure.CONSULTATION).map(one -> one.openedOn).filter(day -> day != null).min(Comparator.naturalOrder());
    }

    List<Unit> added() {
        return added.stream().filter(one -> !one.removed).toList();
    }

    List<Unit> changed() {
        return byId.values().stream().filter(one -> one.changed && !one.removed).toList();
    }

    List<Unit> removed() {
        return byId.values().stream().filter(one -> one.removed).toList();
    }
}
