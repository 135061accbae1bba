package de.kimhub.kit;

/** What a check of the kit is about. */
public enum Level {
    /** The folder agrees with itself, both ways. */
    LINT(0, "Ordner"),
    /** What comes of the samples is what is expected. */
    SAMPLES(1, "Beispiele"),
    /** What every connector has to keep to, whatever it is given. */
    CONTRACT(2, "Zusagen"),
    /** The real transport. */
    WIRE(3, "Transport"),
    /** Others' faults do not reach it. */
    ISOLATION(4, "Abschottung");

    private final int number;
    private final String germanText;

    Level(int number, String germanText) {
        this.number = number;
        this.germanText = germanText;
    }

    public int number() {
        return number;
    }

    public String germanText() {
        return germanText;
    }
}
