package de.kimhub.message;

/** The shape of a field's text. Values are always text in one canonical form. */
public enum FieldKind {
    /** A name or a part of one: DIN 91379 datatype A, NFC. */
    NAME,
    /** Other short text: DIN 91379 datatype C without line breaks, NFC. */
    TEXT,
    /** {@code yyyy-MM-dd}. */
    DATE,
    /** {@code yyyy}, {@code yyyy-MM} or {@code yyyy-MM-dd}; see {@link PartialDate}. */
    PARTIAL_DATE,
    /** {@code yyyy-MM-ddTHH:mm}, local time in Germany. */
    TIMESTAMP,
    /** A key of the code list that the field names. */
    CODE,
    /** Eight digits, leading zero kept: Amtlicher Gemeindeschlüssel. */
    AGS,
    /** A whole number without separators. */
    INTEGER,
    /** {@code true} or {@code false}. */
    BOOLEAN
}
