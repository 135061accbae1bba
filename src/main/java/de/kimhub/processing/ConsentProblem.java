package de.kimhub.processing;

import de.kimhub.message.ProblemCode;

/** Why a consent cannot be recorded, withdrawn or shown. */
public enum ConsentProblem implements ProblemCode {
    NO_NAME("HUB-CNS-001", "Es fehlt, wer die Einwilligung aufnimmt oder ansieht. Den eigenen Namen nennen, höchstens 80 "
            + "Zeichen; er steht im Protokoll."),
    NO_INSTANCE("HUB-CNS-002", "Diese Instanz gibt es nicht. Die Namen der Dateien unter instances/ ansehen."),
    NO_FILE("HUB-CNS-003", "Der Hub kennt diese Akte nicht. Das Aktenzeichen prüfen. Führt sie noch kein Werkzeug, für die "
            + "Einwilligung Nachnamen und Geburtsdatum mit angeben."),
    CASE_CLOSED("HUB-CNS-004", "Der Fall ist abgeschlossen; eine Einwilligung hätte keine Wirkung. Den Fall zuerst wieder "
            + "eröffnen."),
    MISSING("HUB-CNS-005", "Die Angabe fehlt. Sie steht auf dem Formular und gehört zum Nachweis der Einwilligung."),
    UNKNOWN_CODE("HUB-CNS-006", "Eine der Angaben steht nicht in der Schlüsseltabelle. Einen der genannten Schlüssel verwenden."),
    TOO_LONG("HUB-CNS-007", "Die Angabe ist zu lang. Kürzen."),
    NOT_YET("HUB-CNS-008", "Der Tag liegt in der Zukunft. Eine Einwilligung gilt ab dem Tag der Unterschrift; diesen nennen."),
    ENDS_BEFORE("HUB-CNS-009", "Die Einwilligung endet, bevor sie beginnt, oder ist schon abgelaufen. Beide Tage prüfen."),
    NOT_NAMED("HUB-CNS-010", "Von dieser Stelle ist ein Aktenzeichen angegeben, die Einwilligung nennt sie aber weder als "
            + "Quelle noch als Empfänger. Die Stelle in die Einwilligung aufnehmen oder das Aktenzeichen weglassen."),
    NUMBER_TAKEN("HUB-CNS-011", "Unter dieser Nummer ist schon eine Einwilligung aufgenommen. Eine andere Nummer verwenden; "
            + "eine geänderte Einwilligung zuerst widerrufen."),
    NOTHING_TO_WITHDRAW("HUB-CNS-012", "In dieser Akte gilt keine solche Einwilligung. Mit hub consent show nachsehen, welche "
            + "es gibt."),
    OWN_FILE("HUB-CNS-013", "Das ist die Stelle, die die Einwilligung aufnimmt. Ihr eigenes Aktenzeichen ist die Akte selbst; "
            + "hier nur Aktenzeichen anderer Stellen nennen."),
    TEST_FILE_UNKNOWN("HUB-CNS-014", "Die Stelle läuft im Testbetrieb, und der Hub kennt diese Akte nicht. Einwilligungen werden dort "
            + "nur in Akten aufgenommen, die mit gekennzeichneten Testdaten kamen. Diese zuerst liefern.");

    private final String code;
    private final String germanText;

    ConsentProblem(String code, String germanText) {
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
