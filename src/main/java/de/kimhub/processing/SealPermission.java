package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.SealCheck;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingDecision;
import java.time.LocalDate;
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

    SealPermission(Sharing sharing, ConsentLedger ledger, InstalledParties parties, InstanceNumbers numbers) {
        this.sharing = sharing;
        this.ledger = ledger;
        this.parties = parties;
        this.numbers = numbers;
    }

    @Override
    public List<Verdict> check(Instance recipient, List<Candidate> candidates) {
        List<Long> persons = candidates.stream().map(Candidate::personId).filter(Objects::nonNull).distinct().toList();
        Set<Long> changing = ledger.lockForSealing(persons);
        Map<Long, List<Consent>> consents = ledger.of(persons);
        LocalDate today = LocalDate.now();
        return candidates.stream().map(one -> one.personId() != null && changing.contains(one.personId())
                ? new Verdict.NotYet() : check(recipient, one, consents, today)).toList();
    }

    @Override
    public Set<Integer> absentSenders() {
        Set<Integer> absent = new HashSet<>(numbers.all());
        parties.numbers().forEach(absent::remove);
        return absent;
    }

    private Verdict check(Instance recipient, Candidate candidate, Map<Long, List<Consent>> consents, LocalDate today) {
        if (candidate.rule().equals(Distribution.DUTY_TO_CORRECT)) {
            return new Verdict.Allowed(DAY_ONLY);
        }
        Optional<Instance> sender = parties.byNumber(candidate.senderNo());
        if (sender.isEmpty()) {
            return new Verdict.NotYet();
        }
        SharingDecision decision = sharing.stillAllowed(candidate.rule(), InstalledParties.party(sender.get()),
                InstalledParties.party(recipient), candidate.type(),
                consents.getOrDefault(candidate.personId(), List.of()),
                candidate.known() || !candidate.type().concernsPerson(), today);
        return switch (decision) {
            case SharingDecision.Share share -> new Verdict.Allowed(share.rule().fields());
            case SharingDecision.Withhold withhold -> new Verdict.Refused(withhold.reason().name());
        };
    }
}
