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
    COLUMN_TWICE("HUB-CSV-004", "Eine Spalte steht doppelt in der Kopfzeile. Im Export eine davon entfernen oder "
            + "umbenennen.", "X001"),
    COLUMN_MISSING("HUB-CSV-005", "Eine notwendige Spalte fehlt. Wurde sie umbenannt? Im Export ergänzen oder den Namen in "
            + "der Zuordnung berichtigen.", "X001"),
    OPTIONAL_COLUMN_MISSING("HUB-CSV-006", "Eine Spalte fehlt, die bisher gelesen wurde; die Datei wird ohne sie verarbeitet. Im "
            + "Export ergänzen oder aus der Zuordnung nehmen.", "X001"),
    COLUMN_NEW("HUB-CSV-007", "Eine Spalte ist neu und wird nicht gelesen. In der Zuordnung lesen oder unter "
            + "unusedColumns nennen.", "X001"),
    NO_RECORDS("HUB-CSV-008", "Die Datei enthält nur die Kopfzeile und keinen Datensatz. Den Export prüfen: Sollte er "
            + "leer sein, ist nichts zu tun.", "S999"),
    CHARSET_OVERRIDDEN("HUB-CSV-009", "Die Datei trägt eine UTF-8-Kennung (BOM) und wurde als UTF-8 gelesen, obwohl ein "
            + "anderer Zeichensatz vereinbart ist. Den vereinbarten Zeichensatz im Konnektor oder den "
            + "Export umstellen.", "S001"),
    NOT_JSON("HUB-JSON-001", "Die Datei ist kein JSON in der vereinbarten Form. Mit einem Beispiel des Konnektors "
            + "vergleichen und neu liefern.", "X000"),
    NOT_A_WORKBOOK("HUB-XLSX-001", "Die Datei ist keine lesbare Excel-Datei (.xlsx). Bitte in der Tabellenkalkulation "
            + "öffnen und neu speichern.", "X000"),
    OLD_WORKBOOK("HUB-XLSX-002", "Die Datei hat das alte Excel-Format .xls. Bitte als .xlsx speichern.", "X000"),
    WORKBOOK_LOCKED("HUB-XLSX-003", "Die Excel-Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern.",
            "X000"),
    WORKBOOK_TOO_LARGE("HUB-XLSX-004", "Die Excel-Datei ist größer als erlaubt. Bitte in Teilen oder als CSV liefern.",
            "X000"),
    SHEET_MISSING("HUB-XLSX-005", "Das vereinbarte Tabellenblatt fehlt in der Excel-Datei. Wurde es umbenannt?", "X001"),

    NOT_XML("HUB-XML-001", "Die Datei ist kein wohlgeformtes XML. Im Fachverfahren neu erzeugen und senden.", "X000"),
    DOCTYPE("HUB-XML-002", "Die Datei enthält eine Dokumenttyp-Deklaration (DOCTYPE). Sie wird nie gelesen, weil sie zum "
            + "Einschleusen fremder Inhalte dienen kann.", "X001"),
    UNKNOWN_ROOT("HUB-XML-003", "Das Wurzelelement der Datei ist keines der vereinbarten. Den Export mit einem Beispiel "
            + "des Konnektors vergleichen.", "X001"),
    RELEASE_NOT_SERVED("HUB-XML-004", "Diese Version des Standards (Namensraum) wird nicht gelesen.", "V000"),
    NO_COLLECTION("HUB-XML-005", "Das Element, in dem die Datensätze stehen, fehlt in der Datei. Den Export mit einem "
            + "Beispiel vergleichen oder collection im Konnektor berichtigen.", "X001"),
    DOCUMENT_CUT("HUB-XML-006", "Die Datei endet, bevor ihr Wurzelelement schließt. Wurde sie vollständig übertragen?",
            "X000"),

    // records that cannot be taken apart
    TOO_LONG("HUB-CSV-020", "Der Datensatz ist länger als erlaubt. Den Datensatz kürzen oder maxRecordLength im "
            + "Konnektor erhöhen.", "X000"),
    NUL_BYTE("HUB-CSV-021", "Der Datensatz enthält NUL-Bytes. Den Export neu erzeugen; die Datei ist beschädigt oder "
            + "in einem anderen Zeichensatz.", "X000"),
    BAD_CHARACTERS("HUB-CSV-022", "Der Datensatz enthält Bytes, die im vereinbarten Zeichensatz nicht vorkommen. Den "
            + "Export auf den vereinbarten Zeichensatz einstellen.",
            "S001"),
    UNCLOSED_QUOTE("HUB-CSV-023", "Ein Anführungszeichen wird nicht geschlossen. Den Text im Fachverfahren berichtigen "
            + "oder den Export auf verdoppelte Anführungszeichen einstellen.", "X000"),
    STRAY_QUOTE("HUB-CSV-024", "Nach einem schließenden Anführungszeichen steht noch Text. Anführungszeichen im Text "
            + "verdoppeln lassen.", "X000"),
    TOO_FEW_COLUMNS("HUB-CSV-025", "Der Datensatz hat weniger Spalten als die Kopfzeile. Auf Zeilenumbrüche oder fehlende "
            + "Trennzeichen im Datensatz prüfen.", "X001"),
    TOO_MANY_COLUMNS("HUB-CSV-026", "Der Datensatz hat mehr gefüllte Spalten als die Kopfzeile. Steht ein Trennzeichen "
            + "ungeschützt in einem Text? Den Text in Anführungszeichen setzen lassen.", "X001"),
    NOT_PARSED("HUB-CSV-027", "Der Datensatz ist nicht lesbar. Den Datensatz im Fachverfahren prüfen und neu liefern.", "X000"),
    JSON_RECORD("HUB-JSON-002", "Der Datensatz ist kein JSON-Objekt in der vereinbarten Form. Den Datensatz als Objekt "
            + "mit einfachen Werten liefern.", "X000"),
    XML_RECORD("HUB-XML-020", "Der Datensatz ist kein wohlgeformtes XML. Im Fachverfahren neu erzeugen und senden.", "X000"),
    UNKNOWN_RECORD("HUB-XML-021", "An dieser Stelle steht kein vereinbarter Datensatz. Nur vereinbarte Nachrichten senden "
            + "oder den Konnektor ergänzen.", "X001"),
    NOT_TRANSFORMED("HUB-XML-023", "Das Stylesheet des Konnektors kommt mit dem Datensatz nicht zurecht. Das Stylesheet in "
            + "transform/ berichtigen.", "S999"),
    NOT_VALID("HUB-XML-024", "Der Datensatz entspricht nicht dem Schema des Standards. Nach dem Schema seiner Fassung "
            + "berichtigen und neu senden.", "X001"),
    XML_LIMITS("HUB-XML-022", "Der Datensatz ist tiefer geschachtelt oder hat mehr Elemente als erlaubt. Kürzen oder "
            + "die Grenze im Konnektor prüfen.", "X001"),

    // records whose values the mapping cannot take
    KEY_MISSING("HUB-MAP-001", "Der Schlüssel des Datensatzes fehlt. Im Fachverfahren ergänzen und neu liefern.", "S030"),
    REQUIRED("HUB-MAP-002", "Eine Pflichtangabe fehlt. Im Fachverfahren ergänzen und neu liefern.", "S030"),
    UNKNOWN_CODE("HUB-MAP-003", "Der Wert steht nicht in der Schlüsseltabelle. Den Wert im Fachverfahren berichtigen "
            + "oder die Tabelle des Konnektors ergänzen.", "S011"),
    CODE_NOT_VALID("HUB-MAP-004", "Der Schlüssel ist zu diesem Datum nicht gültig. Den Schlüssel berichtigen oder seine "
            + "Gültigkeit in der Tabelle verlängern.", "S011"),
    NOT_A_DATE("HUB-MAP-005", "Das Datum ist nicht lesbar oder unmöglich. Im Fachverfahren berichtigen oder das Format "
            + "in der Zuordnung ergänzen.", "X001"),
    NOT_DIN_91379("HUB-MAP-006", "Der Text enthält Zeichen, die DIN 91379 an dieser Stelle nicht kennt (zum Beispiel „?“ "
            + "statt eines Buchstabens). Den Text in lateinischer Schrift eintragen oder den "
            + "Zeichensatz des Exports prüfen.", "X001"),
    VALUE_TOO_LONG("HUB-MAP-007", "Der Wert ist länger als erlaubt. Im Fachverfahren kürzen.", "X001"),
    NOT_A_NUMBER("HUB-MAP-008", "Der Wert ist keine Zahl in der erwarteten Form. Im Fachverfahren berichtigen.", "X001"),
    NOT_A_BOOLEAN("HUB-MAP-009", "Der Wert ist weder ein vereinbartes Ja noch ein vereinbartes Nein. Im Fachverfahren "
            + "berichtigen oder das Wort in der Zuordnung ergänzen.", "X001"),
    NOT_AN_AGS("HUB-MAP-010", "Der Wert ist kein Amtlicher Gemeindeschlüssel. Acht Ziffern eintragen.", "X001"),
    NOT_A_POSTAL_CODE("HUB-MAP-011", "Der Wert ist keine Postleitzahl. Fünf Ziffern eintragen.", "X001"),
    EVENT_WITHOUT_DATE("HUB-MAP-012", "Das Datum des Ereignisses fehlt. Im Fachverfahren ergänzen und neu liefern.", "S030"),
    NO_RULE("HUB-MAP-013", "Was der Datensatz bedeutet, ist nicht vereinbart: keine Ereignisregel trifft auf ihn "
            + "zu. Eine Ereignisregel ergänzen oder solche Zeilen unter noRecord erklären.",
            "S011"),
    MISALIGNED("HUB-MAP-014", "Zusammengehörende Listen haben verschieden viele Werte. Die Listen im Fachverfahren "
            + "vervollständigen.", "X001"),
    SEVERAL_VALUES("HUB-MAP-015", "Eine Angabe, die nur einmal vorkommen kann, steht mehrfach verschieden da. Einen der "
            + "Werte durch den Pfad wählen oder join angeben.", "X001"),
    PATH_MISSING("HUB-XML-030", "Ein Element, das der Datensatz haben muss, fehlt. Im Fachverfahren füllen oder seinen "
            + "Namensraum berichtigen.", "X001"),
    PATH_NEW("HUB-XML-031", "Der Datensatz hat ein Element oder Attribut, das nicht gelesen wird. In der Zuordnung "
            + "lesen oder unter unusedColumns nennen.", "X001"),

    // items that cannot be rendered for a recipient
    NOT_RENDERED_REQUIRED("HUB-MAP-050", "Das Ereignis hat eine Angabe nicht, die der Empfänger verlangt. Die Freigaberegel um "
            + "das Feld ergänzen oder die Spalte nicht verlangen.", "S030"),
    NOT_RENDERED_CODE("HUB-MAP-051", "Der Empfänger hat für einen Schlüssel keine Entsprechung. Die Schlüsseltabelle des "
            + "Empfängers ergänzen.", "S011"),
    NOT_RENDERED_LENGTH("HUB-MAP-052", "Eine Nummer ist länger, als der Empfänger sie aufnehmen kann. maxLength prüfen; eine "
            + "Nummer wird nie gekürzt.", "X001"),
    NOT_RENDERED_CHARACTER("HUB-MAP-053", "Ein Zeichen lässt sich im Zeichensatz des Empfängers nicht darstellen. Den Zeichensatz "
            + "des Empfängers auf UTF-8 stellen.",
            "S001"),
    NOT_RENDERED_TRANSFORM("HUB-MAP-055", "Das Stylesheet des Konnektors kommt mit dem Ereignis nicht zurecht. Das Stylesheet in "
            + "transform/ berichtigen.", "S999"),
    NOT_TAKEN("HUB-MAP-054", "Der Empfänger nimmt Ereignisse dieser Art nicht auf. In deliver.yaml unter events "
            + "aufnehmen, wenn er sie aufnehmen soll.", "V000"),

    // configuration
    CFG_MISSING("HUB-CFG-101", "Eine notwendige Angabe fehlt in der Zuordnung. Ergänzen, was die Meldung nennt."),
    CFG_UNKNOWN_KEY("HUB-CFG-102", "Die Zuordnung enthält ein unbekanntes Wort. Schreibweise mit docs/reference.md "
            + "vergleichen oder das Wort entfernen."),
    CFG_VALUE("HUB-CFG-103", "Ein Wert der Zuordnung ist nicht zulässig. Einen der Werte verwenden, die die Meldung "
            + "nennt."),
    CFG_UNKNOWN_FIELD("HUB-CFG-104", "Das kanonische Modell hat dieses Feld nicht. Einen Pfad aus docs/reference.md, "
            + "Abschnitt Canonical fields, verwenden."),
    CFG_UNKNOWN_EVENT("HUB-CFG-105", "Diese Ereignisart gibt es nicht. Eine Ereignisart aus docs/reference.md, Abschnitt "
            + "Event types, verwenden."),
    CFG_UNKNOWN_STEP("HUB-CFG-106", "Diesen benannten Schritt gibt es nicht. Einen Schritt aus docs/reference.md, Abschnitt "
            + "Named steps, verwenden."),
    CFG_STEP_KIND("HUB-CFG-107", "Der Schritt passt nicht zur Art des Feldes. Einen Schritt wählen, der Werte dieser Art "
            + "ergibt, oder ein anderes Feld."),
    CFG_UNKNOWN_LIST("HUB-CFG-108", "Diese Schlüsseltabelle gibt es nicht. Die Datei codelists/<name>.csv anlegen oder den "
            + "Namen berichtigen."),
    CFG_LIST_FORMAT("HUB-CFG-109", "Die Schlüsseltabelle hat nicht die vereinbarte Form. Kopfzeile und Trennzeichen mit "
            + "einer mitgelieferten Tabelle vergleichen."),
    CFG_LIST_CODE("HUB-CFG-110", "Die Schlüsseltabelle nennt einen Schlüssel, den die kanonische nicht hat. Einen "
            + "Schlüssel der kanonischen Tabelle eintragen."),
    CFG_LIST_UNUSED("HUB-CFG-111", "Keine Zuordnung benutzt diese Schlüsseltabelle. Bei einem Feld als codelist nennen oder "
            + "die Datei entfernen."),
    CFG_COLUMN_USE("HUB-CFG-112", "Eine Spalte ist als unbenutzt erklärt und wird doch gelesen. Aus unusedColumns "
            + "streichen oder nicht mehr lesen."),
    CFG_NO_CASE_NUMBER("HUB-CFG-113", "Die Zuordnung nennt kein Aktenzeichen (case.number). case.number unter fields ergänzen."),
    CFG_PATTERN("HUB-CFG-114", "Das Muster ist nicht zulässig. Das Muster nach dem Hinweis der Meldung berichtigen."),
    CFG_NO_EVENT_DATE("HUB-CFG-115", "Die Ereignisregel nennt kein Datum (event.occurredOn oder event.occurredAt). Eines von "
            + "beiden unter fields ergänzen."),
    CFG_XSLT("HUB-CFG-116", "Das Stylesheet des Konnektors ist nicht verwendbar. Die genannte Stelle in transform/ "
            + "berichtigen."),
    CFG_XSLT_UNUSED("HUB-CFG-117", "Keine Zuordnung benutzt dieses Stylesheet. Unter format.xslt nennen oder die Datei "
            + "entfernen."),
    CFG_SCHEMA("HUB-CFG-119", "Die XSD-Dateien unter config/schemas lassen sich nicht verwenden. Die offiziellen "
            + "Dateien vollständig hineinlegen oder den Ordner leeren."),
    CFG_XML_PATH("HUB-CFG-118", "Ein XML-Pfad oder Elementname ist nicht zulässig. Den Pfad nach "
            + "docs/connectors-mapping.md schreiben; Präfixe unter namespaces erklären.");

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
