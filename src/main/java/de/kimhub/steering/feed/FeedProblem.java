package de.kimhub.steering.feed;

import de.kimhub.message.ProblemCode;

/** Why there is no feed in answer. */
public enum FeedProblem implements ProblemCode {
    NO_RELEASE("HUB-FEED-001", 404, "Diese Veröffentlichung gibt es nicht. Mit /feeds/v1/releases.json nachsehen, oder latest nehmen."),
    NO_TABLE("HUB-FEED-002", 404, "Diese Tabelle oder dieses Format gibt es nicht. Was es gibt, steht in datapackage.json der "
            + "Veröffentlichung."),
    NONE_YET("HUB-FEED-003", 404, "Es ist noch nichts veröffentlicht. Nach dem ersten Stichtag noch einmal abrufen."),
    NO_TOKEN("HUB-FEED-004", 401, "Für Feeds braucht es ein Zugriffstoken: als Bearer-Token, oder als Passwort bei der einfachen Anmeldung "
            + "(Basic). Die IT legt es mit hub steering token add an."),
    TOO_OFTEN("HUB-FEED-005", 429, "Zu viele Abrufe. In einer Minute noch einmal; eine Veröffentlichung ändert sich nicht, einmal "
            + "abrufen genügt."),
    NAME("HUB-FEED-006", 400, "Der Name passt nicht. 2 bis 61 Zeichen nehmen: Kleinbuchstaben a bis z, Ziffern, Punkt oder Bindestrich."),
    TAKEN("HUB-FEED-007", 409, "Diesen Namen gibt es schon. Einen anderen nehmen, oder das alte Token vorher mit remove löschen."),
    UNKNOWN("HUB-FEED-008", 404, "Ein Token dieses Namens gibt es nicht. Mit hub steering token list nachsehen.");

    private final String code;
    private final int status;
    private final String germanText;

    FeedProblem(String code, int status, String germanText) {
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
