package de.kimhub.steering.fact;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.CourseResult;
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

    /** By each station on the way the measure that knows of it as well. */
    static final Map<Measure, Measure> KNOWN_FROM = Map.of(Measure.FIRST_CONSULTATION, Measure.CONSULTATION,
            Measure.ARRIVAL_TO_COURSE, Measure.COURSE, Measure.ARRIVAL_TO_B1, Measure.COURSE_RESULT,
            Measure.ARRIVAL_TO_APPLICATION, Measure.NATURALISATION, Measure.ARRIVAL_TO_NATURALISATION, Measure.NATURALISED_PERSON);

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

    boolean isThere(String person, Measure measure) {
        return of(person, measure).findAny().isPresent();
    }

    /** Who told of it, and when it was. */
    record Reached(LocalDate on, String organisation) {
    }

    /** The first that another measure knows of a person's station, told before the arrival was. */
    Optional<Reached> reached(String person, Measure station) {
        return of(person, KNOWN_FROM.get(station))
                .filter(unit -> station != Measure.ARRIVAL_TO_B1 || unit.theme.equals(CourseResult.B1.code()))
                .map(unit -> new Reached(unit.measure == Measure.COURSE ? unit.closedOn : unit.openedOn, unit.organisation))
                .filter(one -> one.on() != null).min(Comparator.comparing(Reached::on));
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
