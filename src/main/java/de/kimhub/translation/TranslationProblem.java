package de.kimhub.translation;

import de.kimhub.message.ProblemCode;

/** What can be wrong with a document, a record, a mapping or a code list. Codes are stable and documented. */
public enum TranslationProblem implements ProblemCode {

    // documents
    EMPTY_DOCUMENT("HUB-CSV-001", "Die Datei ist leer. Bitte den Export erneut erzeugen und senden.", "S030"),
    WRONG_CHARSET("HUB-CSV-002", "Der Zeichensatz der Datei ist ein anderer als vereinbart. Bitte den Export auf den "
            + "vereinbarten Zeichensatz einstellen.", "S001"),
    HEADER_UNREADABLE("HUB-CSV-003", "Die Kopfzeile ist nicht lesbar. Erwartet wird eine Zeile mit den Spaltennamen.",
            "X000"),
    COLUMN_TWICE("HUB-CSV-004", "Eine Spalte steht doppelt in der Kopfzeile.", "X001"),
    COLUMN_MISSING("HUB-CSV-005", "Eine notwendige Spalte fehlt. Wurde sie umbenannt?", "X001"),
    OPTIONAL_COLUMN_MISSING("HUB-CSV-006", "Eine Spalte fehlt, die bisher gelesen wurde; die Datei wird ohne sie "
            + "verarbeitet.", "X001"),
    COLUMN_NEW("HUB-CSV-007", "Eine Spalte ist neu und wird nicht gelesen.", "X001"),
    NO_RECORDS("HUB-CSV-008", "Die Datei enthält nur die Kopfzeile und keinen Datensatz.", "S999"),
    CHARSET_OVERRIDDEN("HUB-CSV-009", "Die Datei trägt eine UTF-8-Kennung (BOM) und wurde als UTF-8 gelesen, obwohl ein "
            + "anderer Zeichensatz vereinbart ist.", "S001"),
    NOT_JSON("HUB-JSON-001", "Die Datei ist kein JSON in der vereinbarten Form.", "X000"),
    NOT_A_WORKBOOK("HUB-XLSX-001", "Die Datei ist keine lesbare Excel-Datei (.xlsx). Bitte in der Tabellenkalkulation "
            + "öffnen und neu speichern.", "X000"),
    OLD_WORKBOOK("HUB-XLSX-002", "Die Datei hat das alte Excel-Format .xls. Bitte als .xlsx speichern.", "X000"),
    WORKBOOK_LOCKED("HUB-XLSX-003", "Die Excel-Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern.",
            "X000"),
    WORKBOOK_TOO_LARGE("HUB-XLSX-004", "Die Excel-Datei ist größer als erlaubt. Bitte in Teilen oder als CSV liefern.",
            "X000"),
    SHEET_MISSING("HUB-XLSX-005", "Das vereinbarte Tabellenblatt fehlt in der Excel-Datei. Wurde es umbenannt?", "X001"),

    NOT_XML("HUB-XML-001", "Die Datei ist kein wohlgeformtes XML.", "X000"),
    DOCTYPE("HUB-XML-002", "Die Datei enthält eine Dokumenttyp-Deklaration (DOCTYPE). Sie wird nie gelesen, weil sie zum "
            + "Einschleusen fremder Inhalte dienen kann.", "X001"),
    UNKNOWN_ROOT("HUB-XML-003", "Das Wurzelelement der Datei ist keines der vereinbarten.", "X001"),
    RELEASE_NOT_SERVED("HUB-XML-004", "Diese Version des Standards (Namensraum) wird nicht gelesen.", "V000"),
    NO_COLLECTION("HUB-XML-005", "Das Element, in dem die Datensätze stehen, fehlt in der Datei.", "X001"),
    DOCUMENT_CUT("HUB-XML-006", "Die Datei endet, bevor ihr Wurzelelement schließt. Wurde sie vollständig übertragen?",
            "X000"),

