package de.kimhub.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes source documents over: when a method returns, the hub has it for good and the source may let go. */
public interface Intake {

    /** Stores a document as it comes, in bounded memory. Taking the same hand-over again changes nothing. */
    Receipt accept(String instanceId, HandOver handOver, InputStream content) throws IOException;

    /**
     * Where a polled source is to be read from next.
     *
     * @return the keyset mark that {@link #acceptRows} was last given, or empty before the first poll
     */
    Optional<String> pollMark(String instanceId);

    /**
     * Takes over one page of a polled source. Rows that the previous pages within the overlap window had, unchanged,
     * are no news and are left out; when nothing is new there is no document, only the mark moves.
     *
     * @param rows   column values as text, in the order of the source; {@code null} values allowed
     * @param mark   where to go on: opaque to the intake
     * @param window how many of the last rows are remembered to recognise them in the next page's overlap
     */
    Optional<Receipt> acceptRows(String instanceId, List<Map<String, String>> rows, String mark, int window);

    /**
     * @param documentId number of the document in the hub
     * @param known      it was handed over before: nothing was stored anew
     */
    record Receipt(long documentId, boolean known) {
    }
}
