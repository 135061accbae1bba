package de.kimhub.linkage.register;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
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
     * @param scores by file asked for and file found, whatever they are
     * @param files  all that were found, by number
     * @param stored the keys as they are stored
     * @param byKey  files by stored key
     */
    record Found(Map<Long, Map<Long, PairScore>> scores, Map<Long, SourceCase> files, Collection<Stored> stored,
                 Map<Long, List<Long>> byKey, Compartments compartments) {
    }

    /** @param besides further files to compare each with */
    Found search(List<Asked> asked, Map<Long, Set<Long>> besides, Candidates candidates, Scorer scorer) {
        Set<Keyed> all = new HashSet<>();
        asked.forEach(one -> all.addAll(one.keys()));
        Map<Keyed, Stored> stored = keys.stored(all);
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
        return new Found(scores(asked, sharing, files, scorer), files, new HashSet<>(stored.values()), byKey, compartments);
    }

    private Map<Long, Map<Long, PairScore>> scores(List<Asked> asked, Map<Long, Set<Long>> sharing,
                                                    Map<Long, SourceCase> files, Scorer scorer) {
        Map<Long, List<Traits>> traits = new HashMap<>();
        asked.forEach(one -> traits.put(one.self().id(), one.all()));
        Set<Long> missing = new HashSet<>();
        sharing.values().forEach(missing::addAll);
        missing.removeAll(traits.keySet());
        traits.putAll(personas.traits(missing));
        Map<Long, Map<Long, PairScore>> scores = new LinkedHashMap<>();
        sharing.forEach((file, others) -> {
            Map<Long, PairScore> ofFile = scores.computeIfAbsent(file, key -> new LinkedHashMap<>());
            for (long other : others) {
                Map<Long, PairScore> back = scores.get(other);
                PairScore score = back != null && back.containsKey(file) ? back.get(file)
                        : FileOrder.BY_DIGEST.score(files.get(file), files.get(other), traits, scorer);
                if (score != null) {
                    ofFile.put(other, score);
                }
            }
        });
        return scores;
    }
}
