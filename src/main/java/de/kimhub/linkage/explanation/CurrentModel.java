package de.kimhub.linkage.explanation;

import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Population;
import de.kimhub.linkage.comparison.Traits;

/** What is compared with: the parameters, and among whom. */
public record CurrentModel(LinkageModel parameters, Population population) {

    private static final int SAMPLE = 2_000;
    /** Records of everybody in a Kreis are compared with the few who take part. */
    private static final long SMALLEST = 20_000;

    /** The shipped parameters, and frequencies counted in a sample of the files that the hub has. */
    public static CurrentModel of(KnownFiles files) {
        return new CurrentModel(LinkageModel.shipped(), CountedPopulation.of(Math.max(SMALLEST, files.count()),
                files.sample(SAMPLE).stream().map(person -> Traits.of(person, "sonstige")).toList()));
    }
}
