package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Traits;
import java.util.List;
import java.util.function.Function;

/** Where the parameters of the model come from. The truth is never asked. */
public enum ModelSource {
    SHIPPED(people -> LinkageModel.shipped()),
    /** The shipped ones, fitted to these people. */
    LEARNED(LearnedModel::of);

    private final Function<List<Traits>, LinkageModel> source;

    ModelSource(Function<List<Traits>, LinkageModel> source) {
        this.source = source;
    }

    LinkageModel of(List<Traits> people) {
        return source.apply(people);
    }
}
