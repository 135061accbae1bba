package de.kimhub.steering.cube;

/**
 * One value of a dimension.
 *
 * @param lower of a class of days: from, inclusive; {@code null}: no class
 * @param upper to, inclusive; {@code null}: no end
 * @param note  such as "nimmt nicht teil"; may be {@code null}
 */
public record Category(String code, String label, Integer lower, Integer upper, String note) {

    public static final String TOTAL = "*";

    public boolean total() {
        return code.equals(TOTAL);
    }

    public boolean isClass() {
        return lower != null;
    }
}
