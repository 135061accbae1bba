package de.kimhub.translation;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The closed set of what {@code as} can say in a mapping. */
public enum NamedStep {
    /** Default for texts: NFC, trimmed, what word processors insert replaced; DIN 91379 datatype C. */
    TEXT("text"),
    /** Default for names: as text, but DIN 91379 datatype A. */
    NAME("name"),
    /** A day; {@code format} says how it is written. */
    DATE("date"),
    /** A day, a month or a year. */
    PARTIAL_DATE("partial-date"),
    /** A day and time; {@code format} says how it is written. */
    TIMESTAMP("timestamp"),
    /** A whole number, digits only. */
    INTEGER("integer"),
    /** A number as {@code 1.234,50}, read as {@code 1234.50}. */
    DECIMAL("decimal"),
    /** Yes or no; {@code true} and {@code false} list the texts. */
    BOOLEAN("boolean"),
    /** Text in capital letters. */
    UPPER("upper"),
    /** Keeps the digits; refuses letters. */
    DIGITS("digits"),
    /** Amtlicher Gemeindeschluessel; a leading zero that a spreadsheet lost is restored. */
    AGS("ags"),
    /** German postal code; a leading zero that a spreadsheet lost is restored. */
    POSTAL_CODE("postal-code"),
    /** A code of {@code codelist}, which alone says the same. */
    LOOKUP("lookup");

    static final Map<String, NamedStep> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(NamedStep::code, step -> step));

    private final String code;

    NamedStep(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
