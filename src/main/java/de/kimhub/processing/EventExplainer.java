package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.Deliveries;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.privacy.AuditLog;
import de.kimhub.processing.EventExplanation.AtRecipient;
import de.kimhub.processing.EventExplanation.Today;
import de.kimhub.processing.ExplainedEvents.Stored;
import de.kimhub.processing.Recipients.Recipient;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.FieldBlocks;
import de.kimhub.sharing.FirstContacts;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says of an event who gets it, by which rule and consent, and who does not and why; by the code that decides it. */
@Component
public class EventExplainer {

    private final ExplainedEvents events;
    private final CurrentRules rules;
    private final InstalledParties parties;
    private final ConsentLedger ledger;
    private final FieldBlocks blocks;
    private final SourceCases cases;
    private final Shadows shadows;
    private final Deliveries deliveries;
    private final TransactionTemplate transactions;
    private final AuditLog audit;
    private final FrozenPersons frozen;

    EventExplainer(ExplainedEvents events, CurrentRules rules, InstalledParties parties, ConsentLedger ledger,
                   FieldBlocks blocks, SourceCases cases, Shadows shadows, Deliveries deliveries,
                   TransactionTemplate transactions, AuditLog audit, FrozenPersons frozen) {
        this.blocks = blocks;
        this.frozen = frozen;
        this.events = events;
        this.rules = rules;
        this.parties = parties;
        this.ledger = ledger;
        this.cases = cases;
        this.shadows = shadows;
        this.deliveries = deliveries;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Empty when there is no such event, or no longer.
     *
     * @param askedBy stands in the audit log
     */
    public Optional<EventExplanation> explain(long eventId, String askedBy) {
        return transactions.execute(status -> events.find(eventId).map(event -> explain(event, askedBy)));
    }

    private EventExplanation explain(Stored event, String askedBy) {
        RulesInForce now = rules.now();
        Map<Integer, List<String>> happened = events.happened(event);
        if (frozen.isFrozen(event.person())) {
            now.recipients().forEach(one -> happened.computeIfAbsent(one.no(), no -> new ArrayList<>())
                    .add("eingefroren: nichts von dieser Person geht zurzeit hinaus, auch nicht auf Grund eines Gesetzes"));
        }
        Optional<Instance> source = parties.find(event.instance());
        Set<Integer> holders = event.event().replaces() == 0 ? Set.of()
                : deliveries.recipientsHolding(event.event().replaces());
        Question question = source.map(one -> question(one, event, now)).orElse(null);
        List<AtRecipient> recipients = now.recipients().stream().map(recipient -> new AtRecipient(
                recipient.party().instanceId(), happened.getOrDefault(recipient.no(), List.of()),
                question == null ? new Today.Withheld("die Quelle nicht mehr eingerichtet ist")
                        : question.ask(recipient, holders.contains(recipient.no())))).toList();
        audit.add(askedBy, "event-explained", "event " + event.event().id(), 1, null);
        return new EventExplanation(event.event().id(), event.instance(), event.event().type().code(),
                event.event().kind().name(), event.state(), event.occurredOn().toString(), event.event().documentId(),
                event.event().recordNo(), event.rules(), now.version(), event.contentKept(), recipients);
    }

    private Question question(Instance source, Stored event, RulesInForce now) {
        PersonScope persons = new PersonScope(ledger, cases);
        persons.load(event.person() == null ? List.of() : List.of(event.person()));
        Set<Integer> inShadow = shadows.now();
        LocalDate today = LocalDate.now();
        return new Question(event, InstalledParties.party(source), now.sharing(), persons.consents(event.person()), today,
                blocks, new Decisions(source, event.instanceNo(), now.sharing(), persons, inShadow, today));
    }

    private record Question(Stored event, Party sender, Sharing sharing, Collection<Consent> consents, LocalDate today,
                            FieldBlocks blocks, Decisions decisions) {

        Today ask(Recipient recipient, boolean holds) {
            if (recipient.party().equals(sender)) {
                return new Today.Own();
            }
            return switch (decisions.decide(event.event(), recipient, event.person(), holds)) {
                case Decision.Give give -> sharing.rules().rule(give.rule())
                        .map(rule -> gets(rule, recipient))
                        .orElse(new Today.Gets(give.rule(), "berichtigung", "Art. 19 DSGVO",
                                List.of("event.occurredOn"), List.of(), ""));
                case Decision.InShadow shadow -> new Today.InShadow(shadow.rule());
                case Decision.Withhold withhold -> new Today.Withheld(Sharing.forbiddenBy(sender, recipient.party())
                        .orElse(withhold.reason().germanText()));
            };
        }

        private Today gets(SharingRule rule, Recipient recipient) {
            FieldBlocks.Standing standing = blocks.of(sharing.rules(), recipient.party(), recipient.no(),
                    event.person() == null ? List.of() : List.of(event.person()));
            return new Today.Gets(rule.id(), rule.purpose(), rule.legalBasis(),
                    fields(decisions.knows(recipient, event.event(), event.person())
                            ? standing.fields(rule, event.person())
                            : FirstContacts.fields(rule, standing.fields(rule, event.person()))),
                    Sharing.restsOn(rule, sender, recipient.party(), event.event().type(), consents, today).stream()
                            .map(Consent::id).sorted().toList(), standing.lawAgainst(rule, event.person()));
        }

        private List<String> fields(Set<Field> allowed) {
            FieldValues there = event.event().fields();
            return allowed.stream().filter(field -> !event.contentKept() || there.has(field)).map(Field::path).sorted()
                    .toList();
        }
    }
}
