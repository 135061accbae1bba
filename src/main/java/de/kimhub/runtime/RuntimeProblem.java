package de.kimhub.runtime;

import de.kimhub.message.ProblemCode;

/** What can go wrong around the hub itself: its own database and broker, instances, transports. */
public enum RuntimeProblem implements ProblemCode {
    DATABASE_START("HUB-RUN-001", "Die Datenbank des Hubs ist nicht erreichbar."),
    BROKER_START("HUB-RUN-002", "Der Nachrichtenverteiler des Hubs ist nicht erreichbar."),
    INSTALLATION("HUB-RUN-003", "Die Konfiguration der Installation ist fehlerhaft."),
    SECRET_MISSING("HUB-RUN-004", "Ein Geheimnis (secret:NAME) ist nicht hinterlegt."),
    PRODUCT_FOLDER("HUB-RUN-005", "Der Programmordner mit routes/ wurde nicht gefunden."),
    UNEXPECTED("HUB-RUN-009", "Unerwarteter Fehler; der Hub versucht es erneut."),
    UNKNOWN_TRANSPORT("HUB-RUN-010", "Diesen Übertragungsweg gibt es nicht."),
    WRONG_PARAMETER("HUB-RUN-011", "Ein Parameter des Übertragungswegs fehlt oder ist falsch."),
    INSTANCE_BROKEN("HUB-RUN-012", "Die Anbindung konnte nicht eingerichtet werden; die anderen laufen weiter."),
    RECEIVE_FAILED("HUB-RUN-013", "Die Quelle ist nicht erreichbar oder nicht lesbar; der Hub versucht es erneut."),
    RECIPIENT_UNREACHABLE("HUB-RUN-021", "Empfänger nicht erreichbar."),
    RECIPIENT_REFUSED("HUB-RUN-022", "Der Empfänger hat die Lieferung abgelehnt."),
    FOLDER_UNUSABLE("HUB-RUN-023", "Der Ordner des Empfängers fehlt oder ist nicht beschreibbar."),
    STAGING_ELSEWHERE("HUB-RUN-024", "Zwischenordner und Zielordner liegen nicht auf demselben Dateisystem."),
    RECEIPT_CLASH("HUB-RUN-025", "Beim Empfänger liegt schon eine andere Lieferung unter dieser Nummer."),
    NO_ENDPOINT("HUB-RUN-026", "Für diesen Empfänger ist kein Weg eingerichtet."),
    WAY_NOT_CHANGED("HUB-RUN-028", "Die geänderte Anbindung konnte nicht eingerichtet werden; die vorige läuft weiter."),
    WAY_IN_USE("HUB-RUN-029", "Eine Zustellung läuft noch; die Anbindung wird gleich danach geändert."),
    RELOAD_FAILED("HUB-RUN-031", "Die geänderte Konfiguration konnte nicht übernommen werden; der Hub läuft mit der "
            + "vorigen weiter und versucht es wieder."),
    ALREADY_RUNNING("HUB-RUN-027", "Auf diesem Datenordner läuft schon ein Hub."),
    NOT_CLEANED("HUB-RUN-030", "Übernommene Dateien können nicht gelöscht werden; dem Hub fehlt das Recht dazu.");

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
