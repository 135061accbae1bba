package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;

/** One record as it stands in the document. Every byte of a document belongs to the header or to one record. */
public sealed interface RawRecord {

    /** 1-based, in the order of the document. */
    long number();

    /** Line on which it begins, 1-based. */
    long line();

    /** First byte in the document. */
    long offset();

    /** In bytes, line end included. */
    long length();

    default Place place() {
        return Place.record(number(), line());
    }

    /** A record that the format could take apart. */
    record Readable(long number, long line, long offset, long length, SourceRow row) implements RawRecord {
    }

    /** A record that the format cannot take apart: it goes to quarantine, and reading goes on behind it. */
    record Unreadable(long number, long line, long offset, long length, Problem problem) implements RawRecord {
    }
}
