package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.Outbox;
import de.kimhub.delivery.QueuedItem;
import de.kimhub.linkage.SourceCase;
import de.kimhub.message.TestOperation;
import de.kimhub.processing.Recipients.Recipient;
import de.kimhub.sharing.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides for each event of one source, and each recipient of the installation, what becomes of it, and adds up what
 * the promise is counted by: accepted = queued + withheld + own + held.
 */
final class Distribution {

    /**
     * Who was told something that is no longer so must learn it, rule or no rule (Art. 19 DSGVO): then with nothing
     * but the day.
     */
    static final String DUTY_TO_CORRECT = "art-19-dsgvo";

    private final Instance source;
    private final Decisions decisions;
    private final List<Recipient> recipients;
    private final List<QueuedItem> items = new ArrayList<>();
    private final List<ShadowItems.Item> shadowItems = new ArrayList<>();
    private final Map<FlowKey, Flow> flows = new TreeMap<>();

    /** One row of {@code hub.flow}. */
    record FlowKey(long documentId, int recipientNo) implements Comparable<FlowKey> {

        @Override
        public int compareTo(FlowKey other) {
            return documentId != other.documentId ? Long.compare(documentId, other.documentId)
                    : Integer.compare(recipientNo, other.recipientNo);
        }
    }

    /** What to add to it. */
    static final class Flow {
        long accepted;
        long queued;
        long withheld;
        long own;
        long held;
    }

    /** What became of one event. */
    record Fate(List<String> withheld, boolean kept) {
    }

    Distribution(Instance source, Decisions decisions, List<Recipient> recipients) {
        this.source = source;
        this.decisions = decisions;
        this.recipients = recipients.stream()
                .filter(one -> !TestOperation.apart(one.party().instanceId(), source.id())).toList();
    }

    /** Counts an event that has to wait: it is decided when it is released. */
    Fate hold(NewEvent event) {
        for (Recipient recipient : recipients) {
            Flow flow = flow(event.documentId(), recipient.no());
            flow.accepted++;
            flow.held++;
        }
        return new Fate(List.of(), true);
    }

    /**
     * Takes the event out of the held ones before it is decided.
     *
     * @param counted for whom it was counted; empty: for all
     */
    void release(long documentId, Optional<List<Integer>> counted) {
        for (int recipientNo : counted.orElseGet(() -> recipients.stream().map(Recipient::no).toList())) {
            Flow flow = flow(documentId, recipientNo);
            flow.accepted--;
            flow.held--;
        }
    }

    /**
     * @param sourceCase {@code null} when no file is kept of the person
     * @param holders    recipients that have what the event corrects or takes back
     */
    Fate distribute(NewEvent event, SourceCase sourceCase, Set<Integer> holders) {
        return distribute(event, sourceCase, sourceCase == null ? null : sourceCase.personId(), holders);
    }

    /**
     * In the lane of the file, also where it is decided as nobody's.
     *
     * @param person {@code null}: nobody's, whosever file it is
     */
    Fate distribute(NewEvent event, SourceCase sourceCase, Long person, Set<Integer> holders) {
        List<String> withheld = new ArrayList<>();
        boolean kept = false;
        for (Recipient recipient : recipients) {
            Flow flow = flow(event.documentId(), recipient.no());
            flow.accepted++;
            if (recipient.party().instanceId().equals(source.id())) {
                flow.own++;
                continue;
            }
            Decision decision = decisions.decide(event, recipient, person, holders.contains(recipient.no()));
            switch (decision) {
                case Decision.Give give -> {
                    flow.queued++;
                    kept = true;
                    items.add(new QueuedItem(recipient.no(), Outbox.lane(sourceCase == null ? 0 : sourceCase.id(),
                            recipient.lanes()), event.id(), give.rule()));
                }
                case Decision.InShadow shadow -> {
                    kept |= shadow.owed();
                    shadowItems.add(new ShadowItems.Item(recipient.no(), event.id(), shadow.rule(),
                            shadow.waitsFor()));
                    withhold(flow, recipient, Reason.SHADOW, withheld);
                }
                case Decision.Withhold withhold -> withhold(flow, recipient, withhold.reason(), withheld);
            }
        }
        return new Fate(withheld, kept);
    }

    private static void withhold(Flow flow, Recipient recipient, Reason reason, List<String> withheld) {
        flow.withheld++;
        withheld.add(recipient.party().instanceId() + ":" + reason.name());
    }

    private Flow flow(long documentId, int recipientNo) {
        return flows.computeIfAbsent(new FlowKey(documentId, recipientNo), key -> new Flow());
    }

    List<QueuedItem> items() {
        return items;
    }

    /** What would have gone if everybody concerned were live. */
    List<ShadowItems.Item> shadowItems() {
        return shadowItems;
    }

    Map<FlowKey, Flow> flows() {
        return flows;
    }
}
