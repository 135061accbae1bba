package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Asks once more, at the last moment before a batch is sealed, whether each item may still be given. Between queueing
 * and sealing a consent can be withdrawn, a rule taken out, a disclosure block set.
 */
public interface SealCheck {

    /**
     * Called within the transaction that seals the batch. Rows that the verdict rests on and that a withdrawal updates
     * should be locked {@code for share skip locked}, with {@link Verdict.NotYet} for those that cannot be: then the
     * withdrawal sees the sealed batch, or the batch sees the withdrawal.
     *
     * @return one verdict per candidate, in the same order
     */
    List<Verdict> check(Instance recipient, List<Candidate> candidates);

    /** Numbers of senders that are not configured now: their items wait, and nobody else's behind them. */
    default Set<Integer> absentSenders() {
        return Set.of();
    }

    /**
     * @param rule     id of the rule that allowed it when it was queued
     * @param senderNo number of the instance that it comes from
     * @param caseId   the sender's file; {@code null} when the event concerns no person
     * @param personId whose file it is now; {@code null} with {@code caseId}
     * @param known    whether the recipient has a file of its own of this person
     * @param fields   all fields of the event
     */
    record Candidate(long eventId, String rule, int senderNo, Long caseId, Long personId, EventType type,
                     MessageKind kind, LocalDate occurredOn, boolean known, FieldValues fields) {
    }

    /** What becomes of an item. */
    sealed interface Verdict {

        /** @param fields what the recipient may have of it, and of the values that it corrects */
        record Allowed(Set<Field> fields) implements Verdict {
        }

        /** @param reason a code, e.g. {@code CONSENT_WITHDRAWN} */
        record Refused(String reason) implements Verdict {
        }

        /** Another transaction is just changing what it rests on: the lane waits in front of this item. */
        record NotYet() implements Verdict {
        }
    }
}
