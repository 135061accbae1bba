package de.kimhub.linkage.review;

import de.kimhub.message.ProblemCode;

/** Why something cannot be done with a pair that waits for a person. */
public enum ReviewProblem implements ProblemCode {
    NO_REVIEWER("HUB-LNK-001", "Dieser Name steht nicht unter den Prüfenden. In hub.yaml unter review: reviewers: eintragen, "
            + "mit dem Tag der schriftlichen Verpflichtung, und den Hub neu starten."),
    NO_PAIR("HUB-LNK-002", "Dieses Paar gibt es nicht. hub review zeigt die Nummern der offenen Paare."),
    DONE("HUB-LNK-003", "Dieses Paar ist schon entschieden oder hat sich erledigt. Mit hub review undo kann eine "
            + "Entscheidung zurückgenommen werden."),
    TAKEN("HUB-LNK-004", "Dieses Paar prüft gerade jemand anderes. Ein anderes nehmen oder warten, bis es frei wird."),
    NOT_TAKEN("HUB-LNK-005", "Wer entscheidet, muss das Paar in den letzten 30 Minuten angesehen haben. Zuerst hub "
            + "review show aufrufen."),
    VOTED("HUB-LNK-006", "Zu diesem Paar liegt von derselben Person schon eine Meinung vor. Eine zweite Meinung muss von "
            + "jemand anderem kommen."),
    WRONG_REASON("HUB-LNK-007", "Der Grund passt nicht zur Entscheidung. Einen der Gründe verwenden, die hub review show "
            + "nennt."),
    NOTHING_KEPT("HUB-LNK-008", "Zu einer der Akten sind keine Angaben zur Person gespeichert. Die Nummern prüfen; ist "
            + "die Akte gelöscht, ist nichts mehr zu entscheiden."),
    CONTRADICTS("HUB-LNK-009", "Die Entscheidung widerspricht anderen, die gelten. Zuerst die anderen ansehen und, wo "
            + "nötig, zurücknehmen."),
    NOT_DECIDED("HUB-LNK-010", "Zu diesem Paar gilt keine Entscheidung, die zurückgenommen werden kann. Die Nummer "
            + "prüfen."),
    NOT_THE_LAST("HUB-LNK-011", "Seit dieser Entscheidung wurden dieselben Akten noch einmal verbunden oder getrennt. "
            + "Zuerst das Spätere zurücknehmen."),
    WRONG_DAY("HUB-LNK-012", "Der Tag liegt nicht in der Zukunft oder mehr als ein Jahr voraus. Einen anderen Tag nennen."),
    NOT_A_SOURCE("HUB-LNK-013", "Von dieser Instanz ist keine der beiden Akten. Eine der beiden Quellen des Paares nennen."),
    CHANGED("HUB-LNK-014", "Das Paar hat sich inzwischen geändert; nichts wurde gespeichert. Noch einmal mit hub review "
            + "show ansehen."),
    NOT_COMPARED("HUB-LNK-015", "Diese beiden Akten vergleicht der Hub nicht: Eine ist ihm nicht bekannt, oder nichts verbindet "
            + "sie. Die Nummern prüfen; verglichen wird nur, was eine Quelle oder eine Einwilligung zusammenbringt."),
    NOT_JOINED("HUB-LNK-016", "Diese Akte ist mit keiner anderen verbunden, oder der Hub kennt sie nicht. Die Nummer prüfen."),
    NO_EVENT("HUB-LNK-017", "Diesen Vorgang gibt es nicht. Die Nummer nehmen, die beim Entscheiden oder Trennen als Vorgang "
            + "genannt wurde."),
    UNDONE("HUB-LNK-018", "Dieser Vorgang ist schon zurückgenommen, oder er nimmt selbst einen anderen zurück. Wo nötig, "
            + "die Akten mit hub link part trennen oder das Paar mit hub review entscheiden."),
    WANTS_TWO("HUB-LNK-019", "Dadurch würden zwei Personen eine, die beide eingewilligt haben, obwohl ihre Angaben sich "
            + "widersprechen. Zuerst berichtigt die Quelle ihre Angaben; dann entscheiden zwei Prüfende mit hub review."),
    NOTHING_LINKED("HUB-LNK-020", "Durch diesen Vorgang wurde nichts verbunden oder getrennt: Ein Paar musste nicht mehr "
            + "geprüft werden. Es gibt nichts zurückzunehmen."),
    LOOK_AGAIN("HUB-LNK-021", "Die Angaben zu diesem Paar haben sich geändert, seit es gezeigt wurde; nichts wurde "
            + "gespeichert. Noch einmal mit hub review show ansehen und dann entscheiden."),
    NOT_DIFFERING("HUB-LNK-022", "Getrennt lassen und eine Stelle fragen geht erst, wenn sich die Prüfenden nicht einig sind "
            + "und die Frist für eine dritte Meinung vorbei ist. Mit hub review decide entscheiden, oder mit hub review ask "
            + "erst fragen."),
    WOULD_PART("HUB-LNK-023", "Beide Akten gehören zu einer Person: Getrennt lassen würde sie trennen, und das darf eine Person "
            + "allein nicht, wo sich die Prüfenden nicht einig sind. Mit hub review decide entscheiden, oder mit hub review ask "
            + "erst fragen."),
    BUSY("HUB-LNK-024", "Der Hub verarbeitet gerade Daten zu denselben Akten; nichts wurde gespeichert. In einer Minute noch "
            + "einmal versuchen.");

    private final String code;
    private final String germanText;

    ReviewProblem(String code, String germanText) {
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
