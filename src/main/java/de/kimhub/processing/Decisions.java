package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.message.MessageKind;
import de.kimhub.processing.Recipients.Recipient;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.Reason;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingDecision;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Decides who gets the events of one source. Nothing leaves an instance in shadow or reaches it, and between live ones
 * nothing rests on a consent that one in shadow took.
 */
final class Decisions {

    private final Instance source;
    private final int sourceNo;
    private final Party sender;
    private final Sharing sharing;
    private final PersonScope persons;
    private final Set<Integer> shadows;
    private final LocalDate today;

    Decisions(Instance source, int sourceNo, Sharing sharing, PersonScope persons, Set<Integer> shadows,
              LocalDate today) {
        this.source = source;
        this.sourceNo = sourceNo;
        this.sender = InstalledParties.party(source);
        this.sharing = sharing;
        this.persons = persons;
        this.shadows = shadows;
        this.today = today;
    }

    /** @param holds the recipient has what the event corrects or takes back, so it must learn it, rule or no rule */
    Decision decide(NewEvent event, Recipient recipient, Long person, boolean holds) {
        List<Consent> consents = persons.consents(person);
        SharingDecision all = ask(event, recipient, person, consents);
        if (all instanceof SharingDecision.Withhold withhold && !holds) {
            return new Decision.Withhold(withhold.reason());
        }
        if (!holds && isBeforeStart(source, event.kind(), event.occurredOn(today))) {
            return new Decision.Withhold(Reason.BEFORE_START);
        }
        if (event.test()) {
            return new Decision.InShadow(rule(all), false, null);
        }
        if (shadows.contains(sourceNo) || shadows.contains(recipient.no())) {
            return new Decision.InShadow(rule(all), holds, shadows.contains(recipient.no()) ? recipient.no() : sourceNo);
        }
        List<Consent> inEarnest = consents.stream().filter(consent -> consent.inEarnest(shadows)).toList();
        SharingDecision real = inEarnest.size() == consents.size() ? all : ask(event, recipient, person, inEarnest);
        return real instanceof SharingDecision.Share || holds ? new Decision.Give(rule(real))
                : new Decision.InShadow(rule(all), false, null);
    }

    /** What happened before the first day is known, but told to nobody. The status of today is not of that day. */
    static boolean isBeforeStart(Instance source, MessageKind kind, LocalDate occurredOn) {
        return kind != MessageKind.STATUS && source.from().filter(occurredOn::isBefore).isPresent();
    }

    private SharingDecision ask(NewEvent event, Recipient recipient, Long person, List<Consent> consents) {
        return !recipient.takes().contains(event.type())
                ? new SharingDecision.Withhold(notTaken(event, recipient))
                : sharing.decide(sender, recipient.party(), event.type(), consents,
                        knows(recipient, event, person), today);
    }

    /** Whether it has a file of the person that the event is about. */
    boolean knows(Recipient recipient, NewEvent event, Long person) {
        return !event.type().concernsPerson() || persons.knows(recipient.no(), person);
    }

    private static String rule(SharingDecision decision) {
        return decision instanceof SharingDecision.Share share ? share.rule().id() : Distribution.DUTY_TO_CORRECT;
    }

    /** That nothing allows it is the stronger reason: it says nothing about the recipient's tool. */
    private Reason notTaken(NewEvent event, Recipient recipient) {
        return sharing.rules().between(sender, recipient.party(), event.type()).isEmpty()
                ? Reason.NO_RULE : Reason.NOT_TAKEN;
    }
}
