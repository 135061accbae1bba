package de.kimhub.message;

/** Numbers that a law binds to an area; what may be done with each is the sharing module's matter. Append only. */
public enum IdentifierType {
    /** AZR-Nummer, AZRG § 10(4). */
    AZR("azr"),
    /** Kundennummer, § 51a SGB II. */
    CUSTOMER_NUMBER("kundennummer"),
    /** Nummer der Bedarfsgemeinschaft, § 51a SGB II. */
    BENEFIT_COMMUNITY("bgNummer"),
    /** BAMF-Kennziffer of a course participant. */
    BAMF("bamfKennziffer"),
    PASSPORT("passport"),
    /** A school's number of a pupil. */
    PUPIL("pupil");

    private final String code;

    IdentifierType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
