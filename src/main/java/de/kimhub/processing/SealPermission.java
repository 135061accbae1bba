package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.SealCheck;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.intake.KnownInstances;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingDecision;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the sharing rules and the consent ledger once more when a batch is sealed. */
@Component
class SealPermission implements SealCheck {

    private static final Set<Field> DAY_ONLY = Set.of(CanonicalSchema.field("event.occurredOn"));

    private final CurrentRules rules;
    private final ConsentLedger ledger;
    private final InstalledParties parties;
    private final InstanceNumbers numbers;
    private final KnownInstances known;

    SealPermission(CurrentRules rules, ConsentLedger ledger, InstalledParties parties, InstanceNumbers numbers,
                   KnownInstances known) {
        this.rules = rules;
        this.known = known;
        this.ledger = ledger;
        this.parties = parties;
        this.numbers = numbers;
    }

    @Override
    public List<Verdict> check(Instance recipient, List<Candidate> candidates) {
        List<Long> persons = candidates.stream().map(Candidate::personId).filter(Objects::nonNull).distinct().toList();
        Set<Long> changing = ledger.lockForSealing(persons);
        Map<Long, List<Consent>> consents = ledger.of(persons);
        Judge judge = new Judge(rules.now().sharing(), senders(), recipient, consents, LocalDate.now());
        return candidates.stream().map(one -> one.personId() != null && changing.contains(one.personId())
                ? new Verdict.NotYet() : judge.check(one)).toList();
    }

    @Override
    public Set<Integer> absentSenders() {
        Set<Integer> absent = new HashSet<>(numbers.all());
        absent.removeAll(senders().keySet());
        return absent;
    }

    /** By number: as their files say now, and of those that were taken out or have errors, as they last said. */
    private Map<Integer, Party> senders() {
        Map<Integer, Party> senders = new HashMap<>();
        known.all().forEach(one -> senders.put(one.no(), new Party(one.id(), one.authority())));
        parties.all().forEach(instance ->
                senders.put(numbers.of(instance.id()), InstalledParties.party(instance)));
        return senders;
    }

    private record Judge(Sharing sharing, Map<Integer, Party> senders, Instance recipient,
                         Map<Long, List<Consent>> consents, LocalDate today) {

        Verdict check(Candidate candidate) {
            if (candidate.rule().equals(Distribution.DUTY_TO_CORRECT)) {
                return new Verdict.Allowed(DAY_ONLY);
            }
            Party sender = senders.get(candidate.senderNo());
            if (sender == null) {
                return new Verdict.NotYet();
            }
            SharingDecision decision = sharing.stillAllowed(candidate.rule(), sender,
                    InstalledParties.party(recipient), candidate.type(),
                    consents.getOrDefault(candidate.personId(), List.of()),
                    candidate.known() || !candidate.type().concernsPerson(), today);
            return switch (decision) {
                case SharingDecision.Share share -> new Verdict.Allowed(share.rule().fields());
                case SharingDecision.Withhold withhold -> new Verdict.Refused(withhold.reason().name());
            };
        }
    }
}
