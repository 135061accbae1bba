package de.kimhub.intake;

import de.kimhub.message.ProblemCode;

/** What can be wrong with a document or a record as a whole. */
public enum IntakeProblems implements ProblemCode {

    /** More rows missing than is plausible. */
    SNAPSHOT_CUT_OFF("HUB-INT-010", "Dem Bestand fehlen auffällig viele Zeilen. Es wurde nichts als weggefallen "
            + "gewertet. Bitte den vollständigen Bestand liefern."),
    /** A snapshot with refused records does not say which rows have vanished. */
    SNAPSHOT_INCOMPLETE("HUB-INT-013", "Der Bestand enthält abgelehnte Datensätze. Es wurde nichts als weggefallen gewertet, "
            + "bis ein vollständig lesbarer Bestand vorliegt. Die abgelehnten Datensätze berichtigen "
            + "und den Bestand noch einmal liefern."),
    /** The record made the processing fail again and again. */
    CANNOT_BE_PROCESSED("HUB-INT-011", "Der Datensatz konnte nicht verarbeitet werden. Bitte die IT verständigen; "
            + "er ist aufbewahrt und kann wiederholt werden."),
    /** A recipient's file or connector has errors at the start of the hub. */
    RECIPIENT_ABSENT("HUB-INT-014", "Die Datei oder der Konnektor eines Empfängers ist fehlerhaft. Was ihm zusteht, "
            + "wartet, bis sie berichtigt ist."),
    /** The source gives each key away once, and did so before. */
    KEY_USED_TWICE("HUB-INT-015", "Unter derselben Nummer (z. B. nachrichtenUUID) wurde schon etwas anderes gesendet. "
            + "Der Datensatz wurde nicht übernommen; bitte mit neuer Nummer senden."),
    /** Marked as a test by its source, and the instance is live. */
    TEST_RECORD("HUB-INT-016", "Der Datensatz ist als Test gekennzeichnet. Im Echtbetrieb wird er nicht verarbeitet."),
    /** The instance is in test, and not everything in the document is marked as test data. */
    NOT_MARKED("HUB-INT-018", "Die Stelle läuft im Testbetrieb und nimmt nur gekennzeichnete Testdaten. Es wurde nichts übernommen. "
            + "Sind es Testdaten, „testdaten“ in den Dateinamen (oder den Namen der Sicht) schreiben. Echte Angaben erst "
            + "nach der Freigabe liefern."),
    /** Marked as test data by its name, and the instance takes real ones. */
    TEST_DOCUMENT("HUB-INT-019", "Der Name kennzeichnet Testdaten, die Stelle nimmt aber echte Angaben. Es wurde nichts "
            + "übernommen. Umbenennen, wenn es keine Testdaten sind."),
    /** A document came in under a version of its connector that cannot be loaded. */
    VERSION_UNKNOWN("HUB-INT-017", "Die Fassung des Konnektors, unter der ein Dokument einging, ist nicht mehr lesbar. Es "
            + "wird mit der heutigen gelesen."),
    /** No Aktenzeichen, but the event concerns a person. */
    NO_CASE("HUB-INT-012", "Dem Datensatz fehlt das Aktenzeichen. Bitte ergänzen und erneut liefern.");

    private final String code;
    private final String germanText;

    IntakeProblems(String code, String germanText) {
        this.code = code;
        this.germanText = germanText;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String germanText() {
        return germanText;
    }
}
