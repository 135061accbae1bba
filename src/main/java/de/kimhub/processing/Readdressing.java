package de.kimhub.processing;

import de.kimhub.message.MessageKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * What recipients must be told since files are other persons': an event that was given under the number of a file which
 * is another person's than the event's own file is taken back there; one that was taken back so is given again once both
 * are one person's.
 */
final class Readdressing {

    private static final Comparator<GivenEvent> OLDEST_FIRST = Comparator.comparingLong(GivenEvent::id);

    private final Map<Long, GivenEvent> events = new TreeMap<>();
    private final Map<Long, List<GivenEvent>> chains = new TreeMap<>();
    private final LongFunction<Long> personOf;
    private final Set<Long> told;

    /**
     * @param personOf whose file it is; {@code null} when it is not there any more
     * @param told     readdressed retractions that were not delivered, but somebody confirmed that they are known
     */
    Readdressing(List<GivenEvent> all, LongFunction<Long> personOf, Set<Long> told) {
        this.personOf = personOf;
        this.told = told;
        all.forEach(event -> events.put(event.id(), event));
        all.stream().sorted(OLDEST_FIRST).forEach(event -> chains.computeIfAbsent(root(event), id -> new ArrayList<>())
                .add(event));
    }

    /** What is to be done about one event at one recipient. */
    sealed interface Step {

        /** @param last what stands of it now; the recipient has this or an older version */
        record TakeBack(GivenEvent last, Given given) implements Step {
        }

        record GiveAgain(GivenEvent last, Given given) implements Step {
        }

        /** What was to be told so is not delivered yet, and need not be; {@code last} may have been kept back for it. */
        record NeedNot(GivenEvent readdressed, GivenEvent last, Given given) implements Step {
        }
    }

    List<Step> steps(List<Given> given) {
        Map<Long, Map<Integer, List<Given>>> byChain = new TreeMap<>();
        given.forEach(one -> byChain.computeIfAbsent(root(events.get(one.eventId())), id -> new TreeMap<>())
                .computeIfAbsent(one.recipientNo(), no -> new ArrayList<>()).add(one));
        List<Step> steps = new ArrayList<>();
        byChain.forEach((chain, byRecipient) -> byRecipient.forEach((recipientNo, ofRecipient) ->
                step(chains.get(chain), recipientNo, ofRecipient, steps)));
        return steps;
    }

    private void step(List<GivenEvent> chain, int recipientNo, List<Given> given, List<Step> steps) {
        given.sort(Comparator.comparingLong(Given::batchId).thenComparingLong(Given::eventId));
        Map<Long, Given> byEvent = new HashMap<>();
        given.forEach(one -> byEvent.put(one.eventId(), one));
        GivenEvent last = chain.stream().filter(event -> !event.readdressed() && event.state() != EventTable.HELD)
                .reduce((one, next) -> next).orElse(null);
        Given held = given.stream().filter(one -> events.get(one.eventId()).kind() != MessageKind.RETRACTION)
                .reduce((one, next) -> next).orElse(null);
        boolean stands = last != null && last.kind() != MessageKind.RETRACTION && last.state() != EventTable.TAKEN_BACK;
        if (!stands || held == null || held.address() == 0) {
            return;
        }
        Long own = personOf.apply(last.caseId());
        Long there = personOf.apply(held.address());
        if (own == null || there == null) {
            return;
        }
        GivenEvent moved = chain.stream()
                .filter(event -> event.readdressed() && event.onlyFor() == recipientNo && event.effective())
                .reduce((one, next) -> next).orElse(null);
        boolean takenBack = moved != null && moved.kind() == MessageKind.RETRACTION;
        boolean pending = moved != null && !byEvent.containsKey(moved.id()) && !told.contains(moved.id());
        boolean together = own.equals(there);
        if (together == takenBack && pending) {
            steps.add(new Step.NeedNot(moved, last, held));
        } else if (!together && !takenBack) {
            steps.add(new Step.TakeBack(last, held));
        } else if (together && takenBack && last.kept()) {
            steps.add(new Step.GiveAgain(last, held));
        }
    }

    /** The first version of what the event tells. */
    private long root(GivenEvent event) {
        GivenEvent one = event;
        while (true) {
            GivenEvent before = events.get(one.readdressed() ? one.standsFor() : one.replaces());
            if (before == null || before.id() >= one.id()) {
                return one.id();
            }
            one = before;
        }
    }
}
