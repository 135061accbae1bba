package de.kimhub.disclosure;

/**
 * A base that fits all that an attacker sees, and in which a hidden cell is large, or almost nothing.
 *
 * @param attacker name of the insider, or {@link #OUTSIDER}
 * @param base one value per group
 */
public record Witness(String cell, String attacker, Side side, long[] base) {

    public static final String OUTSIDER = "";

    /** On which side of the threshold the hidden cell lies in this base. */
    public enum Side { UPPER, LOWER }
}
