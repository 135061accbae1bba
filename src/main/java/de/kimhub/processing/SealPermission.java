package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.SealCheck;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.Reason;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the sharing rules and the consent ledger once more when a batch is sealed. */
@Component
class SealPermission implements SealCheck {

    private static final Set<Field> DAY_ONLY = Set.of(CanonicalSchema.field("event.occurredOn"));

    private final Sharing sharing;
    private final ConsentLedger ledger;
    private final InstalledParties parties;
    private final InstanceNumbers numbers;
    private final Shadows shadows;
    private final ShadowItems shadowItems;

    SealPermission(Sharing sharing, ConsentLedger ledger, InstalledParties parties, InstanceNumbers numbers,
                   Shadows shadows, ShadowItems shadowItems) {
        this.sharing = sharing;
        this.ledger = ledger;
        this.parties = parties;
        this.numbers = numbers;
        this.shadows = shadows;
        this.shadowItems = shadowItems;
    }

    @Override
    public List<Verdict> check(Instance recipient, List<Candidate> candidates) {
        List<Long> persons = candidates.stream().map(Candidate::personId).filter(Objects::nonNull).distinct().toList();
        Set<Long> changing = ledger.lockForSealing(persons);
        Map<Long, List<Consent>> consents = ledger.of(persons);
        Set<Integer> inShadow = shadows.now();
        LocalDate today = LocalDate.now();
        List<Verdict> verdicts = new ArrayList<>();
        for (Candidate one : candidates) {
            verdicts.add(one.personId() != null && changing.contains(one.personId()) ? new Verdict.NotYet()
                    : check(recipient, one, consents.getOrDefault(one.personId(), List.of()), inShadow, today));
        }
        return verdicts;
    }

    @Override
    public Set<Integer> absentSenders() {
        Set<Integer> absent = new HashSet<>(numbers.all());
        parties.numbers().forEach(absent::remove);
        return absent;
    }

    private Verdict check(Instance recipient, Candidate candidate, List<Consent> consents, Set<Integer> inShadow,
                          LocalDate today) {
        Verdict all = ask(recipient, candidate, consents, today);
        if (!(all instanceof Verdict.Allowed)) {
            return all;
        }
        if (recipient.inShadow() || inShadow.contains(candidate.senderNo())) {
            return shadowed(recipient, candidate);
        }
        List<Consent> inEarnest = consents.stream().filter(consent -> consent.inEarnest(inShadow)).toList();
        Verdict real = inEarnest.size() == consents.size() ? all : ask(recipient, candidate, inEarnest, today);
        return real instanceof Verdict.Allowed ? real : shadowed(recipient, candidate);
    }

    private Verdict shadowed(Instance recipient, Candidate candidate) {
        shadowItems.add(List.of(new ShadowItems.Item(numbers.of(recipient.id()), candidate.eventId(),
                candidate.rule())));
        return new Verdict.Refused(Reason.SHADOW.name());
    }

    private Verdict ask(Instance recipient, Candidate candidate, List<Consent> consents, LocalDate today) {
        if (candidate.rule().equals(Distribution.DUTY_TO_CORRECT)) {
            return new Verdict.Allowed(DAY_ONLY);
        }
        Optional<Instance> sender = parties.byNumber(candidate.senderNo());
        if (sender.isEmpty()) {
            return new Verdict.NotYet();
        }
        SharingDecision decision = sharing.stillAllowed(candidate.rule(), InstalledParties.party(sender.get()),
                InstalledParties.party(recipient), candidate.type(), consents,
                candidate.known() || !candidate.type().concernsPerson(), today);
        return switch (decision) {
            case SharingDecision.Share share -> new Verdict.Allowed(share.rule().fields());
            case SharingDecision.Withhold withhold -> new Verdict.Refused(withhold.reason().name());
        };
    }
}
