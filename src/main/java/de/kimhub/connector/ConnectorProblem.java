package de.kimhub.connector;

import de.kimhub.message.ProblemCode;

/** What can be wrong with a connector folder or an installation. */
enum ConnectorProblem implements ProblemCode {
    NO_FOLDER("HUB-CON-001", "Der Ordner fehlt oder ist nicht lesbar. Pfad und Leserechte prüfen."),
    FOLDER_NAME("HUB-CON-002", "Der Name ist nicht erlaubt. Nur Kleinbuchstaben, Ziffern und Bindestriche verwenden."),
    FILE_MISSING("HUB-CON-003", "Eine Datei fehlt, die die Beschreibung verlangt. Datei anlegen oder Angabe entfernen."),
    FILE_UNDECLARED("HUB-CON-004", "Eine Datei ist da, die nirgends erklärt ist. Angabe ergänzen oder Datei entfernen."),
    NOT_COMPILED("HUB-CON-005", "Die Zuordnung konnte nicht übersetzt werden. Die genannten Stellen berichtigen."),
    BAD_PERIOD("HUB-CON-006", "Der Zeitraum ist nicht lesbar oder zu groß. Als ISO-Zeitraum schreiben, zum Beispiel "
            + "P7D oder P1Y."),

    UNKNOWN_CONNECTOR("HUB-CON-020", "Diesen Konnektor gibt es nicht. Namen des Ordners in connectors/ prüfen."),
    BROKEN_CONNECTOR("HUB-CON-021", "Der Konnektor hat Fehler, deshalb läuft die Instanz nicht. Zuerst diese beheben."),
    NO_DIRECTION("HUB-CON-022", "Der Konnektor kennt diese Richtung nicht. Abschnitt entfernen oder Konnektor ergänzen."),
    NO_ENDPOINT("HUB-CON-023", "Die Instanz nennt keine Anbindung. receive oder deliver ergänzen."),
    UNKNOWN_TRANSPORT("HUB-CON-024", "Diesen Transportweg gibt es nicht in dieser Richtung. Einen Namen aus routes/transports "
            + "verwenden."),
    UNKNOWN_PARAMETER("HUB-CON-025", "Der Transportweg kennt diese Angabe nicht. Schreibweise prüfen."),
    MISSING_PARAMETER("HUB-CON-026", "Eine Pflichtangabe des Transportwegs fehlt. In der Datei der Instanz ergänzen."),
    LITERAL_SECRET("HUB-CON-027", "Ein Kennwort steht im Klartext. Durch einen Verweis secret:NAME ersetzen und das "
            + "Kennwort ändern."),
    SHARED_FOLDER("HUB-CON-028", "Zwei Anbindungen nutzen denselben Ordner. Jeder einen eigenen geben."),
    NO_SECRET("HUB-CON-029", "Das Kennwort zu einem Verweis ist nicht hinterlegt. Als Umgebungsvariable NAME setzen "
            + "oder in secrets/NAME der Installation schreiben."),
    WRONG_TYPE("HUB-CON-030", "Die Angabe hat nicht die Form, die der Transportweg erwartet. Mit docs/reference.md, "
            + "Abschnitt Transports, vergleichen."),
    NO_CLEARING("HUB-CON-032", "Quittungen als XInneres-Nachricht brauchen die Angaben der Vermittlungsstelle. In hub.yaml "
            + "den Abschnitt clearing ergänzen."),
    NOT_RELEASED("HUB-CON-033", "Für den Betrieb mit echten Daten fehlen Angaben unter release: Verantwortlicher, Vertrag zur "
            + "Auftragsverarbeitung mit Tag, Tag der Freigabe durch die oder den Datenschutzbeauftragten. Ergänzen, oder "
            + "mode: test schreiben."),
    NO_DAY("HUB-CON-031", "Diesen Tag gibt es im Kalender nicht. Als 2026-11-01 angeben."),

    REVIEWER_OF_PARTY("HUB-CON-051", "Wer mögliche Dubletten prüft, darf nicht bei der Ausländerbehörde oder dem Jobcenter "
            + "arbeiten. Eine Person einer anderen Stelle eintragen."),
    REVIEWER_TWICE("HUB-CON-052", "Zwei Prüfende haben denselben Namen. So unterscheiden, dass erkennbar ist, wer entschieden "
            + "hat."),
    REVIEWER_NOT_BOUND("HUB-CON-053", "Die Verpflichtung zur Verschwiegenheit liegt in der Zukunft. Erst nach der "
            + "Unterschrift eintragen, mit ihrem Tag."),
    TOO_FEW_REVIEWERS("HUB-CON-054", "Es ist nur eine Person zum Prüfen benannt. Mindestens eine zweite eintragen; manche "
            + "Entscheidungen brauchen zwei."),

    CONNECTOR_GONE("HUB-CON-040", "Der Ordner des Konnektors fehlt, obwohl Instanzen ihn brauchen. Sie laufen mit der "
            + "letzten gültigen Fassung weiter. Ordner zurücklegen oder die Instanzen entfernen."),
    CHANGED_WHILE_READ("HUB-CON-041", "Der Ordner wurde während des Lesens geändert. Er wird gleich noch einmal gelesen."),
    RESTART_NEEDED("HUB-CON-042", "hub.yaml wurde geändert. Das wirkt erst nach einem Neustart."),
    LANES_FIXED("HUB-CON-043", "lanes darf nicht mehr geändert werden, sonst geriete die Reihenfolge durcheinander. Den "
            + "alten Wert wieder eintragen."),
    SHARING_GONE("HUB-CON-044", "sharing.yaml fehlt. Die letzten gültigen Regeln gelten weiter. Datei zurücklegen; mit "
            + "'rules: []' wird nichts mehr weitergegeben."),
    INSTALLATION_GONE("HUB-CON-045", "Der Ordner der Installation ist nicht lesbar. Der Hub läuft mit dem weiter, was er "
            + "kennt. Laufwerk und Rechte prüfen.");

    private final String code;
    private final String germanText;

    ConnectorProblem(String code, String germanText) {
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
