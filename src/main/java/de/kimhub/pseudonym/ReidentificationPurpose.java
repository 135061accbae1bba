package de.kimhub.pseudonym;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may be re-identified for. */
public enum ReidentificationPurpose {
    BETROFFENENRECHT("betroffenenrecht", "Auskunft, Berichtigung oder Löschung auf Verlangen der Person (Art. 15 bis 17 DSGVO)"),
    BERICHTIGUNG("berichtigung", "Ein Empfänger hat einen Fehler in den Angaben gefunden"),
    RUECKFRAGE("rueckfrage", "Rückfrage im Fallmanagement, die ohne Namen nicht zu klären ist"),
    PRUEFUNG("pruefung", "Prüfung durch Datenschutzaufsicht oder Rechnungsprüfung");

    private final String code;
    private final String germanText;

    ReidentificationPurpose(String code, String germanText) {
        this.code = code;
        this.germanText = germanText;
    }

    public String code() {
        return code;
    }

    public String germanText() {
        return germanText;
    }

    public static Optional<ReidentificationPurpose> find(String code) {
        return Arrays.stream(values()).filter(purpose -> purpose.code.equals(code)).findAny();
    }
}
