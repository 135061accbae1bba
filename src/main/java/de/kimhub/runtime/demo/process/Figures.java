package de.kimhub.runtime.demo.process;

import java.util.SortedMap;

/** The sums of the promise, as the hub's books have them at one moment. */
public record Figures(SortedMap<String, SourceFigures> sources, SortedMap<String, RecipientFigures> recipients) {

    public SourceFigures allSources() {
        return sources.values().stream().reduce(SourceFigures.NONE, SourceFigures::plus);
    }

    public RecipientFigures allRecipients() {
        return recipients.values().stream().reduce(RecipientFigures.NONE, RecipientFigures::plus);
    }

    public boolean addUp() {
        return sources.values().stream().allMatch(SourceFigures::addsUp)
                && recipients.values().stream().allMatch(RecipientFigures::addsUp);
    }
}
