package de.kimhub.runtime.demo.process;

import de.kimhub.delivery.FlowReport;
import de.kimhub.delivery.FlowReport.Recipient;
import de.kimhub.delivery.FlowReport.Source;
import java.util.List;
import java.util.function.ToLongFunction;

/** The sums of the promise, as the hub's books have them at one moment. */
public record Figures(List<Source> sources, List<Recipient> recipients) {

    static Figures of(FlowReport report) {
        return new Figures(report.sources(), report.recipients());
    }

    Source allSources() {
        return new Source(0, "Summe", sum(Source::received), sum(Source::accepted), sum(Source::repeated),
                sum(Source::quarantined));
    }

    Recipient allRecipients() {
        return new Recipient(0, "Summe", total(Recipient::accepted), total(Recipient::delivered),
                total(Recipient::withheld), total(Recipient::inReview), total(Recipient::waiting),
                total(Recipient::own));
    }

    /** Records that the hub has received from the instance. */
    public long received(String instance) {
        return sources.stream().filter(source -> source.id().equals(instance)).mapToLong(Source::received).sum();
    }

    /** Events that the hub has delivered to the instance. */
    public long delivered(String instance) {
        return recipients.stream().filter(one -> one.id().equals(instance)).mapToLong(Recipient::delivered).sum();
    }

    public boolean addUp() {
        return sources.stream().allMatch(Source::addsUp) && recipients.stream().allMatch(Recipient::addsUp);
    }

    private long sum(ToLongFunction<Source> figure) {
        return sources.stream().mapToLong(figure).sum();
    }

    private long total(ToLongFunction<Recipient> figure) {
        return recipients.stream().mapToLong(figure).sum();
    }
}
