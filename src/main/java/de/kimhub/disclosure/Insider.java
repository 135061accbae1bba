package de.kimhub.disclosure;

import java.util.BitSet;

/**
 * Who reads the tables and knows a part of the base: a member organisation knows its own numbers.
 *
 * @param known the groups whose value it knows
 */
public record Insider(String name, BitSet known) {
}
