package de.kimhub.processing;

import de.kimhub.linkage.PersonRegister.Move;
import de.kimhub.linkage.SourceCase;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The files of the source that a batch speaks of. */
final class CaseScope {

    private final Map<ByteBuffer, SourceCase> cases = new HashMap<>();

    void putAll(Map<ByteBuffer, SourceCase> found) {
        cases.putAll(found);
    }

    void put(SourceCase one) {
        cases.put(ByteBuffer.wrap(one.caseDigest()), one);
    }

    /** {@code null} when the hub has no file of it. */
    SourceCase get(byte[] caseDigest) {
        return caseDigest == null ? null : cases.get(ByteBuffer.wrap(caseDigest));
    }

    Collection<SourceCase> all() {
        return cases.values();
    }

    void move(Collection<Move> moves) {
        if (!moves.isEmpty()) {
            Map<Long, Long> personOf = moves.stream().collect(Collectors.toMap(Move::file, Move::to, (one, next) -> next));
            cases.replaceAll((digest, one) -> one.ofPerson(personOf.getOrDefault(one.id(), one.personId())));
        }
    }
}
