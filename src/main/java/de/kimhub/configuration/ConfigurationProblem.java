package de.kimhub.configuration;

import de.kimhub.message.ProblemCode;

/** What can be wrong with a YAML file before anybody looks at what it means. */
enum ConfigurationProblem implements ProblemCode {
    UNREADABLE("HUB-CFG-001", "Die Datei kann nicht gelesen werden. Pfad und Leserechte prüfen."),
    NOT_UTF8("HUB-CFG-002", "Die Datei ist nicht in UTF-8 gespeichert. Mit der Zeichenkodierung UTF-8 neu speichern."),
    NOT_YAML("HUB-CFG-003", "Die Datei ist kein gültiges YAML. Einrückung, Doppelpunkte und Anführungszeichen prüfen."),
    EMPTY("HUB-CFG-004", "Die Datei ist leer. Inhalt nach der Beschreibung ergänzen oder die Datei entfernen."),
    DUPLICATE_KEY("HUB-CFG-005", "Ein Schlüssel steht zweimal im selben Abschnitt. Einen davon entfernen."),
    UNSUPPORTED("HUB-CFG-006", "Anker, Verweise, Typangaben (!) und zusammengesetzte Schlüssel sind nicht erlaubt. "
            + "Den Wert ausschreiben."),
    UNKNOWN_KEY("HUB-CFG-010", "Der Schlüssel ist hier nicht vorgesehen. Schreibweise prüfen oder entfernen."),
    MISSING_KEY("HUB-CFG-011", "Eine Pflichtangabe fehlt. Ergänzen."),
    WRONG_VALUE("HUB-CFG-012", "Der Wert ist hier nicht erlaubt. Einen der genannten Werte verwenden."),
    WRONG_SHAPE("HUB-CFG-013", "Hier wird etwas anderes erwartet (Wert, Liste oder Abschnitt). "
            + "Mit der Beschreibung vergleichen.");

    private final String code;
    private final String germanText;

    ConfigurationProblem(String code, String germanText) {
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
