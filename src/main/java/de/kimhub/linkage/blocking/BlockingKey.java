package de.kimhub.linkage.blocking;

import java.util.List;

/**
 * @param pass        what it is made of
 * @param value       personal data: it is stored as a keyed digest only
 * @param refinements what to add, one after the other, where too many share the key; {@code ""} for what is not known,
 *                    which then makes a group of its own
 * @param most        how many files may share it before it is refined
 */
public record BlockingKey(String pass, String value, List<String> refinements, int most) {

    /** The key with so many refinements: 0 is the key itself. */
    public BlockingKey refined(int depth) {
        return depth == 0 ? this : new BlockingKey(pass + "+" + depth,
                value + " " + String.join(" ", refinements.subList(0, depth)), refinements, most);
    }

    /** Names no value. */
    @Override
    public String toString() {
        return pass;
    }
}
