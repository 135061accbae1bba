package de.kimhub.operations.pages;

import de.kimhub.message.ProblemCode;

/** Why a page cannot be shown, or cannot do what was asked of it. */
public enum PageProblem implements ProblemCode {
    NOT_FOUND("HUB-WEB-001", 404, "Diese Seite oder diesen Eintrag gibt es nicht, oder Ihre Stelle hat darauf keinen Zugriff. Gehen "
            + "Sie zur Startseite und wählen Sie von dort aus."),
    FORBIDDEN("HUB-WEB-002", 403, "Ihr Konto ist dafür nicht freigeschaltet. Wenn Sie es brauchen, wenden Sie sich an die "
            + "Stelle, die Ihr Konto eingerichtet hat."),
    UNEXPECTED("HUB-WEB-003", 500, "Es ist ein unerwarteter Fehler aufgetreten. Versuchen Sie es noch einmal; bleibt er bestehen, "
            + "nennen Sie der IT diesen Code und die Uhrzeit."),
    BAD_REQUEST("HUB-WEB-004", 400, "Die Anfrage war unvollständig oder veraltet. Gehen Sie zur Startseite und beginnen Sie neu."),
    NO_INSTANCE("HUB-WEB-005", 409, "Ihre Stelle ist im Hub zurzeit nicht eingerichtet. Wenden Sie sich an die Stelle, die Ihr "
            + "Konto eingerichtet hat."),
    NO_FILE("HUB-WEB-011", 400, "Es wurde keine Datei ausgewählt. Wählen Sie eine Datei und drücken Sie dann „Abgeben“."),
    TOO_LARGE("HUB-WEB-012", 413, "Die Datei ist größer als erlaubt. Es wurde nichts übernommen. Teilen Sie sie, oder wenden Sie "
            + "sich an die IT."),
    NOT_TAKEN("HUB-WEB-013", 409, "Für Ihre Stelle ist das Abgeben von Dateien nicht eingerichtet. Wenden Sie sich an die "
            + "Stelle, die Ihr Konto eingerichtet hat."),
    INTERRUPTED("HUB-WEB-014", 400, "Die Übertragung ist abgebrochen. Es wurde nichts übernommen. Geben Sie die Datei noch einmal "
            + "ab."),
    GONE("HUB-WEB-015", 404, "Diese Datei liegt nicht mehr bereit. Sie wurde inzwischen abgeholt oder zurückgezogen; laden Sie die "
            + "Liste neu."),
    NO_DAY("HUB-WEB-016", 400, "Das ist kein Tag. Als TT.MM.JJJJ eingeben, zum Beispiel 05.03.2026."),
    NO_FILE_NUMBER("HUB-WEB-017", 400, "Das Aktenzeichen fehlt. Geben Sie das Ihrer eigenen Stelle ein."),
    NOT_MARKED("HUB-WEB-018", 409, "Ihre Stelle läuft im Testbetrieb und nimmt nur Testdaten. Es wurde nichts übernommen. Sind es "
            + "Testdaten, schreiben Sie „testdaten“ in den Dateinamen. Geben Sie hier keine Angaben zu echten Personen ab."),
    TEST_DOCUMENT("HUB-WEB-019", 409, "Der Dateiname kennzeichnet Testdaten. Ihre Stelle arbeitet mit echten Angaben; es wurde nichts "
            + "übernommen. Benennen Sie die Datei um, wenn es keine Testdaten sind."),
    SIGN_IN("HUB-WEB-021", 401, "Name oder Passwort stimmen nicht, oder das Konto ist gesperrt. Nach mehreren falschen Versuchen "
            + "ist es eine Weile gesperrt, jedes Mal länger; warten Sie dann, oder lassen Sie es entsperren.");

    private final String code;
    private final int status;
    private final String germanText;

    PageProblem(String code, int status, String germanText) {
        this.code = code;
        this.status = status;
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

    int status() {
        return status;
    }
}
