package de.kimhub.linkage.evaluation;

/** A share that was counted, with Wilson's 95 % interval (Wilson 1927). */
public record Proportion(long hits, long of) {

    private static final double Z = 1.959964;

    /** Nothing counted is nothing wrong: 1. */
    public double value() {
        return of == 0 ? 1 : (double) hits / of;
    }

    public double low() {
        return of == 0 ? 0 : Math.max(0, centre() - spread());
    }

    public double high() {
        return of == 0 ? 1 : Math.min(1, centre() + spread());
    }

    private double centre() {
        return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double spread() {
        return Z / (1 + Z * Z / of) * Math.sqrt(value() * (1 - value()) / of + Z * Z / (4.0 * of * of));
    }
}
