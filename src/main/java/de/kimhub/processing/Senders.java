package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.intake.KnownInstances;
import de.kimhub.sharing.Party;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who an instance is, by its number: as its file says now, or, where that is gone or has errors, as it last said. */
@Component
class Senders {

    private final KnownInstances known;
    private final InstalledParties parties;
    private final InstanceNumbers numbers;

    Senders(KnownInstances known, InstalledParties parties, InstanceNumbers numbers) {
        this.known = known;
        this.parties = parties;
        this.numbers = numbers;
    }

    Map<Integer, Party> byNumber() {
        Map<Integer, Party> senders = new HashMap<>();
        known.all().forEach(one -> senders.put(one.no(), new Party(one.id(), one.authority())));
        for (Instance instance : parties.all()) {
            senders.put(numbers.of(instance.id()), InstalledParties.party(instance));
        }
        return senders;
    }

    /** Lanes of everybody who ever took something, also of who takes nothing just now. */
    Map<Integer, Integer> lanes(RulesInForce inForce) {
        Map<Integer, Integer> lanes = new HashMap<>();
        known.all().stream().filter(one -> one.lanes() != null).forEach(one -> lanes.put(one.no(), one.lanes()));
        inForce.recipients().forEach(recipient -> lanes.put(recipient.no(), recipient.lanes()));
        return lanes;
    }
}
