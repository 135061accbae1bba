package de.kimhub.runtime;

import de.kimhub.message.ProblemCode;

/** What can go wrong around the hub itself: its own database and broker, instances, transports. */
public enum RuntimeProblem implements ProblemCode {
    DATABASE_START("HUB-RUN-001", "Die Datenbank des Hubs ist nicht erreichbar. Adresse, Anmeldung und Netz der Datenbank "
            + "prüfen."),
    BROKER_START("HUB-RUN-002", "Der Nachrichtenverteiler des Hubs ist nicht erreichbar. Adresse und Anmeldung von "
            + "Artemis prüfen; Nachrichten gehen nicht verloren."),
    INSTALLATION("HUB-RUN-003", "Die Konfiguration der Installation ist fehlerhaft. hub check nennt alle Stellen."),
    SECRET_MISSING("HUB-RUN-004", "Ein Geheimnis (secret:NAME) ist nicht hinterlegt. Als Umgebungsvariable NAME setzen "
            + "oder in secrets/NAME der Installation schreiben."),
    PRODUCT_FOLDER("HUB-RUN-005", "Der Programmordner mit routes/ wurde nicht gefunden. Über das Startprogramm hub starten "
            + "oder KIMHUB_HOME setzen."),
    UNEXPECTED("HUB-RUN-009", "Unerwarteter Fehler; der Hub versucht es erneut. Bleibt er bestehen, das Protokoll der "
            + "IT geben."),
    UNKNOWN_TRANSPORT("HUB-RUN-010", "Diesen Übertragungsweg gibt es nicht. Einen Namen aus routes/transports verwenden."),
    WRONG_PARAMETER("HUB-RUN-011", "Ein Parameter des Übertragungswegs fehlt oder ist falsch. Mit docs/reference.md, "
            + "Abschnitt Transports, vergleichen."),
    INSTANCE_BROKEN("HUB-RUN-012", "Die Anbindung konnte nicht eingerichtet werden; die anderen laufen weiter. Die Angaben "
            + "der Instanz prüfen; der Hub versucht es jede halbe Minute wieder."),
    RECEIVE_FAILED("HUB-RUN-013", "Die Quelle ist nicht erreichbar oder nicht lesbar; der Hub versucht es erneut. Ordner "
            + "oder Datenbank und die Rechte des Hubs prüfen."),
    RECIPIENT_UNREACHABLE("HUB-RUN-021", "Empfänger nicht erreichbar. Adresse, Netz und Anmeldung prüfen; es wird weiter versucht."),
    RECIPIENT_REFUSED("HUB-RUN-022", "Der Empfänger hat die Lieferung abgelehnt. Die Tabelle des Empfängers mit deliver.yaml "
            + "vergleichen."),
    FOLDER_UNUSABLE("HUB-RUN-023", "Der Ordner des Empfängers fehlt oder ist nicht beschreibbar. Ordner anlegen und dem Hub "
            + "das Schreibrecht geben."),
    STAGING_ELSEWHERE("HUB-RUN-024", "Zwischenordner und Zielordner liegen nicht auf demselben Dateisystem. staging auf "
            + "dasselbe Dateisystem legen oder weglassen."),
    RECEIPT_CLASH("HUB-RUN-025", "Beim Empfänger liegt schon eine andere Lieferung unter dieser Nummer. Prüfen, ob zwei "
            + "Hubs an denselben Empfänger liefern."),
    NO_ENDPOINT("HUB-RUN-026", "Für diesen Empfänger ist kein Weg eingerichtet. deliver in der Datei der Instanz "
            + "ergänzen."),
    WAY_NOT_CHANGED("HUB-RUN-028", "Die geänderte Anbindung konnte nicht eingerichtet werden; die vorige läuft weiter. Die "
            + "Angaben der Instanz berichtigen; hub status nennt den Grund."),
    WAY_IN_USE("HUB-RUN-029", "Eine Zustellung läuft noch; die Anbindung wird gleich danach geändert. Es ist nichts zu "
            + "tun."),
    RELOAD_FAILED("HUB-RUN-031", "Die geänderte Konfiguration konnte nicht übernommen werden; der Hub läuft mit der "
            + "vorigen weiter und versucht es wieder. Bleibt es dabei, das Protokoll der IT geben."),
    PAGES_START("HUB-RUN-032", "Die Seiten konnten nicht gestartet werden. Unter web in hub.yaml einen freien Port und eine "
            + "Adresse dieses Rechners angeben."),
    ALREADY_RUNNING("HUB-RUN-027", "Auf diesem Datenordner läuft schon ein Hub. Diesen beenden oder einen anderen "
            + "Datenordner nennen."),
    NOT_CLEANED("HUB-RUN-030", "Übernommene Dateien können nicht gelöscht werden; dem Hub fehlt das Recht dazu. Dem "
            + "Benutzer des Hubs das Löschrecht im Ablageordner geben.");

    private final String code;
    private final String germanText;

    RuntimeProblem(String code, String germanText) {
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
