package de.kimhub.message;

/** How much a field tells about a person. Declared once, in {@link CanonicalSchema}, never in a mapping. */
public enum PersonalData {
    /** Names a person on its own: name, file number, telephone. */
    DIRECT_IDENTIFIER,
    /** Narrows the circle together with others: birth date, nationality, municipality. */
    QUASI_IDENTIFIER,
    /** Art. 9 DSGVO, or protected as strongly here: health, disclosure block. */
    SPECIAL_CATEGORY,
    /** Says nothing about who it is. */
    NEUTRAL
}
