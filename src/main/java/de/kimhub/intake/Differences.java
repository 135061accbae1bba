package de.kimhub.intake;

import static de.kimhub.message.MessageKind.CORRECTION;
import static de.kimhub.message.MessageKind.EVENT;
import static de.kimhub.message.MessageKind.RETRACTION;
import static de.kimhub.message.MessageKind.STATUS;

import de.kimhub.intake.RecordChange.Changed;
import de.kimhub.intake.RecordChange.Contradicting;
import de.kimhub.intake.RecordChange.Effect;
import de.kimhub.intake.RecordChange.Repeated;
import de.kimhub.keys.KeyVault;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translation.EventDraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Compares a record with the last accepted state of its key. Values are never kept, only keyed digests of them;
 * A, B, A is two changes, not a repeat.
 *
 * <p>Snapshots: a change of what a rule watches is its event, or the correction of its last event when the rule's
 * identity columns stayed the same. Events: the same key with other content is a correction; a record that no longer
 * says what it said, or that its source marks as taken back, is a retraction.
 */
@Component
public class Differences {

    private final KeyVault keys;

    Differences(KeyVault keys) {
        this.keys = keys;
    }

    /**
     * Records that their source marks as a test have keys of their own: what they correct or take back is never real.
     */
    public byte[] keyDigest(int instanceNo, String key, boolean test) {
        return keys.digest(test ? "test-record-key" : "record-key", String.valueOf(instanceNo), key);
    }

    public byte[] contentDigest(String content) {
        return keys.digest("record-content", content);
    }

    /** The {@link RecordState#watched()} of a record. */
    public byte[] watched(List<EventDraft> drafts) {
        byte[] all = new byte[drafts.size() * 2 * RecordState.WIDTH];
        for (EventDraft draft : drafts) {
            int at = draft.rule() * 2 * RecordState.WIDTH;
            System.arraycopy(keys.digest("watched", draft.applies() + draft.watched()), 0, all, at, RecordState.WIDTH);
            if (draft.identity() != null) {
                System.arraycopy(keys.digest("identity", draft.identity()), 0, all, at + RecordState.WIDTH,
                        RecordState.WIDTH);
            }
        }
        return all;
    }

    /**
     * @param state     the last accepted state of the key, or {@code null}
     * @param content   {@link #contentDigest} of the record
     * @param watched   {@link #watched} of the record
     * @param snapshot  whether only differences are events
     * @param firstLoad a snapshot's first document: state, no events
     * @param statusDue the record answers "Stand heute": what it says is told, changed or not
     */
    public RecordChange compare(RecordState state, byte[] content, byte[] watched, Translation.Accepted record,
                                boolean snapshot, boolean firstLoad, boolean statusDue) {
        RecordChange change = compare(state, content, watched, record, snapshot, firstLoad);
        return statusDue ? withStatus(change, record) : change;
    }

    /**
     * The same for a source of single events, whose records may correct one another by keys of their own.
     *
     * @param now            the record's own state
     * @param refusesChanged the source gives each key away once: other content under it is a contradiction. Read by
     *                       another version of the connector, it is taken for the same said again: what that reads more
     *                       or less makes another content as well
     */
    public RecordChange compareEvent(Predecessors before, RecordState now, Translation.Accepted record,
                                     boolean refusesChanged, boolean statusDue) {
        byte[] watched = now.watched();
        boolean givenAway = refusesChanged && before.own() != null && before.own().seen();
        if (before.repeatedBy(now.content()) || givenAway && !before.own().sameDefinition(now)) {
            return statusDue && before.ownStands() ? withStatus(new Repeated(), record) : new Repeated();
        }
        if (givenAway) {
            return new Contradicting();
        }
        List<Effect> effects = takenBack(before.ended(), record);
        if (before.overtaken()) {
            return effects.isEmpty() ? new Repeated() : new Changed(effects);
        }
        for (EventDraft draft : record.drafts()) {
            Effect effect = before.compared() == null ? fresh(draft) : changedEvent(before.compared(), watched, draft);
            if (effect != null) {
                effects.add(effect);
            }
        }
        return statusDue ? withStatus(new Changed(effects), record) : new Changed(effects);
    }

    private static List<Effect> takenBack(RecordState ended, Translation.Accepted record) {
        List<Effect> effects = new ArrayList<>();
        for (EventDraft draft : record.drafts()) {
            if (ended != null && ended.event(draft.rule()) != 0) {
                effects.add(new Effect(draft, RETRACTION, ended.event(draft.rule())));
            }
        }
        return effects;
    }

    /** News stays news; what else the record says is told as it stands today. */
    private static RecordChange withStatus(RecordChange change, Translation.Accepted record) {
        List<Effect> news = change instanceof Changed changed ? changed.effects() : List.of();
        List<Effect> all = new ArrayList<>(news);
        for (EventDraft draft : record.drafts()) {
            if (draft.applies() && !draft.retracts() && news.stream().noneMatch(effect -> effect.draft() == draft)) {
                all.add(new Effect(draft, STATUS, 0));
            }
        }
        all.sort(Comparator.comparingInt(effect -> effect.draft().rule()));
        return new Changed(all);
    }

    private static RecordChange compare(RecordState state, byte[] content, byte[] watched,
                                        Translation.Accepted record, boolean snapshot, boolean firstLoad) {
        if (state != null && state.sameContent(content)) {
            return new Repeated();
        }
        if (firstLoad && state == null) {
            return new Changed(List.of());
        }
        List<Effect> effects = new ArrayList<>();
        for (EventDraft draft : record.drafts()) {
            Effect effect = state == null || state.vanished() ? fresh(draft)
                    : snapshot ? changedRow(state, watched, draft) : changedEvent(state, watched, draft);
            if (effect != null) {
                effects.add(effect);
            }
        }
        return new Changed(effects);
    }

    private static Effect fresh(EventDraft draft) {
        return draft.applies() && !draft.retracts() ? new Effect(draft, EVENT, 0) : null;
    }

    private static Effect changedRow(RecordState state, byte[] watched, EventDraft draft) {
        if (state.sameWatched(watched, draft.rule())) {
            return null;
        }
        boolean sameThing = state.sameIdentity(watched, draft.rule());
        long last = state.event(draft.rule());
        if (draft.applies() && !draft.retracts()) {
            return sameThing && last != 0 ? new Effect(draft, CORRECTION, last) : new Effect(draft, EVENT, 0);
        }
        return last != 0 && (sameThing || draft.retracts()) ? new Effect(draft, RETRACTION, last) : null;
    }

    private static Effect changedEvent(RecordState state, byte[] watched, EventDraft draft) {
        long last = state.event(draft.rule());
        if (!draft.applies() || draft.retracts()) {
            return last != 0 ? new Effect(draft, RETRACTION, last) : null;
        }
        if (last == 0) {
            return new Effect(draft, EVENT, 0);
        }
        return state.sameWatched(watched, draft.rule()) ? null : new Effect(draft, CORRECTION, last);
    }
}
