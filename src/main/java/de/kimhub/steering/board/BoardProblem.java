package de.kimhub.steering.board;

import de.kimhub.message.ProblemCode;

/** Why there is no page. */
public enum BoardProblem implements ProblemCode {
    NO_PAGE("HUB-BRD-001", 404, "Diese Seite oder diese Veröffentlichung gibt es nicht. Über die Übersicht noch einmal suchen."),
    NO_ACCESS("HUB-BRD-002", 503, "Die Zahlen können nicht gelesen werden. Die IT prüft in der Datenbank die Rolle kimhub_steering "
            + "(docs/operations.md) und ruft danach select cube.grant_roles() auf."),
    NO_HURDLE("HUB-BRD-003", 404, "Diese Hürde gibt es nicht. In der Liste nachsehen."),
    CHANGED("HUB-BRD-004", 409, "Jemand anderes hat die Hürde inzwischen geändert. Die Seite neu laden und die Änderung noch einmal "
            + "eintragen; nichts wurde überschrieben.");

    private final String code;
    private final int status;
    private final String germanText;

    BoardProblem(String code, int status, String germanText) {
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
