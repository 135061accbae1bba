package de.kimhub.pseudonym;

import de.kimhub.message.ProblemCode;

/** What can be wrong with pseudonyms, their domains and keys, and re-identification. */
public enum PseudonymProblem implements ProblemCode {
    NAME_TWICE("HUB-PSN-001", "Zwei Domänen haben denselben Namen. Einer einen anderen geben."),
    PREFIX_TWICE("HUB-PSN-002", "Zwei Domänen haben dasselbe Präfix. Einer ein anderes geben."),
    OF_OTHER_MODE("HUB-PSN-003", "Eine Angabe passt nicht zum Modus der Domäne oder fehlt für ihn. Ergänzen oder streichen, "
            + "was die Meldung nennt."),
    LIFETIME("HUB-PSN-004", "Die Lebensdauer eines Tokens muss größer als null sein und höchstens 30 Tage. Berichtigen."),
    STEERING_ONE_WAY("HUB-PSN-005", "Für die Lenkungsgruppe gibt es nur Pseudonyme, die sich nicht zurückrechnen lassen. "
            + "mode: keyed verwenden."),
    OFFICER_TWICE("HUB-PSN-006", "Eine Person steht zweimal unter officers. Einmal streichen."),
    ONE_ROLE("HUB-PSN-007", "Alle unter officers haben dieselbe Rolle. Jemanden mit einer anderen Rolle benennen."),
    NO_DOMAIN("HUB-PSN-010", "Diese Domäne gibt es nicht. Die Namen stehen in pseudonym-domains.yaml der Installation."),
    NO_EPOCH("HUB-PSN-011", "Die Domäne hat noch keinen Schlüssel. Mit hub keys create einen anlegen."),
    HAS_EPOCH("HUB-PSN-012", "Die Domäne hat schon einen Schlüssel. Zum Wechseln hub keys rotate verwenden."),
    OTHER_KEY("HUB-PSN-013", "Auf diesem Rechner liegt unter derselben Domäne und Epoche ein anderer Schlüssel als der, mit dem "
            + "Pseudonyme vergeben wurden. keys/pseudonyms von dem Rechner übernehmen, auf dem er erzeugt wurde."),
    NOT_STAGED("HUB-PSN-014", "Es ist kein neuer Schlüssel vorbereitet. Zum Wechseln zuerst hub keys rotate ohne weitere Angabe "
            + "ausführen."),
    ALREADY_STAGED("HUB-PSN-015", "Ein neuer Schlüssel ist schon vorbereitet. Auf alle Rechner verteilen und mit hub keys rotate "
            + "--activate in Kraft setzen, oder mit --discard verwerfen."),
    NOT_IN_GRACE("HUB-PSN-017", "Es gibt keinen abgelösten Schlüssel, der vernichtet werden könnte. Es ist nichts zu tun."),
    GRACE_RUNS("HUB-PSN-018", "Die Übergangsfrist läuft noch; Empfänger können noch alte Pseudonyme haben. Bis zu ihrem Ende "
            + "warten."),
    NOT_MAPPED("HUB-PSN-019", "Die Zuordnung von alten zu neuen Pseudonymen ist nicht vollständig oder stimmt nicht mit ihrer "
            + "Prüfsumme überein; der alte Schlüssel bleibt. hub keys rotate --map noch einmal ausführen."),
    LAST_EPOCH("HUB-PSN-020", "Alle 31 Epochen der Domäne sind verbraucht. Eine neue Domäne mit eigenem Präfix anlegen."),
    NO_KEY_MODE("HUB-PSN-021", "Diese Domäne hat keinen Schlüssel, weil ihre Token zufällig sind. Es ist nichts zu tun."),
    UNREADABLE("HUB-PSN-030", "Das ist kein Pseudonym dieser Installation, oder es ist falsch abgeschrieben. Mit der Vorlage "
            + "vergleichen."),
    UNKNOWN("HUB-PSN-031", "Dieses Pseudonym wurde nie vergeben, ist abgelaufen, oder sein Schlüssel ist vernichtet. Das "
            + "heutige Pseudonym verwenden."),
    COMPROMISED("HUB-PSN-032", "Dieses Pseudonym stammt aus einer Epoche, deren Schlüssel als bekannt geworden gilt. Nur das neue "
            + "Pseudonym verwenden."),
    TOKEN_SPENT("HUB-PSN-033", "Dieses Token ist abgelaufen, verbraucht oder unbekannt. Ein neues anfordern."),
    WRONG_MODE("HUB-PSN-034", "Das geht mit dem Modus dieser Domäne nicht. Den Modus in pseudonym-domains.yaml ansehen."),
    NOBODY("HUB-PSN-035", "Zu diesem Pseudonym gibt es niemanden mehr; die Angaben zur Person sind gelöscht. Es ist nichts "
            + "zu tun."),
    NO_OFFICER("HUB-PSN-040", "Dieser Name steht nicht unter officers in pseudonym-domains.yaml. Eintragen und wiederholen."),
    NO_REQUEST("HUB-PSN-041", "Diesen Antrag gibt es nicht. Die Nummer prüfen."),
    SAME_PERSON("HUB-PSN-042", "Wer beantragt, darf nicht genehmigen. Jemand mit einer anderen Rolle muss genehmigen."),
    SAME_ROLE("HUB-PSN-043", "Wer genehmigt, muss eine andere Rolle haben als wer beantragt. Jemand anderen bitten."),
    DECIDED("HUB-PSN-044", "Über diesen Antrag ist schon entschieden, oder er ist abgelaufen. Einen neuen stellen."),
    NOT_APPROVED("HUB-PSN-045", "Dieser Antrag ist nicht genehmigt. Zuerst muss ihn jemand mit einer anderen Rolle genehmigen."),
    OVER("HUB-PSN-046", "Diese Genehmigung ist abgelaufen oder schon benutzt: Sie gilt einmal und 15 Minuten. Einen neuen Antrag "
            + "stellen."),
    NOT_REQUESTER("HUB-PSN-047", "Ansehen darf nur, wer beantragt hat. Diese Person bitten."),
    NO_SUCH_FIELD("HUB-PSN-048", "Ein Feld gehört nicht zu den Angaben zur Person. Felder aus docs/reference.md verwenden, die mit "
            + "person. beginnen."),
    DECISION_CHANGED("HUB-PSN-049", "Antrag oder Genehmigung wurden am Hub vorbei geändert; gezeigt wird nichts. "
            + "Datenschutz und IT verständigen und einen neuen Antrag stellen.");

    private final String code;
    private final String germanText;

    PseudonymProblem(String code, String germanText) {
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
