package de.kimhub.linkage.comparison;

/** Why a pair is not taken for sure, whatever its score. */
public enum Cap {
    /** Name and a year of birth (or 1 January) are all that agrees. */
    TOO_LITTLE_EVIDENCE(false, "Außer Name und Geburtsjahr stützen zu wenige Angaben die Übereinstimmung."),
    /** Two numbers of the same kind and issuer. */
    IDENTIFIERS_CONTRADICT(true, "Die Kennnummern derselben Art widersprechen sich."),
    /** The same number, but other names and another birth date. */
    IDENTIFIER_AGAINST_NAME(false, "Die Kennnummer ist gleich, Name und Geburtsdatum sprechen dagegen."),
    SEX_AND_GIVEN_NAME_CONTRADICT(true, "Geschlecht und Vorname widersprechen sich."),
    /** One died, and something happened with the other later, or they died on different days. */
    DEATH_CONTRADICTS(true, "Die Sterbedaten widersprechen sich."),
    /** Same family name, same birth date, other given names. */
    TWINS(true, "Gleicher Familienname und gleiches Geburtsdatum, aber andere Vornamen: vermutlich Zwillinge."),
    /** As {@link #TWINS}, but what tells the given names apart may be a slip, or they share an e-mail address. */
    PERHAPS_TWINS(true, "Gleicher Familienname und gleiches Geburtsdatum, aber andere Vornamen, die sich entfernt ähneln, oder "
            + "dieselbe E-Mail-Adresse: vielleicht Zwillinge, vielleicht verschrieben."),
    /** Same household and name, but no birth date that tells parent and child apart. */
    ONE_NAME_ONLY(false, "Nur ein Name ist bekannt oder stimmt überein.");

    private final boolean contradiction;
    private final String text;

    Cap(boolean contradiction, String text) {
        this.contradiction = contradiction;
        this.text = text;
    }

    /** Whether both can't be one person unless somebody says so. */
    public boolean isContradiction() {
        return contradiction;
    }

    /** A German sentence. */
    public String text() {
        return text;
    }
}
