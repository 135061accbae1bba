package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.delivery.LaneId;
import de.kimhub.intake.Documents;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.linkage.SourceCase;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.translation.Translation.EventDraft;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/**
 * Lets an event that people tell take effect like one that the instance's tool tells: a document of one record, under the
 * same locks, by the same {@link Effects}. In the caller's transaction.
 */
@Component
class TellingByHand {

    private final Documents documents;
    private final InstanceNumbers numbers;
    private final CurrentRules rules;
    private final CaseFinder caseFinder;
    private final ConsentEvents consentEvents;
    private final EventTable events;
    private final HeldEvents heldEvents;
    private final Effects effects;

    TellingByHand(Documents documents, InstanceNumbers numbers, CurrentRules rules, CaseFinder caseFinder,
                  ConsentEvents consentEvents, EventTable events, HeldEvents heldEvents, Effects effects) {
        this.documents = documents;
        this.numbers = numbers;
        this.rules = rules;
        this.caseFinder = caseFinder;
        this.consentEvents = consentEvents;
        this.events = events;
        this.heldEvents = heldEvents;
        this.effects = effects;
    }

    /** With all locks, and nothing told yet. */
    record Begun(Instance instance, RulesInForce rules, long document, EventType type, CaseFinder.Named named,
                 FieldValues fields, long event, CaseScope scope) {

        Optional<SourceCase> file() {
            return Optional.ofNullable(scope.get(named.digest()));
        }
    }

    record Told(long document, long event, long file, Set<LaneId> lanes, String rules) {
    }

    /** @param fields by the event's number */
    Begun begin(Instance instance, String fileNumber, EventType type, LongFunction<FieldValues> fields) {
        RulesInForce inForce = rules.now();
        int instanceNo = numbers.of(instance.id());
        long document = documents.toldByHand(instanceNo, instance.connector().version());
        documents.lockStates(instanceNo);
        long event = events.numbers(1).pop();
        FieldValues values = fields.apply(event);
        CaseFinder.Named named = new CaseFinder.Named(caseFinder.digest(instance, fileNumber), fileNumber,
                CaseFinder.person(values));
        CaseScope scope = caseFinder.find(instance, List.of(named), consentEvents.locks(inForce.parties().beside(instance), instance,
                List.of(new EventDraft(0, type, true, false, "", null, values))), LocalDate.now());
        return new Begun(instance, inForce, document, type, named, values, event, scope);
    }

    /** Opens the file where no tool told of it. */
    Told tell(Begun begun) {
        if (begun.file().isEmpty()) {
            caseFinder.openUnlinked(begun.instance(), List.of(begun.named()), begun.scope());
        }
        int instanceNo = numbers.of(begun.instance().id());
        boolean held = heldEvents.mustWait(instanceNo, begun.named().digest(), begun.document(), 1);
        NewEvent event = new NewEvent(begun.event(), begun.document(), 1, begun.named().digest(), begun.named().number(),
                begun.type(), MessageKind.EVENT, 0, NewEvent.placed(begun.fields(), begun.instance()), held, false);
        Effects.Result result = effects.take(begun.rules(), begun.instance(), List.of(event), begun.scope(), LocalDate.now());
        return new Told(begun.document(), begun.event(), begun.file().orElseThrow().id(), result.lanes(),
                begun.rules().version());
    }
}
