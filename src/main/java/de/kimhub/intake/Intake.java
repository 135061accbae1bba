package de.kimhub.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes source documents over: when a method returns, the hub has it for good and the source may let go. */
public interface Intake {

    /**
     * Stores a document as it comes, in bounded memory. Taking the same hand-over again changes nothing.
     *
     * @throws DocumentRefused when test data and real ones would mix; nothing of it is kept
     */
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
     * @param since the mark from which the page was read, {@code null} before the first; when another node has moved it
     *              meanwhile the page changes nothing, and the poll has to begin again
     */
    Page acceptRows(String instanceId, List<Map<String, String>> rows, String since, PageEnd end);

    /**
     * @param mark   where to go on: opaque to the intake
     * @param window how many of the last rows are remembered to recognise them in the next page's overlap
     */
    record PageEnd(String mark, int window) {
    }

    /** What became of a page of rows. */
    enum Page { STORED, NOTHING_NEW, OVERTAKEN }

    /**
     * @param documentId number of the document in the hub
     * @param known      it was handed over before: nothing was stored anew
     */
    record Receipt(long documentId, boolean known) {
    }
}
