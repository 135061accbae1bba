package de.kimhub.processing;

import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import java.util.List;
import java.util.Optional;

/**
 * An event that was held, for its release.
 *
 * @param counted recipients for whom it was counted as held; empty: for all
 */
record HeldEvent(long id, long documentId, long recordNo, String instanceId, Long caseId, EventType type,
                 MessageKind kind, long replaces, FieldValues fields, Optional<List<Integer>> counted) {
}
