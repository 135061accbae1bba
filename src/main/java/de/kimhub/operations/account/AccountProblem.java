package de.kimhub.operations.account;

import de.kimhub.message.ProblemCode;

/** Why an account cannot be made or changed so. */
public enum AccountProblem implements ProblemCode {
    NAME("HUB-ACC-001", "Der Anmeldename passt nicht. 3 bis 64 Zeichen nehmen: Kleinbuchstaben a bis z, Ziffern, Punkt, "
            + "Bindestrich, Unterstrich oder @."),
    TAKEN("HUB-ACC-002", "Diesen Anmeldenamen gibt es schon. Einen anderen nehmen, oder mit hub user list nachsehen."),
    UNKNOWN("HUB-ACC-003", "Diesen Anmeldenamen gibt es nicht. Mit hub user list nachsehen."),
    NO_INSTANCE("HUB-ACC-004", "Diese Instanz gibt es nicht. Einen Namen aus dem Ordner instances/ angeben (ohne .yaml)."),
    WRONG_ROLE("HUB-ACC-005", "Diese Berechtigung passt nicht. Für eine Stelle gibt es dateien, meldungen und einwilligung; "
            + "mit --administrator keine davon; lenkungsgruppe und ki-koordination haben Konten ohne Stelle."),
    WEAK_PASSWORD("HUB-ACC-006", "Das neue Passwort ist nicht geeignet. 12 bis 200 Zeichen nehmen, nicht das bisherige, "
            + "und nicht den Anmeldenamen darin."),
    WRONG_PASSWORD("HUB-ACC-007", "Das bisherige Passwort stimmt nicht. Noch einmal eingeben."),
    DIFFERING("HUB-ACC-008", "Die beiden neuen Passwörter sind verschieden. Beide Male dasselbe eingeben.");

    private final String code;
    private final String germanText;

    AccountProblem(String code, String germanText) {
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
