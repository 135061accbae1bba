package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.SealCheck;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.FieldBlocks;
import de.kimhub.sharing.FirstContacts;
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
    private static final Verdict TEST_IS_OVER = new Verdict.Refused(Reason.TEST_APART.name());
    private static final Verdict CONSENT_IN_SHADOW = new Verdict.Refused(Reason.SHADOW.name());

    private final CurrentRules rules;
    private final ConsentLedger ledger;
    private final FieldBlocks blocks;
    private final FirstContacts contacts;
    private final InstanceNumbers numbers;
    private final Senders senders;
    private final Shadows shadows;
    private final ShadowItems shadowItems;
    private final InstalledParties parties;

    SealPermission(CurrentRules rules, ConsentLedger ledger, FieldBlocks blocks, FirstContacts contacts, InstanceNumbers numbers,
                   Senders senders, Shadows shadows, ShadowItems shadowItems, InstalledParties parties) {
        this.parties = parties;
        this.blocks = blocks;
        this.contacts = contacts;
        this.rules = rules;
        this.senders = senders;
        this.ledger = ledger;
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
        Judge judge = new Judge(sharing, senders.byNumber(), recipient, consents, standing, shadows.now(), LocalDate.now());
        if (parties.testIsOver(recipient)) {
            return candidates.stream().map(one -> TEST_IS_OVER).toList();
        }
        List<Verdict> verdicts = new ArrayList<>();
        List<ShadowItems.Item> shadowed = new ArrayList<>();
        for (Candidate one : candidates) {
            Verdict verdict = one.personId() != null && changing.contains(one.personId()) ? new Verdict.NotYet()
                    : onlyOnce(judge.check(one), one, recipient, sharing);
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

    /** Who has no file of a person who consented learns of them once. */
    private Verdict onlyOnce(Verdict verdict, Candidate one, Instance recipient, Sharing sharing) {
        boolean tellsNew = one.kind() == MessageKind.EVENT || one.kind() == MessageKind.STATUS;
        boolean asks = verdict instanceof Verdict.Allowed && tellsNew && one.personId() != null && !one.known() && sharing.rules()
                .rule(one.rule()).filter(rule -> rule.needsConsent() && rule.firstContact()).isPresent();
        return asks && !contacts.make(numbers.of(recipient.id()), one.personId(), one.eventId())
                ? new Verdict.Refused(Reason.FIRST_CONTACT_MADE.name()) : verdict;
    }

    @Override
    public Set<Integer> absentSenders() {
        Set<Integer> absent = new HashSet<>(numbers.all());
        absent.removeAll(senders.byNumber().keySet());
        return absent;
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
                        new Verdict.Allowed(candidate.known() || !candidate.type().concernsPerson()
                                ? standing.fields(share.rule(), candidate.personId())
                                : FirstContacts.fields(share.rule(), standing.fields(share.rule(), candidate.personId())));
                case SharingDecision.Withhold withhold -> new Verdict.Refused(withhold.reason().name());
            };
        }
    }
}
