package de.kimhub.processing;

import de.kimhub.message.MessageKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * What recipients must be told since files are other persons': an event that was given under the number of a file which
 * is another person's than the event's own file is taken back there, and given again under the file that the recipient
 * has of the event's person: the same one once both are one person's again, else the newest.
 */
final class Readdressing {

    private static final Comparator<GivenEvent> OLDEST_FIRST = Comparator.comparingLong(GivenEvent::id);

    private final Map<Long, GivenEvent> events = new TreeMap<>();
    private final Map<Long, List<GivenEvent>> chains = new TreeMap<>();
    private final LongFunction<Long> personOf;
    private final OwnFile ownFile;
    private final Set<Long> confirmed;

    /** A recipient's own file of a person. */
    @FunctionalInterface
    interface OwnFile {

        /** @return the newest; 0: it has none */
        long of(long person, int recipientNo);
    }

    /**
     * @param personOf  whose file it is; {@code null} when it is not there any more
     * @param confirmed readdressed retractions that were not delivered, but somebody confirmed that they are known
     */
    Readdressing(List<GivenEvent> all, LongFunction<Long> personOf, OwnFile ownFile, Set<Long> confirmed) {
        this.personOf = personOf;
        this.ownFile = ownFile;
        this.confirmed = confirmed;
        all.forEach(event -> events.put(event.id(), event));
        all.stream().sorted(OLDEST_FIRST).forEach(event -> chains.computeIfAbsent(root(event), id -> new ArrayList<>())
                .add(event));
    }

    /** What is to be done about one event at one recipient. */
    sealed interface Step {

        /** @param last what stands of it now; the recipient has this or an older version */
        record TakeBack(GivenEvent last, Given given) implements Step {
        }

        /**
         * @param address the recipient's file that it goes to
         * @param rule    by which it was given; asked once more when it is sealed
         */
        record GiveAgain(GivenEvent last, Given given, long address, String rule) implements Step {
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
        if (!stands || held == null || held.address() == 0 || personOf.apply(last.caseId()) == null) {
            return;
        }
        Deque<GivenEvent> told = new ArrayDeque<>();
        chain.stream().filter(event -> event.readdressed() && event.onlyFor() == recipientNo && event.effective()
                && isLater(event, byEvent.get(event.id()), held)).forEach(told::push);
        new Place(last, held, told, byEvent.keySet()).settle(rule(given), steps);
    }

    private static boolean isLater(GivenEvent event, Given itself, Given held) {
        return itself == null || itself.batchId() == held.batchId() ? event.id() >= held.eventId()
                : itself.batchId() > held.batchId();
    }

    /** Under which it was given; not that under which whoever was told must be corrected. */
    private static Optional<String> rule(List<Given> given) {
        return given.stream().map(Given::rule).filter(rule -> !rule.equals(Distribution.DUTY_TO_CORRECT))
                .reduce((one, next) -> next);
    }

    /** Where one event stands at one recipient. */
    private final class Place {

        private final GivenEvent last;
        private final Given held;
        private final Deque<GivenEvent> since;
        private final Set<Long> sealed;

        /** @param since what the recipient is told of it by readdressing since it was given, the latest first */
        Place(GivenEvent last, Given held, Deque<GivenEvent> since, Set<Long> sealed) {
            this.last = last;
            this.held = held;
            this.since = since;
            this.sealed = sealed;
        }

        void settle(Optional<String> rule, List<Step> steps) {
            while (!since.isEmpty() && isPending(since.peek()) && !isRight(address()) && isRevoked()) {
                steps.add(new Step.NeedNot(since.pop(), last, held));
            }
            long address = address();
            if (isRight(address) || address != 0 && personOf.apply(address) == null) {
                return;
            }
            if (address != 0) {
                steps.add(new Step.TakeBack(last, held));
            }
            long own = isRight(held.address()) ? held.address()
                    : ownFile.of(personOf.apply(last.caseId()), held.recipientNo());
            if (own != 0 && last.kept()) {
                rule.ifPresent(id -> steps.add(new Step.GiveAgain(last, held, own, id)));
            }
        }

        /** The file that the recipient has it under once it was told all; 0: it has it no longer. */
        private long address() {
            GivenEvent latest = since.peek();
            return latest == null ? held.address() : latest.kind() == MessageKind.RETRACTION ? 0 : latest.address();
        }

        private boolean isRight(long address) {
            return address != 0 && personOf.apply(last.caseId()).equals(personOf.apply(address));
        }

        private boolean isPending(GivenEvent event) {
            return !sealed.contains(event.id()) && !confirmed.contains(event.id());
        }

        /** A repetition in the wrong place is not to be given; a retraction is needed unless that place is right. */
        private boolean isRevoked() {
            return since.peek().kind() != MessageKind.RETRACTION || isRight(since.peek().address());
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
