package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import java.util.function.Consumer;

/** The form in which a source is told what became of its document. */
interface AcknowledgementForm {

    /**
     * Within the transaction that marks the document as acknowledged.
     *
     * @param source with the version of its connector that the document came in under
     */
    void write(Instance source, FinishedDocument document, Consumer<byte[]> file);

    /** Without dot. */
    String fileExtension();
}
