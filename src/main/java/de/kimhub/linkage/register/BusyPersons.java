package de.kimhub.linkage.register;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.PairScore;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Persons of whom a reviewer is about to say whether they are one. Nothing else may answer that meanwhile: neither other
 * files of theirs, nor a third person who is both.
 */
@Component
class BusyPersons {

    private final SourceCases cases;
    private final WaitingReviews reviews;

    BusyPersons(SourceCases cases, WaitingReviews reviews) {
        this.cases = cases;
        this.reviews = reviews;
    }

    /** @param untouched pairs that wait, and in which nobody has a hand until the transaction ends */
    Busy among(Collection<Pair> pairs, Set<Pair> untouched) {
        Set<Long> files = filesOf(pairs);
        Set<Long> persons = cases.byId(files).values().stream().map(SourceCase::personId).collect(Collectors.toSet());
        Set<Pair> waiting = reviews.waiting(cases.ofPersons(persons).stream().map(SourceCase::id).toList());
        waiting.removeAll(untouched);
        files.addAll(filesOf(waiting));
        Map<Long, Long> personOf = new HashMap<>();
        cases.byId(files).values().forEach(file -> personOf.put(file.id(), file.personId()));
        return new Busy(personOf, waiting.stream().map(pair -> personsOf(personOf, pair)).collect(Collectors.toSet()));
    }

    private static Set<Long> filesOf(Collection<Pair> pairs) {
        Set<Long> files = new HashSet<>();
        pairs.forEach(pair -> files.addAll(List.of(pair.left(), pair.right())));
        return files;
    }

    private static Pair personsOf(Map<Long, Long> personOf, Pair files) {
        return Pair.of(personOf.getOrDefault(files.left(), 0L), personOf.getOrDefault(files.right(), 0L));
    }

    /** @param questions pairs of persons */
    record Busy(Map<Long, Long> personOf, Set<Pair> questions) {

        boolean isAbout(Pair files) {
            return questions.contains(personsOf(personOf, files));
        }

        /** Those that, with the likelier ones, could make the persons of a question one. */
        Set<Pair> answeredBy(Map<Pair, PairScore> scores) {
            Groups joined = new Groups();
            Set<Pair> answering = new HashSet<>();
            scores.keySet().stream().filter(pair -> Neighbourhood.connects(scores.get(pair)))
                    .sorted(Comparator.comparingDouble((Pair pair) -> -scores.get(pair).bits()).thenComparing(Pair.ORDER))
                    .forEach(pair -> {
                        Pair persons = personsOf(personOf, pair);
                        long one = joined.of(persons.left());
                        long other = joined.of(persons.right());
                        if (one != other && questions.stream().anyMatch(question -> Pair.of(one, other).equals(
                                Pair.of(joined.of(question.left()), joined.of(question.right()))))) {
                            answering.add(pair);
                        } else {
                            joined.join(one, other);
                        }
                    });
            return answering;
        }
    }
}
