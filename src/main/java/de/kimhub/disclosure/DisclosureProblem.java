package de.kimhub.disclosure;

import de.kimhub.message.ProblemCode;

/** What may be wrong with what is to be published, with its proof, or with the tables that describe it. */
public enum DisclosureProblem implements ProblemCode {
    SMALL_SHOWN("HUB-SDC-001", "Eine Zahl unter der Mindestzahl wird gezeigt. Die Zelle verbergen, zum Beispiel mit hub "
            + "steering protect."),
    SHOWN_BEFORE("HUB-SDC-002", "Eine Zelle gilt als verborgen, die eine frühere Veröffentlichung zeigt. Sie bleibt bekannt und "
            + "schützt nichts; andere Zellen verbergen."),
    HIDDEN_BEFORE("HUB-SDC-003", "Eine Zelle wird gezeigt, die eine frühere Veröffentlichung verbirgt. Sie weiter verbergen."),
    NO_WITNESS("HUB-SDC-004", "Für eine verborgene Zelle fehlt der Beweis, dass sie nicht zu erschließen ist. Die Tabelle, in der "
            + "sie steht, für diesen Zeitraum nicht veröffentlichen."),
    NEGATIVE("HUB-SDC-005", "Ein Beweis enthält eine negative Zahl. Die Veröffentlichung neu erzeugen."),
    SHOWN_NOT_MET("HUB-SDC-006", "Ein Beweis passt nicht zu einer gezeigten Zahl. Die Veröffentlichung neu erzeugen."),
    KNOWN_NOT_MET("HUB-SDC-007", "Ein Beweis ändert, was eine beteiligte Stelle selbst weiß. Die Veröffentlichung neu erzeugen."),
    SIDE_NOT_MET("HUB-SDC-008", "Ein Beweis zeigt die Zelle nicht groß oder nicht klein genug. Die Veröffentlichung neu erzeugen."),
    NOT_THE_SUM("HUB-SDC-009", "Der Wert einer Zelle ist nicht die Summe ihrer Gruppen. Die Tabellen neu ausgeben."),
    WITNESS_UNKNOWN("HUB-SDC-010", "Ein Beweis nennt eine Zelle oder eine Stelle, die es hier nicht gibt. Die Veröffentlichung neu "
            + "erzeugen."),
    GIVEN_AWAY("HUB-SDC-011", "Eine verborgene Zelle ist aus dem, was gezeigt wird, zu eng zu erschließen. Mehr verbergen, zum "
            + "Beispiel mit hub steering protect."),
    FILE_UNREADABLE("HUB-SDC-020", "Die Tabelle ist nicht lesbar. Eine CSV-Datei in UTF-8 mit Kopfzeile und Komma angeben."),
    COLUMN_MISSING("HUB-SDC-021", "Eine Spalte fehlt. Die Kopfzeile ergänzen; docs/disclosure-control.md nennt die Spalten."),
    NOT_A_NUMBER("HUB-SDC-022", "Hier wird eine ganze Zahl ab 0 erwartet. Die Zeile berichtigen."),
    NOT_A_FLAG("HUB-SDC-023", "Hier wird 0 oder 1 erwartet. Die Zeile berichtigen."),
    TWICE("HUB-SDC-024", "Diese Nummer kommt zweimal vor. Jede Gruppe und jede Zelle einmal nennen."),
    GROUP_UNKNOWN("HUB-SDC-025", "Die Zelle nennt eine Gruppe, die es in der Tabelle der Gruppen nicht gibt. Eine der beiden "
            + "Tabellen berichtigen."),
    ROW_LENGTH("HUB-SDC-026", "Die Zeile hat nicht so viele Felder wie die Kopfzeile. Die Zeile berichtigen; Werte mit Komma in "
            + "Anführungszeichen setzen."),
    INSIDER_UNKNOWN("HUB-SDC-027", "Diese Spalte oder diesen Wert gibt es in den Tabellen nicht. --insider SPALTE=WERT mit der "
            + "Kopfzeile und den Zeilen vergleichen."),
    MEMBERS_UNCLEAR("HUB-SDC-028", "Aus der Bezeichnung der Gruppe geht nicht hervor, welcher Teil zu welcher Spalte gehört. Die "
            + "Spalte auch in der Tabelle der Gruppen führen.");

    private final String code;
    private final String germanText;

    DisclosureProblem(String code, String germanText) {
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
