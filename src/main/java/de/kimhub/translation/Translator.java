package de.kimhub.translation;

import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A connector's compiled mappings. Thread-safe. */
public interface Translator {

    /** @throws IllegalStateException when the connector does not receive */
    Opening open(DocumentContent content, ReadMark from);

    Translation translate(RawRecord.Readable record);

    /** Whether the export is a snapshot, so that only differences to the last one are events. */
    boolean isSnapshot();

    /** Whether a record with the key of an earlier one but another content breaks the source's own rule. */
    default boolean refusesChangedRecords() {
        return false;
    }

    /** For snapshots: the events that a vanished row means, dated {@code on}; empty when it means nothing. */
    List<Vanished> vanished(LocalDate on);

    record Vanished(EventType type, FieldValues fields) {
    }

    /** Event types that the receive mapping can make. */
    Set<EventType> receives();

    /** Event types that the deliver mapping can render; empty when the connector does not deliver. */
    Set<EventType> delivers();

    /** @throws IllegalStateException when the connector does not deliver */
    Rendering render(List<OutgoingItem> items);

    /** Extension of a delivered file without dot, e.g. {@code csv}. */
    Optional<String> fileExtension();
}
