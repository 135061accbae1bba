package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.RecordChange;
import de.kimhub.intake.RecordState;
import de.kimhub.message.MessageKind;
import de.kimhub.translation.Translation.Accepted;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Makes a record's events.
 *
 * @param caseDigest {@code null} when the record has no case
 * @param held       an earlier record of the case is refused: its later ones wait
 * @param late       it was refused itself, and is replayed
 */
record RecordEvents(Instance source, long documentId, long recordNo, byte[] caseDigest, boolean held, boolean late) {

    /** How many event numbers a record needs at the most: a correction may also take back what it joins. */
    static int atMost(Accepted record) {
        return record.drafts().size() * (record.replaces() == null ? 1 : 2);
    }

    /** The rules' last events as far as they still stand, before the record's own. */
    static long[] standing(RecordState before, byte[] watched, Accepted record) {
        return before == null ? new long[record.drafts().size()] : before.standingEvents(watched, record.drafts());
    }

    /** @param last gets the rules' new last events */
    List<NewEvent> of(Accepted record, RecordChange.Changed news, Deque<Long> numbers, long[] last) {
        List<NewEvent> events = new ArrayList<>();
        for (RecordChange.Effect effect : news.effects()) {
            long id = numbers.pop();
            int rule = effect.draft().rule();
            if (effect.kind() != MessageKind.RETRACTION) {
                last[rule] = id;
            } else if (last[rule] == effect.replaces()) {
                last[rule] = 0;
            }
            events.add(new NewEvent(id, documentId, recordNo,
                    effect.draft().type().concernsPerson() ? caseDigest : null, record.caseNumber(),
                    effect.draft().type(), effect.kind(), effect.replaces(),
                    NewEvent.placed(effect.draft().fields(), source), held && !record.test(), late, record.test()));
        }
        return events;
    }
}
