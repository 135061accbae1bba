package de.kimhub.linkage.register;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Of files by what they are, not by when they came: so it makes no difference who is compared with whom. */
enum FileOrder implements Comparator<SourceCase> {

    BY_DIGEST;

    @Override
    public int compare(SourceCase one, SourceCase other) {
        int digests = Arrays.compareUnsigned(one.caseDigest(), other.caseDigest());
        return digests != 0 ? digests : Integer.compare(one.instanceNo(), other.instanceNo());
    }

    /** {@code null} when one of them has nothing to compare. */
    PairScore score(SourceCase one, SourceCase other, Map<Long, List<Traits>> traits, Scorer scorer) {
        return score(one, other, traits, scorer::best);
    }

    /** Likewise, by another way of comparing two sets of personas. */
    PairScore score(SourceCase one, SourceCase other, Map<Long, List<Traits>> traits,
                    BiFunction<List<Traits>, List<Traits>, PairScore> best) {
        SourceCase first = compare(one, other) <= 0 ? one : other;
        SourceCase second = first == one ? other : one;
        return best.apply(traits.getOrDefault(first.id(), List.of()), traits.getOrDefault(second.id(), List.of()));
    }
}
