package de.kimhub.translation;

import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A connector's compiled mappings. Thread-safe. */
public interface Translator {

    /**
     * What is to be stored of a document, and opened later: usually the very bytes. A workbook becomes lines; one that
     * cannot be read, and what is such lines already, stay as they are. Reads in bounded memory, and never fails for
     * what the document holds.
     */
    default InputStream incoming(InputStream content) throws IOException {
        return content;
    }

    /**
     * @param content as {@link #incoming} gave it
     * @throws IllegalStateException when the connector does not receive
     */
    Opening open(DocumentContent content, ReadMark from);

    Translation translate(RawRecord.Readable record);

    /** Whether the export is a snapshot, so that only differences to the last one are events. */
    boolean isSnapshot();

    /**
     * Whether the same key with other content breaks the source's own rule ({@code record.sameKey: refuse}), instead of
     * being a correction.
     */
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
