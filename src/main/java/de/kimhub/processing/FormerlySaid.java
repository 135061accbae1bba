package de.kimhub.processing;

import de.kimhub.intake.Predecessors;
import de.kimhub.intake.RecordState;
import de.kimhub.linkage.PersonRegister.Former;
import de.kimhub.linkage.SourceCase;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who the records that changed said that the person is, as digests, by file: only that can be found to be a mistake. */
final class FormerlySaid {

    private final Map<ByteBuffer, Former> ofNamed = new HashMap<>();
    private final Map<Long, Former> ofLeft = new HashMap<>();

    /** @param caseDigest of the file that the record is of now, or {@code null} when it says nothing of a person in it */
    void add(Predecessors before, byte[] caseDigest, SourceCase file, boolean corrects) {
        Set<Long> left = Said.left(before, file);
        left.forEach(one -> ofLeft.computeIfAbsent(one, key -> nothing()));
        for (RecordState one : Said.before(before)) {
            Long of = one.caseId();
            if (of != null && left.contains(of)) {
                add(ofLeft.get(of), one, true);
            } else if (caseDigest != null) {
                add(ofNamed.computeIfAbsent(ByteBuffer.wrap(caseDigest), key -> nothing()), one, corrects);
            }
        }
    }

    /** Rows that are not there any more; nobody says why. */
    static FormerlySaid ofVanished(Collection<RecordState> rows) {
        FormerlySaid former = new FormerlySaid();
        rows.stream().filter(one -> one.caseId() != null && one.stands() && !one.vanished())
                .forEach(one -> add(former.ofLeft.computeIfAbsent(one.caseId(), key -> nothing()), one, false));
        return former;
    }

    private static Former nothing() {
        return new Former(new HashSet<>(), new HashSet<>());
    }

    private static void add(Former former, RecordState one, boolean corrects) {
        if (one.persona() != null && one.persona().length > 0) {
            (corrects ? former.corrected() : former.changed()).add(ByteBuffer.wrap(one.persona()));
        }
    }

    /** Without the files that records left. */
    FormerlySaid ofNamedOnly() {
        FormerlySaid only = new FormerlySaid();
        only.ofNamed.putAll(ofNamed);
        return only;
    }

    Former ofNamed(byte[] caseDigest) {
        return ofNamed.getOrDefault(ByteBuffer.wrap(caseDigest), Former.NOTHING);
    }

    Former ofLeft(long file) {
        return ofLeft.getOrDefault(file, Former.NOTHING);
    }

    /** Files that a record was of before. */
    List<Long> left() {
        return List.copyOf(ofLeft.keySet());
    }
}
