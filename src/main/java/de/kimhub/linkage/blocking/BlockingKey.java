package de.kimhub.linkage.blocking;

import java.util.List;

/**
 * @param pass        what it is made of
 * @param value       personal data: it is stored as a keyed digest only
 * @param refinements what to add, one after the other, where too many share the key; {@code ""} for what is not known,
 *                    which then makes a group of its own
 * @param most        how many files may share it before it is refined
 * @param mostFiner   how many may share it, refined, before it is refined further
 */
public record BlockingKey(String pass, String value, List<String> refinements, int most, int mostFiner) {

    /** The key with so many refinements: 0 is the key itself. */
    public BlockingKey refined(int depth) {
        return depth == 0 ? this : new BlockingKey(pass + "+" + depth,
                value + " " + String.join(" ", refinements.subList(0, depth)), refinements, most, mostFiner);
    }

    /** How many files may share the key with so many refinements. */
    public int most(int depth) {
        return depth == 0 ? most : mostFiner;
    }

    /** Names no value. */
    @Override
    public String toString() {
        return pass;
    }
}
