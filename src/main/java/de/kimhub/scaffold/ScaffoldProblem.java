package de.kimhub.scaffold;

import de.kimhub.message.ProblemCode;

/** Why no draft can be written. */
public enum ScaffoldProblem implements ProblemCode {
    EXISTS("HUB-NEW-001", "Den Ordner oder die Datei gibt es schon; überschrieben wird nichts. Einen anderen Namen "
            + "wählen oder den Ordner zuerst entfernen."),
    BAD_NAME("HUB-NEW-002", "Der Name ist nicht zulässig. Kleinbuchstaben, Ziffern und Bindestriche verwenden."),
    NOT_READ("HUB-NEW-003", "Die Probe ist nicht lesbar. Eine Datei als CSV, XLSX, JSON oder XML angeben."),
    NO_ROWS("HUB-NEW-004", "Die Probe enthält keine Datensätze. Einen Export mit einigen Zeilen angeben."),
    NO_TRANSPORT("HUB-NEW-005", "Diesen Übertragungsweg gibt es nicht. Einen Namen aus routes/transports verwenden."),
    NO_CONNECTOR("HUB-NEW-006", "Diesen Konnektor gibt es nicht. Den Namen eines Ordners in connectors/ verwenden.");

    private final String code;
    private final String germanText;

    ScaffoldProblem(String code, String germanText) {
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
