package de.kimhub.translation;

import java.io.IOException;
import java.util.List;

/** Reads a document record by record, in bounded memory. */
public interface RecordReader extends AutoCloseable {

    /** At most so many next records; empty at the end of the document. Never throws for what the document holds. */
    List<RawRecord> read(int atMost) throws IOException;

    /** Behind the last record that was read. */
    ReadMark mark();

    @Override
    void close() throws IOException;
}
