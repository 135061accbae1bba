package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.IntakeProblems;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translation.Accepted;
import java.util.Optional;

/** What a readable record is put aside for all the same. None of it holds the later records of its case. */
final class Admission {

    private Admission() {
    }

    static Optional<Problem> refusal(Instance source, Accepted record, Place place) {
        return record.test() && source.mode() == Instance.Mode.LIVE
                ? Optional.of(new Problem(IntakeProblems.TEST_RECORD, place, "the source marks the record as a test, and "
                        + "the instance is live. Send tests to an instance with 'mode: shadow', or discard the record."))
                : Optional.empty();
    }

    /** At an instance that takes test data only they are what real ones are elsewhere: linked, decided and delivered. */
    static Translation asTaken(Instance source, Translation translation) {
        return source.inTest() && translation instanceof Accepted record && record.test() ? record.unmarked() : translation;
    }

    static Problem keyUsedTwice(Place place) {
        return new Problem(IntakeProblems.KEY_USED_TWICE, place, "a record with the same key (nachrichtenUUID), but with "
                + "other content, was accepted before. Have the source send it under a new key.");
    }
}
