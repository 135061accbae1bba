package de.kimhub.privacy;

/**
 * A kind of data that there is of a person.
 *
 * @param what in German
 * @param goes whether an erasure takes it
 * @param why  in German: how it goes, or why it stays
 */
public record HeldData(String what, long count, boolean goes, String why) {
}
