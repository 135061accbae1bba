package de.kimhub.translation;

import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.Problem;
import java.util.List;

/** What a record means. */
public sealed interface Translation {

    /**
     * @param key        the record's identity at its source: never empty
     * @param caseNumber the source's Aktenzeichen; {@code null} only when no event of it concerns a person
     * @param content    text of everything that the mapping reads; the same content is a repeat
     * @param drafts     one for every event rule of the mapping, in its order, also for those that do not apply
     * @param findings   values of optional fields that could not be taken and were left out
     * @param replaces   the key of an earlier record that this one says it corrects; {@code null} when it names none.
     *                   Where no such record of the source is known, it is a record like any other
     * @param test       the source marks it as a test: nothing real may come of it
     */
    record Accepted(String key, String caseNumber, String content, List<EventDraft> drafts, List<Problem> findings,
                    String replaces, boolean test) implements Translation {

        public Accepted(String key, String caseNumber, String content, List<EventDraft> drafts,
                        List<Problem> findings) {
            this(key, caseNumber, content, drafts, findings, null, false);
        }

        public Accepted(String key, String caseNumber, String content, List<EventDraft> drafts) {
            this(key, caseNumber, content, drafts, List.of());
        }

        /** The same without the source's mark. */
        public Accepted unmarked() {
            return new Accepted(key, caseNumber, content, drafts, findings, replaces, false);
        }

        /** The drafts' types, never a value. */
        @Override
        public String toString() {
            return "accepted " + drafts;
        }
    }

    /**
     * @param key        the record's identity, where it can be read all the same: a refused row has not vanished; or null
     * @param caseNumber where it can be read all the same, so that later records of the case can wait; or null
     */
    record Refused(List<Problem> problems, String key, String caseNumber) implements Translation {

        /** The problems, never the case. */
        @Override
        public String toString() {
            return "refused " + problems;
        }
    }

    /** A line that the mapping declares to be no record, such as a sums line at the end. Not counted as received. */
    record NoRecord(String declaredAs) implements Translation {
    }

    /**
     * What one event rule makes of a record.
     *
     * @param rule     position of the rule in the mapping, 0-based
     * @param applies  whether its condition holds for this record
     * @param retracts whether the record takes the event back instead of telling it
     * @param watched  text of the watched columns; in a snapshot a change of it is the event
     * @param identity text of the identity columns: unchanged while {@code watched} changes means a correction of the
     *                 rule's last event; {@code null} when the rule names none (then every change is a new event)
     * @param fields   canonical fields, empty when it does not apply
     */
    record EventDraft(int rule, EventType type, boolean applies, boolean retracts, String watched, String identity,
                      FieldValues fields) {

        /** The rule and its event, never a value. */
        @Override
        public String toString() {
            return rule + ":" + type.code() + (applies ? retracts ? " (taken back)" : "" : " (does not apply)");
        }
    }
}