    // records that cannot be taken apart
    TOO_LONG("HUB-CSV-020", "Der Datensatz ist länger als erlaubt.", "X000"),
    NUL_BYTE("HUB-CSV-021", "Der Datensatz enthält NUL-Bytes.", "X000"),
    BAD_CHARACTERS("HUB-CSV-022", "Der Datensatz enthält Bytes, die im vereinbarten Zeichensatz nicht vorkommen.",
            "S001"),
    UNCLOSED_QUOTE("HUB-CSV-023", "Ein Anführungszeichen wird nicht geschlossen.", "X000"),
    STRAY_QUOTE("HUB-CSV-024", "Nach einem schließenden Anführungszeichen steht noch Text.", "X000"),
    TOO_FEW_COLUMNS("HUB-CSV-025", "Der Datensatz hat weniger Spalten als die Kopfzeile.", "X001"),
    TOO_MANY_COLUMNS("HUB-CSV-026", "Der Datensatz hat mehr gefüllte Spalten als die Kopfzeile. Steht ein "
            + "Trennzeichen ungeschützt in einem Text?", "X001"),
    NOT_PARSED("HUB-CSV-027", "Der Datensatz ist nicht lesbar.", "X000"),
    JSON_RECORD("HUB-JSON-002", "Der Datensatz ist kein JSON-Objekt in der vereinbarten Form.", "X000"),
    XML_RECORD("HUB-XML-020", "Der Datensatz ist kein wohlgeformtes XML.", "X000"),
    UNKNOWN_RECORD("HUB-XML-021", "An dieser Stelle steht kein vereinbarter Datensatz.", "X001"),
    NOT_TRANSFORMED("HUB-XML-023", "Das Stylesheet des Konnektors kommt mit dem Datensatz nicht zurecht.", "S999"),
    NOT_VALID("HUB-XML-024", "Der Datensatz entspricht nicht dem Schema des Standards.", "X001"),
    XML_LIMITS("HUB-XML-022", "Der Datensatz ist tiefer geschachtelt oder hat mehr Elemente als erlaubt.", "X001"),

    // records whose values the mapping cannot take
    KEY_MISSING("HUB-MAP-001", "Der Schlüssel des Datensatzes fehlt.", "S030"),
    REQUIRED("HUB-MAP-002", "Eine Pflichtangabe fehlt.", "S030"),
    UNKNOWN_CODE("HUB-MAP-003", "Der Wert steht nicht in der Schlüsseltabelle.", "S011"),
    CODE_NOT_VALID("HUB-MAP-004", "Der Schlüssel ist zu diesem Datum nicht gültig.", "S011"),
    NOT_A_DATE("HUB-MAP-005", "Das Datum ist nicht lesbar oder unmöglich.", "X001"),
    NOT_DIN_91379("HUB-MAP-006", "Der Text enthält Zeichen, die DIN 91379 an dieser Stelle nicht kennt "
            + "(zum Beispiel „?“ statt eines Buchstabens).", "X001"),
    VALUE_TOO_LONG("HUB-MAP-007", "Der Wert ist länger als erlaubt.", "X001"),
    NOT_A_NUMBER("HUB-MAP-008", "Der Wert ist keine Zahl in der erwarteten Form.", "X001"),
    NOT_A_BOOLEAN("HUB-MAP-009", "Der Wert ist weder ein vereinbartes Ja noch ein vereinbartes Nein.", "X001"),
    NOT_AN_AGS("HUB-MAP-010", "Der Wert ist kein Amtlicher Gemeindeschlüssel.", "X001"),
    NOT_A_POSTAL_CODE("HUB-MAP-011", "Der Wert ist keine Postleitzahl.", "X001"),
    EVENT_WITHOUT_DATE("HUB-MAP-012", "Das Datum des Ereignisses fehlt.", "S030"),
    NO_RULE("HUB-MAP-013", "Was der Datensatz bedeutet, ist nicht vereinbart: keine Ereignisregel trifft auf ihn zu.",
            "S011"),
    MISALIGNED("HUB-MAP-014", "Zusammengehörende Listen haben verschieden viele Werte.", "X001"),
    SEVERAL_VALUES("HUB-MAP-015", "Eine Angabe, die nur einmal vorkommen kann, steht mehrfach verschieden da.", "X001"),
    PATH_MISSING("HUB-XML-030", "Ein Element, das der Datensatz haben muss, fehlt.", "X001"),
    PATH_NEW("HUB-XML-031", "Der Datensatz hat ein Element oder Attribut, das nicht gelesen wird.", "X001"),

