package de.kimhub.processing;

import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.FieldBlocks;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingDecision;
import de.kimhub.sharing.SharingRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Decides which of the things that recipients were given they may use no longer. */
final class WhatStops {

    private final Sharing sharing;
    private final Map<Integer, Party> parties;
    private final Map<Long, GivenEvent> events = new HashMap<>();
    private final Map<Long, Long> personOf;
    private final List<Consent> withdrawn;
    private final Map<Long, List<Consent>> consents;
    private final Set<Long> blocked;
    private final LocalDate today;

    /** @param personOf by file */
    WhatStops(Sharing sharing, Map<Integer, Party> parties, List<GivenEvent> events, Map<Long, Long> personOf,
              List<Consent> withdrawn, Map<Long, List<Consent>> consents, Set<Long> blocked, LocalDate today) {
        this.sharing = sharing;
        this.parties = parties;
        this.personOf = personOf;
        this.withdrawn = withdrawn;
        this.consents = consents;
        this.blocked = blocked;
        this.today = today;
        events.forEach(event -> this.events.put(event.id(), event));
    }

    /** @param event the latest version that the recipient has */
    record Stop(GivenEvent event, Given given) {
    }

    private record Held(int recipientNo, long root) {
    }

    /** @param contents reads what the events say, by id */
    List<Stop> among(List<Given> all, Function<Collection<Long>, Map<Long, FieldValues>> contents) {
        Map<Held, Given> latest = new TreeMap<>(Comparator.comparingInt(Held::recipientNo).thenComparingLong(Held::root));
        all.stream().filter(one -> events.containsKey(one.eventId()))
                .sorted(Comparator.comparingLong(Given::batchId).thenComparingLong(Given::eventId))
                .forEach(one -> latest.put(new Held(one.recipientNo(), root(one.eventId())), one));
        List<Given> held = latest.values().stream().filter(one -> tells(events.get(one.eventId()))).toList();
        Map<Long, FieldValues> said = blocked.isEmpty() ? Map.of()
                : contents.apply(held.stream().map(Given::eventId).filter(id -> blocked.contains(person(id))).toList());
        List<Stop> stops = new ArrayList<>();
        for (Given one : held) {
            if (restedOnWithdrawn(one) || givesAway(one, said.get(one.eventId()))) {
                stops.add(new Stop(events.get(one.eventId()), one));
            }
        }
        return stops;
    }

    private static boolean tells(GivenEvent event) {
        return event.kind() != MessageKind.RETRACTION && event.kind() != MessageKind.STOP && event.type().concernsPerson();
    }

    private long root(long id) {
        GivenEvent event = events.get(id);
        long before = event.standsFor() != 0 ? event.standsFor() : event.replaces();
        return before != 0 && events.containsKey(before) ? root(before) : id;
    }

    private Long person(long eventId) {
        return personOf.get(events.get(eventId).caseId());
    }

    private boolean restedOnWithdrawn(Given one) {
        GivenEvent event = events.get(one.eventId());
        Party sender = parties.get(event.instanceNo());
        Party recipient = parties.get(one.recipientNo());
        Long person = person(one.eventId());
        Optional<SharingRule> rule = sharing.rules().rule(one.rule());
        boolean rested = sender != null && recipient != null && withdrawn.stream()
                .filter(consent -> person.equals(consent.personId()))
                .anyMatch(consent -> Sharing.couldRestOn(consent, rule, sender, recipient, event.type()));
        return rested && sharing.stillAllowed(one.rule(), sender, recipient, event.type(),
                consents.getOrDefault(person, List.of()), true, today) instanceof SharingDecision.Withhold;
    }

    private boolean givesAway(Given one, FieldValues said) {
        Party recipient = parties.get(one.recipientNo());
        return said != null && recipient != null
                && FieldBlocks.givesAway(said, sharing.rules().rule(one.rule()), recipient);
    }
}
