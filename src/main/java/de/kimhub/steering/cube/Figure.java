package de.kimhub.steering.cube;

import java.util.Locale;

/** A number as it may be shown, or the sign in its place. */
public sealed interface Figure {

    Figure HIDDEN = new Hidden();
    Figure UNKNOWN = new Unknown();

    /** Whole numbers of cells, and what was worked out from them. */
    record Shown(double value) implements Figure {
    }

    /** Kept secret, for whichever reason: there is one sign for all of them. */
    record Hidden() implements Figure {
    }

    /** Nobody knows it. */
    record Unknown() implements Figure {
    }

    static Figure of(double value) {
        return new Shown(value);
    }

    default boolean shown() {
        return this instanceof Shown;
    }

    /** 0 where it is not shown: ask {@link #shown()} first. */
    default double value() {
        return this instanceof Shown(double value) ? value : 0;
    }

    /** In German, with a sign for what is not shown and for exactly zero. */
    default String text() {
        return switch (this) {
            case Shown(double value) -> value == 0 ? "–" : number(value);
            case Hidden() -> "*";
            case Unknown() -> ".";
        };
    }

    /** The same in words, for who hears it and within sentences. */
    default String spoken() {
        return switch (this) {
            case Shown(double value) -> value == 0 ? "0" : number(value);
            case Hidden() -> "geheim";
            case Unknown() -> "unbekannt";
        };
    }

    /** With its sign: {@code + 34}, {@code − 8}, {@code ± 0}. */
    default String changeText() {
        return this instanceof Shown(double value)
                ? (value > 0 ? "+ " : value < 0 ? "− " : "± ") + number(Math.abs(value)) : text();
    }

    /** 1.213 or 46,5. */
    static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.format(Locale.GERMANY, "%,.0f", rounded)
                : String.format(Locale.GERMANY, "%,.1f", rounded);
    }
}
