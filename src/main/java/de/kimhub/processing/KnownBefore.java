package de.kimhub.processing;

import de.kimhub.intake.RecordState;
import java.nio.ByteBuffer;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/**
 * What is known before the first record of a batch.
 *
 * @param states       of the records and of those that they correct
 * @param heldCases    cases of which an earlier record is in quarantine, or events wait for their release
 * @param refusedCases cases of which a record may still be replayed
 * @param statusDue    persons of whom the source owes the status of today
 * @param told         events that the status of today need not repeat
 * @param echoes       what the source was last given
 * @param eventNumbers at least {@link RecordEvents#atMost} of each record
 */
record KnownBefore(Map<ByteBuffer, RecordState> states, CaseScope cases, Set<ByteBuffer> heldCases,
                   Set<ByteBuffer> refusedCases, Set<Long> statusDue, Set<Long> told,
                   Echoes.Possible echoes, Deque<Long> eventNumbers, BatchDigests digests) {
}
