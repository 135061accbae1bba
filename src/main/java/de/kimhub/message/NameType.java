package de.kimhub.message;

/** Which of a person's parallel names it is (XInneres {@code IdentifikationPerson}). Order is stored: append only. */
public enum NameType {
    /** Name under German law (nameNachDeutschemRecht); what a tool without types means by "Name". */
    OFFICIAL("official", false),
    /** As the passport has it (nameNachPass). */
    PASSPORT("passport", false),
    /** As the person says it (nameNachEigenenAngaben). */
    OWN("own", false),
    /** Deviating spelling (abweichendeNamensschreibweise). */
    SPELLING("spelling", true),
    /** Alias (aliasName). */
    ALIAS("alias", true),
    /** Name at birth (geburtsname). */
    BIRTH("birth", false),
    /** Earlier names (frueherer Familienname, frueherer Vorname). */
    FORMER("former", true);

    private final String code;
    private final boolean severalPossible;

    NameType(String code, boolean severalPossible) {
        this.code = code;
        this.severalPossible = severalPossible;
    }

    public String code() {
        return code;
    }

    boolean severalPossible() {
        return severalPossible;
    }
}
