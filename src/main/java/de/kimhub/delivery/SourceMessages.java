package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What sources sent, as it is stored: acknowledgements in the source's own format give its message back to it. */
public interface SourceMessages {

    /** Empty when it is not kept any more, or too long to be given back. */
    Optional<Message> refused(long documentId, long recordNo);

    /** The whole document; empty when it is not kept any more, or too long to be given back. */
    Optional<byte[]> document(long documentId);

    /**
     * These records of a document, by number; those that are not kept any more are missing.
     *
     * @param source with the version of its connector that the document came in under
     */
    Map<Long, Message> records(Instance source, long documentId, Set<Long> numbers);

    /** @param header what stands before the document's first record */
    record Message(byte[] header, byte[] record) {

        /** How long it is, never what it says. */
        @Override
        public String toString() {
            return record.length + " bytes";
        }
    }
}
