package de.kimhub.sharing;

/** Why something is not passed on. Stored by name: never rename. */
public enum Reason {
    NO_RULE("keine Regel in sharing.yaml erlaubt es"),
    NOT_TAKEN("das Empfängersystem kann dieses Ereignis nicht aufnehmen"),
    NOT_ENROLLED("die Person nimmt nicht teil: kein offener Fall mit Einwilligung"),
    CONSENT_DOES_NOT_COVER("die Einwilligung nennt Absender, Empfänger, Zweck oder Art der Daten nicht"),
    CONSENT_EXPIRED("die Einwilligung ist abgelaufen oder gilt noch nicht"),
    CONSENT_WITHDRAWN("die Einwilligung wurde widerrufen"),
    DECEASED("die Person ist verstorben, und was auf ihrer Einwilligung beruht, endet damit"),
    NO_SECRECY_RELEASE("die Entbindung von der Schweigepflicht (§ 203 StGB) fehlt"),
    FIRST_CONTACT_MADE("der Empfänger hat kein Aktenzeichen der Person, und von ihr erfahren hat er schon"),
    UNKNOWN_TO_RECIPIENT("der Empfänger hat kein Aktenzeichen der Person"),
    TAKEN_BACK("der Absender hat es vor der Weitergabe zurückgenommen"),
    NOT_HELD("der Empfänger hat nichts, was zurückzunehmen wäre"),
    BLOCKED("eine gesetzliche Sperre steht entgegen"),
    SHADOW("Absender, Empfänger oder die Stelle mit der Einwilligung läuft im Schattenbetrieb"),
    TEST_APART("Testdaten und Angaben zu echten Personen bleiben getrennt: eine der beiden Stellen läuft im Testbetrieb, oder er"
            + " ist beendet"),
    BEFORE_START("es geschah vor dem Tag, ab dem diese Quelle etwas mitteilt (from)");

    private final String germanText;

    Reason(String germanText) {
        this.germanText = germanText;
    }

    /** Completes "nicht weitergegeben, weil ...". */
    public String germanText() {
        return germanText;
    }
}
