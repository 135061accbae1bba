package de.kimhub.intake;

import de.kimhub.translation.Translation.EventDraft;
import java.util.Arrays;
import java.util.List;

/**
 * The last accepted state of one record of a source, known by keyed digests only.
 *
 * @param key        digest of the record's key
 * @param content    digest of everything the mapping reads
 * @param watched    per event rule {@value #WIDTH} bytes of the watched columns' digest and {@value #WIDTH} of the
 *                   identity columns' (zero when the rule names none)
 * @param events     per event rule the last event it made, 0 for none
 * @param caseId     the case it belongs to, once one is known
 * @param documentId document and record that it was last changed by
 * @param correctedBy key of the record that says it corrects this one, or {@code null}: then this one stands
 * @param definition {@link #definition(String)} of the connector that read it last, 0 when that is not known
 * @param persona    digest of who it says the person is, empty when it says nobody; {@code null} when that is not known
 */
public record RecordState(byte[] key, byte[] content, byte[] watched, long[] events, Long caseId, long documentId,
                          long recordNo, boolean vanished, byte[] correctedBy, int definition, byte[] persona) {

    static final int WIDTH = 8;

    private static final byte[] NOTHING = {};

    public RecordState(byte[] key, byte[] content, byte[] watched, long[] events, Long caseId, long documentId,
                       long recordNo, boolean vanished, int definition) {
        this(key, content, watched, events, caseId, documentId, recordNo, vanished, null, definition, null);
    }

    /** A short digest of a connector's version. */
    public static int definition(String version) {
        int digest = version.hashCode();
        return digest == 0 ? 1 : digest;
    }

    /** A record that another one says it corrects, and that has not come itself. */
    static RecordState onlyNamed(byte[] key, RecordState correction) {
        return new RecordState(key, NOTHING, NOTHING, new long[0], null, correction.documentId(),
                correction.recordNo(), false, correction.key(), 0, null);
    }

    /** Whether the record itself was accepted once. */
    boolean seen() {
        return content.length > 0;
    }

    /** No other record corrects it. */
    public boolean stands() {
        return correctedBy == null;
    }

    /** Its events are the other record's from now on. */
    RecordState correctedBy(byte[] otherKey) {
        return new RecordState(key, content, watched, new long[events.length], caseId, documentId, recordNo, vanished,
                otherKey, definition, persona);
    }

    /** The same in another case, or said again by another record. */
    public RecordState with(Long ofCase, long document, long record) {
        return new RecordState(key, content, watched, events, ofCase, document, record, vanished, correctedBy,
                definition, persona);
    }

    public RecordState withEvents(long[] now) {
        return new RecordState(key, content, watched, now, caseId, documentId, recordNo, vanished, correctedBy,
                definition, persona);
    }

    /** The same said again, as another connector version reads it; what it told stays what it told. */
    public RecordState readAs(RecordState again) {
        return new RecordState(key, again.content, again.watched, events, caseId, documentId, recordNo, vanished,
                correctedBy, again.definition, again.persona);
    }

    public RecordState saying(byte[] who) {
        return new RecordState(key, content, watched, events, caseId, documentId, recordNo, vanished, correctedBy,
                definition, who);
    }

    /** Only then do their contents say whether they are the same. */
    public boolean sameDefinition(RecordState other) {
        return definition == other.definition;
    }

    /** Whether it was said after the given record. */
    public boolean isNewerThan(long document, long record) {
        return documentId > document || documentId == document && recordNo > record;
    }

    boolean sameContent(byte[] other) {
        return !vanished && Arrays.equals(content, other);
    }

    /** Whether a rule watched the same as {@code other} does now; false when the mapping has got more rules since. */
    boolean sameWatched(byte[] other, int rule) {
        return sameBytes(other, rule * 2 * WIDTH);
    }

    /** Whether a rule that names identity columns finds them unchanged. */
    boolean sameIdentity(byte[] other, int rule) {
        int from = rule * 2 * WIDTH + WIDTH;
        return sameBytes(other, from) && !isZero(other, from);
    }

    /**
     * The rules' last events, as far as they still speak of the same thing: who ends a second measure does not correct
     * the end of the first.
     */
    public long[] standingEvents(byte[] now, List<EventDraft> drafts) {
        long[] standing = Arrays.copyOf(events, Math.max(events.length, drafts.size()));
        for (EventDraft draft : drafts) {
            if (draft.identity() != null && !sameIdentity(now, draft.rule())) {
                standing[draft.rule()] = 0;
            }
        }
        return standing;
    }

    long event(int rule) {
        return rule < events.length ? events[rule] : 0;
    }

    private boolean sameBytes(byte[] other, int from) {
        return from + WIDTH <= watched.length
                && Arrays.equals(watched, from, from + WIDTH, other, from, from + WIDTH);
    }

    private static boolean isZero(byte[] bytes, int from) {
        for (int i = from; i < from + WIDTH; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
