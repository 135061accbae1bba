package de.kimhub.delivery;

import de.kimhub.message.ProblemCode;

/** What goes wrong between the outbox and a recipient. Stored with the lane ({@code hub.delivery_lane.code}). */
public enum DeliveryProblem implements ProblemCode {
    ATTEMPT_FAILED("HUB-DLV-001",
            "Die Zustellung ist fehlgeschlagen. Sie wird wiederholt; bitte die Erreichbarkeit des Empfängers prüfen."),
    CIRCUIT_OPEN("HUB-DLV-002", "Empfänger nicht erreichbar. Nach mehreren Fehlern wird eine Weile nicht versucht "
            + "zuzustellen. Den Empfänger prüfen; der Hub versucht es von selbst wieder."),
    NO_ENDPOINT("HUB-DLV-003",
            "Für den Empfänger ist kein Ort der Zustellung eingetragen. Bitte in der Datei der Instanz nachtragen."),
    SEALING_FAILED("HUB-DLV-005",
            "Eine Lieferung konnte nicht zusammengestellt werden. Es wird wiederholt; bitte das Protokoll ansehen."),
    NOT_RENDERED("HUB-DLV-006", "Ein Ereignis lässt sich im Format des Empfängers nicht darstellen und wurde nicht "
            + "weitergegeben. Die Zuordnung deliver.yaml ergänzen; hub check nennt die Stelle."),
    BYTES_CHANGED("HUB-DLV-007", "Eine versiegelte Lieferung wurde in der Datenbank verändert und wird nicht zugestellt. "
            + "Die Datenbank auf Eingriffe prüfen und die IT-Sicherheit verständigen.");

    private final String code;
    private final String germanText;

    DeliveryProblem(String code, String germanText) {
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
