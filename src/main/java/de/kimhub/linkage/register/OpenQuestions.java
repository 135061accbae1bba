package de.kimhub.linkage.register;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.PairTable.Scored;
import de.kimhub.linkage.register.Regrouping.Question;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which persons may be one, by the pairs of their files. Not those of whom somebody said that files of theirs are different
 * people's; nor those of whom any two files contradict each other, as what is sure does not join these either: somebody
 * whose birth date one file does not know is nobody who was born on another day, when a further file knows.
 */
@Component
class OpenQuestions {

    private final SourceCases cases;
    private final PersonaTable personas;
    private final PairTable pairs;

    OpenQuestions(SourceCases cases, PersonaTable personas, PairTable pairs) {
        this.cases = cases;
        this.personas = personas;
        this.pairs = pairs;
    }

    /** @param persons files and persons by now, also of the files next to the neighbourhood */
    record View(Map<Long, Long> persons, Set<Pair> different) {

        Pair personsOf(Pair files) {
            return Pair.of(persons.getOrDefault(files.left(), 0L), persons.getOrDefault(files.right(), 0L));
        }

        boolean isOne(Pair files) {
            Pair both = personsOf(files);
            return both.left() == both.right() && both.left() != 0;
        }

        private boolean isOpen(Scored one) {
            Pair both = personsOf(one.pair());
            return one.score().band() != Band.NEW && both.left() != both.right() && both.left() != 0
                    && !different.contains(both);
        }
    }

    View view(Neighbourhood around, Map<Long, Long> personOf, Standing standing) {
        Set<Long> outside = new HashSet<>();
        around.pairs().keySet().forEach(pair -> addBoth(outside, pair));
        standing.allDifferent().forEach(pair -> addBoth(outside, pair));
        outside.removeAll(personOf.keySet());
        Map<Long, Long> persons = new HashMap<>(personOf);
        cases.byId(outside).values().forEach((SourceCase file) -> persons.put(file.id(), file.personId()));
        View view = new View(persons, new HashSet<>());
        standing.allDifferent().forEach(pair -> view.different().add(view.personsOf(pair)));
        return view;
    }

    private static void addBoth(Set<Long> files, Pair pair) {
        files.add(pair.left());
        files.add(pair.right());
    }

    /**
     * @param raised files of which people said, or what they said asks, that somebody is to look: contradictions end
     *               no question about these
     * @return the pairs of files, by their persons
     */
    Map<Pair, List<Scored>> of(Neighbourhood around, View view, Collection<Pair> raised, Question question) {
        Map<Pair, List<Scored>> questions = around.pairs().values().stream().filter(view::isOpen)
                .collect(Collectors.groupingBy(one -> view.personsOf(one.pair())));
        Set<Pair> doubtful = new HashSet<>(questions.keySet());
        doubtful.removeIf(persons -> questions.get(persons).stream().anyMatch(Neighbourhood::connects));
        raised.forEach(files -> doubtful.remove(view.personsOf(files)));
        questions.keySet().removeAll(contradicting(doubtful, around.pairs(), question));
        return questions;
    }

    private Set<Pair> contradicting(Set<Pair> persons, Map<Pair, Scored> known, Question question) {
        Map<Long, List<SourceCase>> files = cases.ofPersons(numbers(persons)).stream()
                .collect(Collectors.groupingBy(SourceCase::personId));
        Set<Pair> several = persons.stream().filter(pair -> Stream.of(pair.left(), pair.right())
                .anyMatch(one -> files.getOrDefault(one, List.of()).size() > 1)).collect(Collectors.toSet());
        if (several.isEmpty()) {
            return Set.of();
        }
        List<SourceCase> all = numbers(several).stream().flatMap(one -> files.getOrDefault(one, List.of()).stream()).toList();
        Map<Long, List<Traits>> traits = personas.traits(all.stream().map(SourceCase::id).toList());
        Compartments compartments = new Compartments(question.candidates(), question.asked(), all);
        Map<Pair, Scored> found = new HashMap<>();
        for (Pair pair : several) {
            firstOf(files.getOrDefault(pair.left(), List.of()), files.getOrDefault(pair.right(), List.of()), (one, other) -> {
                Scored kept = known.get(Pair.of(one.id(), other.id()));
                return kept != null || !compartments.mayCompare(one, other) ? kept
                        : scored(one, other, traits, question.scorer());
            }).ifPresent(contradiction -> found.put(pair, contradiction));
        }
        // who decides compares nothing, and knows it all the same
        pairs.store(found.values().stream().filter(one -> !known.containsKey(one.pair())).toList(),
                question.scorer().model().version());
        return found.keySet();
    }

    private static Scored scored(SourceCase one, SourceCase other, Map<Long, List<Traits>> traits, Scorer scorer) {
        PairScore score = FileOrder.BY_DIGEST.score(one, other, traits, scorer);
        return score == null ? null : new Scored(Pair.of(one.id(), other.id()), score);
    }

    private static Optional<Scored> firstOf(List<SourceCase> left, List<SourceCase> right,
                                            BiFunction<SourceCase, SourceCase, Scored> score) {
        return left.stream().flatMap(one -> right.stream().map(other -> score.apply(one, other)))
                .filter(one -> one != null && excludes(one.score())).findFirst();
    }

    private static Set<Long> numbers(Collection<Pair> pairs) {
        return pairs.stream().flatMap(pair -> Stream.of(pair.left(), pair.right())).collect(Collectors.toSet());
    }

    /** Twins that may be one who was mistyped are asked about. */
    private static boolean excludes(PairScore score) {
        return score.band() == Band.NEW && score.contradictory();
    }
}