    // items that cannot be rendered for a recipient
    NOT_RENDERED_REQUIRED("HUB-MAP-050", "Das Ereignis hat eine Angabe nicht, die der Empfänger verlangt.", "S030"),
    NOT_RENDERED_CODE("HUB-MAP-051", "Der Empfänger hat für einen Schlüssel keine Entsprechung.", "S011"),
    NOT_RENDERED_LENGTH("HUB-MAP-052", "Eine Nummer ist länger, als der Empfänger sie aufnehmen kann.", "X001"),
    NOT_RENDERED_CHARACTER("HUB-MAP-053", "Ein Zeichen lässt sich im Zeichensatz des Empfängers nicht darstellen.",
            "S001"),
    NOT_RENDERED_TRANSFORM("HUB-MAP-055", "Das Stylesheet des Konnektors kommt mit dem Ereignis nicht zurecht.", "S999"),
    NOT_TAKEN("HUB-MAP-054", "Der Empfänger nimmt Ereignisse dieser Art nicht auf.", "V000"),

    // configuration
    CFG_MISSING("HUB-CFG-101", "Eine notwendige Angabe fehlt in der Zuordnung."),
    CFG_UNKNOWN_KEY("HUB-CFG-102", "Die Zuordnung enthält ein unbekanntes Wort."),
    CFG_VALUE("HUB-CFG-103", "Ein Wert der Zuordnung ist nicht zulässig."),
    CFG_UNKNOWN_FIELD("HUB-CFG-104", "Das kanonische Modell hat dieses Feld nicht."),
    CFG_UNKNOWN_EVENT("HUB-CFG-105", "Diese Ereignisart gibt es nicht."),
    CFG_UNKNOWN_STEP("HUB-CFG-106", "Diesen benannten Schritt gibt es nicht."),
    CFG_STEP_KIND("HUB-CFG-107", "Der Schritt passt nicht zur Art des Feldes."),
    CFG_UNKNOWN_LIST("HUB-CFG-108", "Diese Schlüsseltabelle gibt es nicht."),
    CFG_LIST_FORMAT("HUB-CFG-109", "Die Schlüsseltabelle hat nicht die vereinbarte Form."),
    CFG_LIST_CODE("HUB-CFG-110", "Die Schlüsseltabelle nennt einen Schlüssel, den die kanonische nicht hat."),
    CFG_LIST_UNUSED("HUB-CFG-111", "Keine Zuordnung benutzt diese Schlüsseltabelle."),
    CFG_COLUMN_USE("HUB-CFG-112", "Eine Spalte ist als unbenutzt erklärt und wird doch gelesen."),
    CFG_NO_CASE_NUMBER("HUB-CFG-113", "Die Zuordnung nennt kein Aktenzeichen (case.number)."),
    CFG_PATTERN("HUB-CFG-114", "Das Muster ist nicht zulässig."),
    CFG_NO_EVENT_DATE("HUB-CFG-115", "Die Ereignisregel nennt kein Datum (event.occurredOn oder event.occurredAt)."),
    CFG_XSLT("HUB-CFG-116", "Das Stylesheet des Konnektors ist nicht verwendbar."),
    CFG_XSLT_UNUSED("HUB-CFG-117", "Keine Zuordnung benutzt dieses Stylesheet."),
    CFG_SCHEMA("HUB-CFG-119", "Die XSD-Dateien unter config/schemas lassen sich nicht verwenden."),
    CFG_XML_PATH("HUB-CFG-118", "Ein XML-Pfad oder Elementname ist nicht zulässig.");

    private final String code;
    private final String germanText;
    private final String xinneresCode;

    TranslationProblem(String code, String germanText) {
        this(code, germanText, "S999");
    }

    TranslationProblem(String code, String germanText, String xinneresCode) {
        this.code = code;
        this.germanText = germanText;
        this.xinneresCode = xinneresCode;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String germanText() {
        return germanText;
    }

    @Override
    public boolean isDrift() {
        return this == UNKNOWN_CODE || this == CODE_NOT_VALID;
    }

    @Override
    public String xinneresCode() {
        return xinneresCode;
    }
}
