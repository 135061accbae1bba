package de.kimhub.steering.release;

/** How invented facts of a demonstration are marked. */
public final class Synthetic {

    /** In place of a rule. */
    public static final String RULE = "synthetisch";
    static final String NOTE = " (erfundene Zahlen einer Demonstration)";

    private Synthetic() {
    }
}
