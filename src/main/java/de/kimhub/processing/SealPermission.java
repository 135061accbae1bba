package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.SealCheck;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.intake.KnownInstances;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.FieldBlocks;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.Reason;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingDecision;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private static final Verdict IN_SHADOW = new Verdict.Refused(Reason.SHADOW.name());
    private static final Verdict CONSENT_IN_SHADOW = new Verdict.Refused(Reason.SHADOW.name());

    private final CurrentRules rules;
    private final ConsentLedger ledger;
    private final FieldBlocks blocks;
    private final InstalledParties parties;
    private final InstanceNumbers numbers;
    private final KnownInstances known;
    private final Shadows shadows;
    private final ShadowItems shadowItems;

    SealPermission(CurrentRules rules, ConsentLedger ledger, FieldBlocks blocks, InstalledParties parties,
                   InstanceNumbers numbers, KnownInstances known, Shadows shadows, ShadowItems shadowItems) {
        this.blocks = blocks;
        this.rules = rules;
        this.known = known;
        this.ledger = ledger;
        this.parties = parties;
        this.numbers = numbers;
        this.shadows = shadows;
        this.shadowItems = shadowItems;
    }

    @Override
    public List<Verdict> check(Instance recipient, List<Candidate> candidates) {
        List<Long> persons = candidates.stream().map(Candidate::personId).filter(Objects::nonNull).distinct().toList();
        Set<Long> changing = new HashSet<>(ledger.lockForSealing(persons));
        changing.addAll(blocks.keepForSealing(persons));
        Map<Long, List<Consent>> consents = ledger.of(persons);
        Sharing sharing = rules.now().sharing();
        FieldBlocks.Standing standing = blocks.of(sharing.rules(), InstalledParties.party(recipient),
                numbers.of(recipient.id()), persons);
        Judge judge = new Judge(sharing, senders(), recipient, consents, standing, shadows.now(), LocalDate.now());
        List<Verdict> verdicts = new ArrayList<>();
        List<ShadowItems.Item> shadowed = new ArrayList<>();
        for (Candidate one : candidates) {
            Verdict verdict = one.personId() != null && changing.contains(one.personId()) ? new Verdict.NotYet()
                    : judge.check(one);
            if (verdict == IN_SHADOW || verdict == CONSENT_IN_SHADOW) {
                int recipientNo = numbers.of(recipient.id());
                Integer side = recipient.inShadow() ? Integer.valueOf(recipientNo) : Integer.valueOf(one.senderNo());
                shadowed.add(new ShadowItems.Item(recipientNo, one.eventId(), one.rule(),
                        verdict == IN_SHADOW ? side : null));
            }
            verdicts.add(verdict);
        }
        shadowItems.add(shadowed);
        return verdicts;
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
                         Map<Long, List<Consent>> consents, FieldBlocks.Standing standing, Set<Integer> inShadow,
                         LocalDate today) {

        Verdict check(Candidate candidate) {
            List<Consent> given = consents.getOrDefault(candidate.personId(), List.of());
            Verdict all = ask(candidate, given);
            if (!(all instanceof Verdict.Allowed)) {
                return all;
            }
            if (recipient.inShadow() || inShadow.contains(candidate.senderNo())) {
                return IN_SHADOW;
            }
            List<Consent> inEarnest = given.stream().filter(consent -> consent.inEarnest(inShadow)).toList();
            Verdict real = inEarnest.size() == given.size() ? all : ask(candidate, inEarnest);
            return real instanceof Verdict.Allowed ? real : CONSENT_IN_SHADOW;
        }

        private Verdict ask(Candidate candidate, List<Consent> given) {
            if (candidate.rule().equals(Distribution.DUTY_TO_CORRECT) || candidate.rule().equals(ErasureNotices.RULE)) {
                return new Verdict.Allowed(DAY_ONLY);
            }
            Party sender = senders.get(candidate.senderNo());
            if (sender == null) {
                return new Verdict.NotYet();
            }
            SharingDecision decision = sharing.stillAllowed(candidate.rule(), sender,
                    InstalledParties.party(recipient), candidate.type(), given,
                    candidate.known() || !candidate.type().concernsPerson(), today);
            return switch (decision) {
                case SharingDecision.Share share ->
                        new Verdict.Allowed(standing.fields(share.rule(), candidate.personId()));
                case SharingDecision.Withhold withhold -> new Verdict.Refused(withhold.reason().name());
            };
        }
    }
}
