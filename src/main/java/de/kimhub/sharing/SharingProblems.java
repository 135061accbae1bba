package de.kimhub.sharing;

import de.kimhub.message.ProblemCode;

/** What can be wrong in {@code sharing.yaml}. */
enum SharingProblems implements ProblemCode {

    INCOMPLETE("HUB-SHR-001", "In der Regel fehlt eine Pflichtangabe. In der Regel ergänzen, was die Meldung nennt."),
    UNKNOWN_EVENT("HUB-SHR-002", "Die Regel nennt eine Ereignisart, die es nicht gibt. Eine Ereignisart aus "
            + "docs/reference.md verwenden."),
    UNKNOWN_FIELD("HUB-SHR-003", "Die Regel nennt ein Feld, das es nicht gibt. Einen Pfad aus docs/reference.md verwenden."),
    NEVER_SHARED("HUB-SHR-004", "Dieses Feld wird nie weitergegeben, gleich was die Konfiguration sagt. Aus fields der "
            + "Regel streichen."),
    DOUBLE_ID("HUB-SHR-005", "Zwei Regeln haben denselben Namen. Einer einen anderen Namen geben."),
    HARD_BLOCK("HUB-SHR-006", "Diese Weitergabe ist gesetzlich ausgeschlossen und durch keine Regel zu öffnen. Die "
            + "Regel entfernen."),
    BAD_VALUE("HUB-SHR-007", "Die Angabe hat keine erlaubte Form. Einen der Werte verwenden, die die Meldung nennt."),
    TITLE_TOO_FINE("HUB-SHR-008", "Den genauen Aufenthaltstitel bekommen nur Ausländerbehörde, BAMF und "
            + "Einbürgerungsbehörde. Für andere residence.titleCoarse nennen."),
    NO_APPROVAL("HUB-SHR-009", "Sozialdaten dürfen nur mit Genehmigung der obersten Behörde für Statistik genutzt werden (§ 75 "
            + "SGB X). In der Regel unter approval Aktenzeichen und Datum der Genehmigung eintragen, oder die Regel entfernen."),
    NOT_OF_MEASURE("HUB-SHR-010", "Die Regel nennt eine Ereignisart, aus der diese Kennzahl nicht gezählt wird. Die "
            + "Ereignisarten je Kennzahl stehen in docs/steering.md.");

    private final String code;
    private final String germanText;

    SharingProblems(String code, String germanText) {
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
