package de.kimhub.linkage.explanation;

import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;

/** The shipped model, with frequencies counted in a sample of the files that the hub has. */
public final class SampledScorer {

    private static final int SAMPLE = 2_000;
    /** Records of everybody in a Kreis are compared with the few who take part. */
    private static final long SMALLEST = 20_000;

    private SampledScorer() {
    }

    public static Scorer of(KnownFiles files) {
        return new Scorer(LinkageModel.shipped(), CountedPopulation.of(Math.max(SMALLEST, files.count()),
                files.sample(SAMPLE).stream().map(person -> Traits.of(person, "sonstige")).toList()));
    }
}
