package de.kimhub.privacy;

import de.kimhub.message.ProblemCode;

/** What can be wrong with the audit log. */
enum AuditProblem implements ProblemCode {

    CHANGED("HUB-AUD-001", "Der Eintrag ist nicht der, der geschrieben wurde. Den Vorfall der Datenschutzstelle melden und den "
            + "Eintrag mit dem einer Sicherung vergleichen."),
    MISSING("HUB-AUD-002", "Hier fehlen Einträge, die geschrieben wurden. Den Vorfall der Datenschutzstelle melden und die "
            + "Einträge in einer Sicherung suchen."),
    INSERTED("HUB-AUD-003", "Dieser Eintrag wurde nicht vom Hub geschrieben. Den Vorfall der Datenschutzstelle melden."),
    CHECKPOINT_INVALID("HUB-AUD-004", "Der Prüfpunkt ist nicht von diesem Hub unterschrieben. Den Vorfall der Datenschutzstelle "
            + "melden; wurde der Schlüsselordner ersetzt, den früheren zurückholen."),
    CHECKPOINT_MISSING("HUB-AUD-005", "Hier fehlen Prüfpunkte. Den Vorfall der Datenschutzstelle melden."),
    CHAIN_CUT("HUB-AUD-006", "Die Kette beginnt oder endet nicht da, wo sie soll. Den Vorfall der Datenschutzstelle melden; nach "
            + "dem Einspielen einer Sicherung ist das zu erwarten."),
    OTHER_CHECKPOINT("HUB-AUD-007", "Der notierte Prüfpunkt hat hier ein anderes Kennzeichen oder fehlt. Die Schreibweise prüfen; "
            + "sonst den Vorfall der Datenschutzstelle melden. Nach dem Einspielen einer älteren Sicherung ist das zu erwarten: "
            + "docs/operations.md sagt, was dann zu tun ist."),
    NOT_SIGNED("HUB-AUD-008", "Das Protokoll ist nicht mehr, was es am letzten Prüfpunkt war. Es wird nichts mehr unterschrieben "
            + "und nichts daraus gelöscht. Mit hub audit verify die Stelle suchen und den Vorfall der Datenschutzstelle melden."),
    NOTED_TOO_EARLY("HUB-AUD-009", "Der notierte Prüfpunkt ist älter als die Aufbewahrungsfrist und nicht mehr da. Einen "
            + "späteren verwenden.");

    private final String code;
    private final String germanText;

    AuditProblem(String code, String germanText) {
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
