package de.kimhub.translation;

/**
 * How far a document was read; reading can go on from here in another process.
 *
 * @param offset in bytes; {@code 0} stands for the beginning, before any header
 * @param record number of the last record read, 0 before the first
 * @param line   number of the last line read, 0 before the first
 */
public record ReadMark(long offset, long record, long line) {

    public static final ReadMark START = new ReadMark(0, 0, 0);
}
