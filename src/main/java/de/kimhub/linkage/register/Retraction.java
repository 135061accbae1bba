package de.kimhub.linkage.register;

import de.kimhub.linkage.PersonRegister.Observation;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.PairTable.Scored;
import de.kimhub.linkage.register.PersonaTable.Stored;
import de.kimhub.linkage.register.Prepared.Keyed;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Personas that no record of a file's source says any more: which of them count no longer, and what goes with them. */
@Component
class Retraction {

    private final PersonaTable personas;
    private final KeyTable keys;
    private final PairTable pairs;
    private final SourceCases cases;
    private final Preparation preparation;
    private final Opening opening;

    Retraction(PersonaTable personas, KeyTable keys, PairTable pairs, SourceCases cases, Preparation preparation,
               Opening opening) {
        this.personas = personas;
        this.keys = keys;
        this.pairs = pairs;
        this.cases = cases;
        this.preparation = preparation;
        this.opening = opening;
    }

    /**
     * Personas of observed files that are not said any more.
     *
     * @param mistaken by number, with their file
     * @param doubtful files with others that go on counting, and what is said of the person now
     */
    record Unsaid(Map<Long, Long> mistaken, Map<Long, List<Traits>> doubtful) {

        Set<Long> files() {
            return new HashSet<>(mistaken.values());
        }

        /** Those of mistaken and of doubtful personas. */
        Set<Long> all() {
            Set<Long> all = files();
            all.addAll(doubtful.keySet());
            return all;
        }
    }

    /** @param unknown what is about to be stored */
    Unsaid find(List<Observation> observations, List<PersonaTable.New> unknown, List<Stored> stored, Scorer scorer) {
        Unsaid found = new Unsaid(new TreeMap<>(), new TreeMap<>());
        observations.stream().filter(one -> one.said() != null).collect(Collectors.groupingBy(Observation::file))
                .forEach((file, ofFile) -> {
                    Set<ByteBuffer> said = ofFile.getFirst().said();
                    List<Stored> all = stored.stream().filter(one -> one.file() == file && !one.retracted()).toList();
                    List<Stored> unsaid = all.stream().filter(one -> !said.contains(one.digest())).toList();
                    if (!unsaid.isEmpty()) {
                        Map<Long, Traits> traits = personas.traitsOf(all.stream().map(Stored::id).toList());
                        List<Traits> now = new ArrayList<>();
                        unknown.stream().filter(one -> one.file() == file).forEach(one -> now.add(one.traits()));
                        traits.forEach((id, one) -> {
                            if (unsaid.stream().noneMatch(other -> other.id() == id)) {
                                now.add(one);
                            }
                        });
                        judge(found, unsaid, traits, now, ofFile, scorer);
                    }
                });
        return found;
    }

    /** What was unsaid before is in doubt as it was then. */
    private static void judge(Unsaid found, List<Stored> unsaid, Map<Long, Traits> traits, List<Traits> now,
                              List<Observation> observations, Scorer scorer) {
        for (Stored one : unsaid) {
            boolean corrected = observations.stream().anyMatch(some -> some.former().corrected().contains(one.digest()));
            boolean unsaidNow = corrected
                    || observations.stream().anyMatch(some -> some.former().changed().contains(one.digest()));
            if (unsaidNow && Mistakes.isOne(traits.get(one.id()), now, corrected, scorer)) {
                found.mistaken().put(one.id(), one.file());
            } else if (!now.isEmpty()) {
                found.doubtful().put(one.file(), now);
            }
        }
    }

    /**
     * The mistaken personas count no longer, nor do their keys; pairs are what the others make of them. The keys of the
     * files are locked.
     *
     * @return whoever was one person with these files
     */
    Set<Long> retract(Unsaid unsaid, Scorer scorer) {
        if (unsaid.mistaken().isEmpty()) {
            return Set.of();
        }
        Set<Long> files = unsaid.files();
        personas.retract(unsaid.mistaken().keySet());
        Map<Long, Set<Keyed>> left = new TreeMap<>();
        personas.traits(files).forEach((file, all) -> all.forEach(one ->
                left.computeIfAbsent(file, key -> new HashSet<>()).addAll(preparation.of(one).keys())));
        keys.deleteOf(files);
        opening.insertKeys(left);
        compareAnew(files, scorer);
        return cases.ofPersons(cases.byId(files).values().stream().map(SourceCase::personId).toList()).stream()
                .map(SourceCase::id).collect(Collectors.toSet());
    }

    /**
     * Also with those that may not be looked for now: they were compared when they could be. Where one has nothing that
     * could be compared, what was found of the pair stays.
     */
    private void compareAnew(Collection<Long> files, Scorer scorer) {
        List<Scored> before = pairs.touching(files);
        Set<Long> both = new HashSet<>();
        before.forEach(one -> both.addAll(List.of(one.pair().left(), one.pair().right())));
        Map<Long, SourceCase> byId = cases.byId(both);
        Map<Long, List<Traits>> traits = personas.traits(both);
        Map<Pair, Scored> kept = new LinkedHashMap<>();
        List<Pair> gone = new ArrayList<>();
        for (Scored one : before) {
            PairScore score = FileOrder.BY_DIGEST.score(byId.get(one.pair().left()), byId.get(one.pair().right()), traits,
                    scorer);
            if (score != null && FileScores.matters(score)) {
                kept.put(one.pair(), new Scored(one.pair(), score));
            } else if (score != null) {
                gone.add(one.pair());
            }
        }
        pairs.store(kept.values(), scorer.model().version());
        pairs.delete(gone);
    }

    /**
     * Pairs of doubtful files and others of the same person that contradict what is said now, by pair: the worst of each
     * file.
     */
    Map<Pair, PairScore> contradictions(Unsaid unsaid, Scorer scorer) {
        Map<Pair, PairScore> contradictions = new HashMap<>();
        cases.byId(unsaid.doubtful().keySet()).values().forEach(file -> {
            List<Traits> now = unsaid.doubtful().get(file.id());
            List<Long> others = cases.ofPerson(file.personId()).stream().map(SourceCase::id)
                    .filter(other -> other != file.id()).toList();
            personas.traits(others).forEach((other, traits) -> {
                PairScore score = scorer.best(now, traits);
                if (score != null && Mistakes.contradict(score)) {
                    contradictions.put(Pair.of(file.id(), other), score);
                }
            });
        });
        return contradictions;
    }
}
