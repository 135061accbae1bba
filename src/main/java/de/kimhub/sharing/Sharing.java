package de.kimhub.sharing;

import de.kimhub.message.EventType;
import de.kimhub.message.Measure;
import de.kimhub.sharing.SharingDecision.Share;
import de.kimhub.sharing.SharingDecision.Withhold;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides who may know what. Enrolment comes first: a rule that needs consent helps only a person whose consent is in
 * force, given in a case that is open, and names the sender, the recipient and the purpose.
 */
public final class Sharing {

    private final SharingRules rules;

    public Sharing(SharingRules rules) {
        this.rules = rules;
    }

    public SharingRules rules() {
        return rules;
    }

    /** The rules under which the recipient may get such events at all, in the order of the file. */
    public List<SharingRule> rulesFor(Party sender, Party recipient, EventType type) {
        return HardBlocks.forbidden(sender, recipient) || sender.apartFrom(recipient) ? List.of()
                : rules.between(sender, recipient, type);
    }

    /**
     * @param consents  all of the person, whatever their state; empty for a person who is not linked
     * @param recipientKnows whether the recipient has a file of the person
     */
    public SharingDecision decide(Party sender, Party recipient, EventType type, Collection<Consent> consents,
                                  boolean recipientKnows, LocalDate today) {
        if (sender.apartFrom(recipient)) {
            return new Withhold(Reason.TEST_APART);
        }
        if (HardBlocks.forbidden(sender, recipient)) {
            return new Withhold(Reason.BLOCKED);
        }
        Reason reason = Reason.NO_RULE;
        for (SharingRule rule : rules.between(sender, recipient, type)) {
            Reason against = against(rule, sender, recipient, type, consents, recipientKnows, today);
            if (against == null) {
                return new Share(rule);
            }
            reason = against;
        }
        return new Withhold(reason);
    }

    /** Whether the rule, once it allowed a delivery, allows it still. */
    public SharingDecision stillAllowed(String ruleId, Party sender, Party recipient, EventType type,
                                        Collection<Consent> consents, boolean recipientKnows, LocalDate today) {
        if (sender.apartFrom(recipient)) {
            return new Withhold(Reason.TEST_APART);
        }
        if (HardBlocks.forbidden(sender, recipient)) {
            return new Withhold(Reason.BLOCKED);
        }
        SharingRule rule = rules.rule(ruleId).filter(one -> one.appliesTo(sender, recipient, type)).orElse(null);
        if (rule == null) {
            return decide(sender, recipient, type, consents, recipientKnows, today);
        }
        Reason against = against(rule, sender, recipient, type, consents, recipientKnows, today);
        return against == null ? new Share(rule) : new Withhold(against);
    }

    /** Whether the person is enrolled for what this source tells: then its cases may be linked to them. */
    public static boolean mayLink(Party source, Collection<Consent> consents, LocalDate today) {
        return consents.stream().anyMatch(consent -> consent.inForce(today) && consent.namesSource(source));
    }

    /** By which rule such an event is counted for the steering group, for each measure. @param consents all of the person */
    public Map<Measure, FactRule> counted(Party sender, EventType type, Collection<Consent> consents, LocalDate today) {
        return rules.facts().isEmpty() ? Map.of() : FactRules.allowing(rules.facts(), sender, type, consents, today);
    }

    /** Whether some rule lets events of this type out without anybody's consent. */
    public boolean hasStatutoryRule(Party sender, EventType type) {
        return rules.rules().stream().anyMatch(rule -> !rule.needsConsent() && rule.events().contains(type)
                && (rule.from().contains(sender.authority()) || rule.from().contains(sender.named())));
    }

    private static Reason against(SharingRule rule, Party sender, Party recipient, EventType type,
                                  Collection<Consent> consents, boolean recipientKnows, LocalDate today) {
        if (rule.needsConsent()) {
            Reason reason = consentAgainst(rule, sender, recipient, type, consents, today);
            if (reason != null) {
                return reason;
            }
        }
        return recipientKnows || rule.firstContact() ? null : Reason.UNKNOWN_TO_RECIPIENT;
    }

    private static Reason consentAgainst(SharingRule rule, Party sender, Party recipient, EventType type,
                                         Collection<Consent> consents, LocalDate today) {
        if (consents.isEmpty()) {
            return Reason.NOT_ENROLLED;
        }
        List<Consent> inForce = inForce(consents, type, today);
        if (inForce.isEmpty()) {
            return consents.stream().anyMatch(Consent::deceased) ? Reason.DECEASED : consents.stream().anyMatch(Consent::withdrawn) ? Reason.CONSENT_WITHDRAWN
                    : consents.stream().noneMatch(Consent::caseOpen) ? Reason.NOT_ENROLLED : Reason.CONSENT_EXPIRED;
        }
        List<Consent> covering = covering(rule, sender, recipient, type, inForce);
        if (covering.isEmpty()) {
            return Reason.CONSENT_DOES_NOT_COVER;
        }
        return !rule.needsSecrecyRelease() || covering.stream().anyMatch(Consent::secrecyRelease) ? null
                : Reason.NO_SECRECY_RELEASE;
    }

    /** The death itself is told to whom the consent names: so that nobody writes to the person any more. */
    private static List<Consent> inForce(Collection<Consent> consents, EventType type, LocalDate today) {
        return consents.stream().filter(consent -> (type == EventType.PERSON_DECEASED ? consent.asInLife() : consent).inForce(today))
                .toList();
    }

    private static List<Consent> covering(SharingRule rule, Party sender, Party recipient, EventType type,
                                          List<Consent> inForce) {
        return inForce.stream().filter(consent -> consent.purposes().contains(rule.purpose())
                && consent.namesSource(sender) && consent.namesRecipient(recipient) && consent.namesKindOf(type)).toList();
    }

    /** The consents on which a delivery by this rule rests; empty when it needs none. */
    public static List<Consent> restsOn(SharingRule rule, Party sender, Party recipient, EventType type,
                                        Collection<Consent> consents, LocalDate today) {
        return !rule.needsConsent() ? List.of()
                : covering(rule, sender, recipient, type, inForce(consents, type, today)).stream().filter(consent -> !rule.needsSecrecyRelease() || consent.secrecyRelease()).toList();
    }

    /**
     * Whether something that was given by the rule may have rested on the consent, whatever its state is now.
     *
     * @param rule empty: it is not in force any more
     */
    public static boolean couldRestOn(Consent consent, Optional<SharingRule> rule, Party sender, Party recipient,
                                      EventType type) {
        return rule.map(one -> one.needsConsent() && consent.purposes().contains(one.purpose())).orElse(true)
                && consent.namesSource(sender) && consent.namesRecipient(recipient) && consent.namesKindOf(type);
    }

    /** The law that forbids it, whatever the rules say; in German. */
    public static Optional<String> forbiddenBy(Party sender, Party recipient) {
        return HardBlocks.forbidden(sender, recipient) ? Optional.of(HardBlocks.lawAgainst(sender, recipient)) : Optional.empty();
    }
}
