package de.kimhub.steering.catalogue;

import de.kimhub.message.ProblemCode;

/** What can be wrong with {@code steering.yaml}, facts and releases. */
public enum SteeringProblem implements ProblemCode {
    TWICE("HUB-STG-001", "Eine Angabe in steering.yaml steht zweimal. Eine streichen."),
    UNKNOWN_TABLE("HUB-STG-002", "Diese Tabelle gibt es im Katalog nicht. Die Namen stehen in docs/steering.md."),
    UNKNOWN_FORM("HUB-STG-003", "Diese Tabelle gibt es nicht mit diesen Merkmalen. Eine der Formen aus docs/steering.md verwenden."),
    UNKNOWN_NAME("HUB-STG-004", "steering.yaml nennt eine Gemeinde, Stelle oder Instanz, die es nicht gibt. Den Namen berichtigen oder "
            + "sie ergänzen."),
    SEVERAL("HUB-STG-005", "Eine Instanz gehört zu mehreren Stellen. Bei einer streichen."),
    NO_DAY("HUB-STG-006", "Diesen Tag gibt es nicht. Berichtigen."),
    POSTS("HUB-STG-007", "Stellen (VZÄ) gelten für eine Gemeinde oder für eine Stelle, nicht für beides. Eine Angabe streichen."),
    NO_DOMAIN("HUB-STG-008", "Es gibt Regeln unter facts, aber keine Pseudonym-Domäne für die Lenkungsgruppe; gezählt wird nichts. In "
            + "pseudonym-domains.yaml eine Domäne mit recipient: lenkungsgruppe, purpose: statistics und mode: keyed anlegen."),
    NO_KEY("HUB-STG-009", "Die Pseudonym-Domäne der Lenkungsgruppe hat auf diesem Rechner keinen Schlüssel; gezählt wird nichts. Mit hub "
            + "keys create anlegen."),
    NO_SETTINGS("HUB-STG-010", "Die Installation hat keine gültige steering.yaml; veröffentlicht wird nichts. Datei anlegen oder berichtigen."),
    NOT_YET("HUB-STG-011", "Der Zeitraum ist noch nicht zu Ende oder sein Stichtag ist noch nicht erreicht. Bis zum Stichtag warten."),
    NOT_IN_ORDER("HUB-STG-012", "Davor liegt ein Zeitraum, der noch nicht veröffentlicht ist. Erst diesen veröffentlichen."),
    RELEASED("HUB-STG-013", "Dieser Zeitraum ist schon veröffentlicht, und eine Veröffentlichung wird nie geändert. hub steering releases zeigt "
            + "alle."),
    NOTHING("HUB-STG-014", "Es wurde noch nichts gezählt. Regeln unter facts in sharing.yaml prüfen."),
    NO_RELEASE("HUB-STG-015", "Diese Veröffentlichung gibt es nicht. hub steering releases zeigt alle."),
    BASE_CHANGED("HUB-STG-016", "Zahlen eines abgeschlossenen Zeitraums stimmen nicht mehr mit der Veröffentlichung überein; die Tabellen "
            + "werden nicht veröffentlicht. Datenbank und Sicherung prüfen."),
    NOT_PROVEN("HUB-STG-017", "Die Prüfung der Geheimhaltung ist nicht bestanden. Nicht veröffentlichen und den Betreiber verständigen."),
    RELEASE_FAILED("HUB-STG-018", "Ein Zeitraum ist fällig und konnte nicht veröffentlicht werden. Der Hub versucht es jede Stunde wieder. "
            + "hub steering release --period zeigt, woran es liegt; das Protokoll nennt den Fehler."),
    RELEASE_OVERDUE("HUB-STG-019", "Ein Zeitraum ist seit mehr als einem Tag fällig und noch nicht veröffentlicht. Prüfen, ob der Hub "
            + "durchläuft; hub steering release --period veröffentlicht von Hand.");

    private final String code;
    private final String germanText;

    SteeringProblem(String code, String germanText) {
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
