package de.kimhub.intake;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last accepted states of a source's records, as far as a batch or a replay speaks of them, and what becomes of
 * them. Records that correct one another by keys of their own form a chain, of which one stands.
 */
public final class KnownRecords {

    private final Map<ByteBuffer, RecordState> states;
    private final Map<ByteBuffer, RecordState> changed = new LinkedHashMap<>();

    /** @param states with the corrections of each: {@link RecordStates#findWithCorrections} */
    public KnownRecords(Map<ByteBuffer, RecordState> states) {
        this.states = new HashMap<>(states);
    }

    /**
     * @param key      digest of the record's key
     * @param replaces digest of the key that it says it corrects, or {@code null}
     */
    public Predecessors before(byte[] key, byte[] replaces) {
        RecordState own = find(key);
        byte[] other = replaces == null || ByteBuffer.wrap(replaces).equals(ByteBuffer.wrap(key)) ? null : replaces;
        RecordState named = other == null ? null : find(other);
        RecordState ownStanding = own == null ? null : standing(own);
        RecordState namedStanding = named == null ? null : standing(named);
        RecordState compared = own == null ? namedStanding : ownStanding;
        RecordState ended = namedStanding == compared ? null : namedStanding;
        return new Predecessors(own, compared, ended, named, other);
    }

    /** The record of the same chain that no other one corrects. */
    private RecordState standing(RecordState one) {
        RecordState standing = one;
        while (!standing.stands()) {
            standing = find(standing.correctedBy());
        }
        return standing;
    }

    private RecordState find(byte[] key) {
        return states.get(ByteBuffer.wrap(key));
    }

    /** The record stands now, and all that it takes the place of no longer does. */
    public void stands(RecordState record, Predecessors before) {
        save(record);
        for (RecordState earlier : new RecordState[] {before.compared(), before.ended()}) {
            if (earlier != null && !sameKey(earlier, record)) {
                save(earlier.correctedBy(record.key()));
            }
        }
        nameReplaced(record, before);
    }

    /** The record came after the one that corrects it: it is known from now on, and stands for nothing. */
    public void overtaken(RecordState record, Predecessors before) {
        RecordState known = new RecordState(record.key(), record.content(), record.watched(),
                new long[record.events().length], record.caseId(), record.documentId(), record.recordNo(), false,
                before.own() != null && !before.own().stands() ? before.own().correctedBy() : before.compared().key(),
                record.definition(), record.persona());
        save(known);
        if (before.ended() != null) {
            save(before.ended().correctedBy(record.key()));
        }
        nameReplaced(known, before);
    }

    private void nameReplaced(RecordState record, Predecessors before) {
        if (before.replaces() != null && before.named() == null) {
            save(RecordState.onlyNamed(before.replaces(), record));
        }
    }

    private static boolean sameKey(RecordState one, RecordState other) {
        return ByteBuffer.wrap(one.key()).equals(ByteBuffer.wrap(other.key()));
    }

    /** The same record said again. */
    public void save(RecordState state) {
        states.put(ByteBuffer.wrap(state.key()), state);
        changed.put(ByteBuffer.wrap(state.key()), state);
    }

    public Collection<RecordState> changed() {
        return changed.values();
    }
}
