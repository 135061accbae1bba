package de.kimhub.delivery;

import de.kimhub.connector.Descriptor;
import de.kimhub.connector.Descriptor.Capability;
import de.kimhub.delivery.SealingReader.Predecessor;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.translation.OutgoingItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes outgoing items of what the recipient may have. A correction or retraction refers to what the recipient was
 * really given, and goes to the file that this was given under: where that is nothing, a correction is an ordinary
 * event, and a retraction has nothing to take back. Where that file is another person's now, nothing but a retraction
 * goes there, with nothing but the day.
 */
final class Composer {

    private static final Set<Field> DAY = Set.of(CanonicalSchema.field("event.occurredOn"));

    private final SealingReader reader;
    private final DeliveryIds ids;

    Composer(SealingReader reader, DeliveryIds ids) {
        this.reader = reader;
        this.ids = ids;
    }

    /** @param withdrawals gets what is not to be given after all */
    List<Composed> compose(int recipientNo, Descriptor tool, List<Admitted> admitted, List<Withdrawal> withdrawals) {
        Map<Long, List<Predecessor>> chains = chains(recipientNo, admitted);
        List<Composed> composed = new ArrayList<>(admitted.size());
        Map<Long, Long> included = new HashMap<>();
        Map<Long, RecipientCase> addresses = addresses(chains);
        for (Admitted one : admitted) {
            Optional<Predecessor> held = held(chains.getOrDefault(one.event().id(), List.of()), included);
            if (held.isEmpty() && takesBack(one.event().kind())) {
                withdrawals.add(new Withdrawal(one.item(), Withdrawal.NOTHING_TO_TAKE_BACK, false));
            } else if (held.isPresent() && !canTake(tool, one.event().kind())) {
                withdrawals.add(new Withdrawal(one.item(), Withdrawal.CANNOT_CORRECT, true));
            } else {
                RecipientCase to = held.map(predecessor -> addresses.get(
                        included.getOrDefault(predecessor.eventId(), predecessor.address()))).orElse(one.recipientCase());
                if (one.event().tellsNew() && isOthers(to, one)) {
                    withdrawals.add(new Withdrawal(one.item(), Withdrawal.OTHER_PERSONS_FILE, false));
                    continue;
                }
                composed.add(compose(recipientNo, one, held, to));
                included.put(one.event().id(), to == null ? 0 : to.id());
                if (to != null) {
                    addresses.put(to.id(), to);
                }
            }
        }
        return composed;
    }

    private static boolean takesBack(MessageKind kind) {
        return kind == MessageKind.RETRACTION || kind == MessageKind.STOP;
    }

    private static boolean isOthers(RecipientCase to, Admitted one) {
        return to != null && !to.isOf(one.event().personId());
    }

    private Map<Long, List<Predecessor>> chains(int recipientNo, List<Admitted> admitted) {
        List<Long> replacing = admitted.stream().map(Admitted::event).filter(event -> event.replaces() != null)
                .map(StoredEvent::id).toList();
        return replacing.isEmpty() ? Map.of() : reader.predecessors(recipientNo, replacing);
    }

    private Map<Long, RecipientCase> addresses(Map<Long, List<Predecessor>> chains) {
        Set<Long> ids = chains.values().stream().flatMap(List::stream).map(Predecessor::address).filter(id -> id != 0)
                .collect(Collectors.toSet());
        return new HashMap<>(reader.files(ids));
    }

    /** The latest of the chain that the recipient has; empty when that took everything back. */
    private static Optional<Predecessor> held(List<Predecessor> chain, Map<Long, Long> included) {
        return chain.stream()
                .filter(predecessor -> predecessor.sealed() || included.containsKey(predecessor.eventId()))
                .findFirst()
                .filter(predecessor -> predecessor.kind() != MessageKind.RETRACTION);
    }

    private static boolean canTake(Descriptor tool, MessageKind kind) {
        return switch (kind) {
            case EVENT, STATUS -> true;
            case STOP -> tool.can(Capability.STOPS);
            case CORRECTION -> tool.can(Capability.CORRECTS);
            case RETRACTION -> tool.can(Capability.RETRACTS);
        };
    }

    private Composed compose(int recipientNo, Admitted one, Optional<Predecessor> held, RecipientCase to) {
        StoredEvent event = one.event();
        MessageKind kind = event.kind() == MessageKind.CORRECTION && held.isEmpty() ? MessageKind.EVENT : event.kind();
        FieldValues previous = held.map(Predecessor::payload)
                .map(payload -> reader.fields(payload).only(one.allowed())).orElse(FieldValues.EMPTY);
        String replaces = held.map(predecessor -> ids.of(predecessor.eventId(), recipientNo)).orElse(null);
        FieldValues fields = isOthers(to, one) ? one.fields().only(DAY) : one.fields();
        OutgoingItem outgoing = new OutgoingItem(ids.of(event.id(), recipientNo), event.type(), kind,
                to == null ? null : to.number(), fields, kind == MessageKind.CORRECTION ? previous : FieldValues.EMPTY,
                replaces);
        return new Composed(one, outgoing, to, previous);
    }
}
