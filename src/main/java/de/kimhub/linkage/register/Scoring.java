package de.kimhub.linkage.register;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.Lookout;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The scores of one search. Most who share a key are strangers, and need no score. */
final class Scoring {

    private final Scorer scorer;
    private final Lookout lookout;
    private final Map<Long, SourceCase> files;
    private final Map<Long, List<Traits>> traits;
    private final Map<Long, Set<Long>> besides;
    private final Map<Long, Map<Long, PairScore>> scores = new LinkedHashMap<>();

    /** @param besides whose score is wanted whatever it is, by file */
    Scoring(Scorer scorer, Map<Long, SourceCase> files, Map<Long, List<Traits>> traits, Map<Long, Set<Long>> besides) {
        this.scorer = scorer;
        this.lookout = new Lookout(scorer);
        this.files = files;
        this.traits = traits;
        this.besides = besides;
    }

    Map<Long, Map<Long, PairScore>> of(Map<Long, Set<Long>> sharing) {
        sharing.forEach((file, others) -> {
            Map<Long, PairScore> ofFile = scores.computeIfAbsent(file, key -> new LinkedHashMap<>());
            Set<Long> wanted = besides.getOrDefault(file, Set.of());
            others.forEach(other -> put(ofFile, file, other, wanted.contains(other)));
            Set<Long> sure = ofFile.keySet().stream().filter(other -> ofFile.get(other).band() == Band.SURE)
                    .map(other -> files.get(other).personId()).collect(Collectors.toSet());
            // what of a person contradicts counts as well
            others.stream().filter(other -> !ofFile.containsKey(other) && sure.contains(files.get(other).personId()))
                    .forEach(other -> put(ofFile, file, other, true));
        });
        return scores;
    }

    private void put(Map<Long, PairScore> ofFile, long file, long other, boolean whatever) {
        Map<Long, PairScore> back = scores.get(other);
        PairScore score = back != null && back.containsKey(file) ? back.get(file)
                : FileOrder.BY_DIGEST.score(files.get(file), files.get(other), traits,
                        whatever ? scorer::best : lookout::best);
        if (score != null) {
            ofFile.put(other, score);
        }
    }
}
