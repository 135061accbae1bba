package de.kimhub.linkage.register;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.KeyTable.Stored;
import de.kimhub.linkage.register.Prepared.Keyed;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the files that share a key with some, and compares them. */
@Component
class Search {

    private final KeyTable keys;
    private final PersonaTable personas;
    private final SourceCases cases;

    Search(KeyTable keys, PersonaTable personas, SourceCases cases) {
        this.keys = keys;
        this.personas = personas;
        this.cases = cases;
    }

    /**
     * @param self the file as it is, or would be
     * @param all  its personas
     */
    record Asked(SourceCase self, List<Traits> all, Set<Keyed> keys) {
    }

    /**
     * @param scores by file asked for and file found; strangers may be left out
     * @param files  all that were found, by number
     * @param stored the keys as they are stored
     * @param byKey  files by stored key
     */
    record Found(Map<Long, Map<Long, PairScore>> scores, Map<Long, SourceCase> files, Collection<Stored> stored,
                 Map<Long, List<Long>> byKey, Compartments compartments) {

        /** Files asked for, with the files that may be their persons'. */
        Map<SourceCase, Collection<SourceCase>> likely() {
            Map<SourceCase, Collection<SourceCase>> likely = new LinkedHashMap<>();
            scores.forEach((file, others) -> {
                List<SourceCase> some = others.entrySet().stream().filter(one -> one.getValue().band() != Band.NEW)
                        .map(one -> files.get(one.getKey())).toList();
                if (!some.isEmpty()) {
                    likely.put(files.get(file), some);
                }
            });
            return likely;
        }

        /** Those who are known not to be one of these persons are not compared with anybody of theirs. */
        void leaveOut(Set<Pair> apart) {
            apart.forEach(pair -> scores.forEach((file, others) -> {
                if (file == pair.left() || file == pair.right()) {
                    long person = files.containsKey(pair.other(file)) ? files.get(pair.other(file)).personId() : 0;
                    others.keySet().removeIf(other -> other == pair.other(file) || files.get(other).personId() == person);
                }
            }));
        }
    }

    /**
     * @param known   keys of which it is known how they are stored
     * @param besides further files to compare each with, and to tell the score of, whatever it is
     */
    Found search(List<Asked> asked, Map<Keyed, Stored> known, Map<Long, Set<Long>> besides, Candidates candidates,
                 Scorer scorer) {
        Map<Keyed, Stored> stored = stored(asked, known);
        Map<Long, List<Long>> byKey = keys.files(stored.values().stream().map(Stored::digest).distinct().toList());
        Map<Long, Set<Long>> sharing = new LinkedHashMap<>();
        Set<Long> everybody = new HashSet<>();
        for (Asked one : asked) {
            Set<Long> others = new LinkedHashSet<>(besides.getOrDefault(one.self().id(), Set.of()));
            one.keys().forEach(key -> others.addAll(byKey.getOrDefault(stored.get(key).digest(), List.of())));
            others.remove(one.self().id());
            sharing.put(one.self().id(), others);
            everybody.addAll(others);
        }
        Map<Long, SourceCase> files = new HashMap<>(cases.byId(everybody));
        asked.forEach(one -> files.put(one.self().id(), one.self()));
        Compartments compartments = new Compartments(candidates, sharing.keySet(), files.values());
        sharing.forEach((file, others) -> others.removeIf(other -> !files.containsKey(other)
                || !compartments.mayCompare(files.get(file), files.get(other))));
        Scoring scoring = new Scoring(scorer, files, traits(asked, sharing.values()), besides);
        return new Found(scoring.of(sharing), files, new HashSet<>(stored.values()), byKey, compartments);
    }

    private Map<Keyed, Stored> stored(List<Asked> asked, Map<Keyed, Stored> known) {
        Set<Keyed> unknown = new HashSet<>();
        Map<Keyed, Stored> stored = new HashMap<>();
        asked.forEach(one -> one.keys().forEach(key -> {
            if (known.containsKey(key)) {
                stored.put(key, known.get(key));
            } else {
                unknown.add(key);
            }
        }));
        stored.putAll(keys.stored(unknown));
        return stored;
    }

    private Map<Long, List<Traits>> traits(List<Asked> asked, Collection<Set<Long>> sharing) {
        Map<Long, List<Traits>> traits = new HashMap<>();
        asked.forEach(one -> traits.put(one.self().id(), one.all()));
        Set<Long> missing = new HashSet<>();
        sharing.forEach(missing::addAll);
        missing.removeAll(traits.keySet());
        traits.putAll(personas.traits(missing));
        return traits;
    }
}
