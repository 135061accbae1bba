package de.kimhub.processing;

import de.kimhub.intake.Documents.Counts;
import de.kimhub.intake.Quarantine;
import de.kimhub.intake.RecordState;
import de.kimhub.message.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the {@link Comparison} of a batch's records found.
 *
 * @param seen           digests of the keys that the batch names
 * @param findings       values of optional fields that were left out, and codes that are unknown also where that refused
 *                       the record
 * @param changed        files of which the source says something new, with their people as it writes them now
 * @param former         what the records that changed said of people before
 * @param states         as the batch leaves them; those whose file is opened only for its events without that
 * @param statusAnswered persons of whom the source told the status of today
 */
record ComparedBatch(long documentId, CaseScope cases, List<NewEvent> events, List<Quarantine.Refusal> refusals,
                     List<byte[]> seen, List<Problem> findings, List<CaseFinder.Named> changed, FormerlySaid former,
                     List<RecordState> states, Set<Long> statusAnswered, Counts counts) {

    /** The states with the cases that were opened for the batch's events. */
    List<RecordState> changedStates(Map<Long, Long> caseOfRecord) {
        return states.stream().map(state -> state.caseId() != null || state.documentId() != documentId ? state
                : state.with(caseOfRecord.get(state.recordNo()), state.documentId(), state.recordNo())).toList();
    }
}
