package de.kimhub.kit;

import de.kimhub.message.ProblemCode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the kit can find in a connector folder. */
enum KitProblem implements ProblemCode {
    README("HUB-KIT-001", "Die README.md fehlt oder ist zu kurz. Auf Deutsch schreiben, welche Spalte was wird und "
            + "was in wessen Programm erscheint."),
    UNKNOWN_FILE("HUB-KIT-002", "Eine Datei liegt im Ordner, die niemand liest. Entfernen oder umbenennen."),
    PLACE_OR_SECRET("HUB-KIT-003", "Rechnername, Pfad oder Kennwort stehen im Konnektor. Sie gehören in die Instanz."),
    SCHEMA_LINE("HUB-KIT-004", "Die erste Zeile, mit der Editoren das Schema finden, fehlt. Die Zeile ergänzen, die die "
            + "Meldung nennt."),
    TOO_FEW_SAMPLES("HUB-KIT-005", "Es gibt zu wenige Beispiele. Ordner mit erfundenen Personen unter samples/ ergänzen."),
    SAMPLE_NOT_WHOLE("HUB-KIT-006", "Ein Beispiel ist unvollständig oder enthält Überflüssiges. Ergänzen oder entfernen, was "
            + "die Meldung nennt."),
    CAPABILITY("HUB-KIT-007", "Erklärte Fähigkeiten und Zuordnung passen nicht zusammen. Die Fähigkeit streichen oder "
            + "die Zuordnung ergänzen."),
    COLUMN("HUB-KIT-008", "Gelesene Spalten und Spalten der Beispiele passen nicht zusammen. Die Spalte lesen, "
            + "unter unusedColumns nennen oder das Beispiel berichtigen."),
    EVENT_WITHOUT_SAMPLE("HUB-KIT-009", "Zu einem Ereignis fehlt ein Beispiel. Ein Beispiel ergänzen, in dem das Ereignis "
            + "vorkommt."),
    EXPECTED_FILE("HUB-KIT-011", "Die Datei mit dem erwarteten Ergebnis ist nicht lesbar. Mit hub accept neu schreiben "
            + "lassen oder von Hand berichtigen."),
    SAMPLE_DIRECTION("HUB-KIT-012", "Das Beispiel gehört zu einer Richtung, die der Konnektor nicht hat. Das Beispiel "
            + "entfernen oder die Richtung im Konnektor erklären."),
    PROBLEMS_DIFFER("HUB-KIT-013", "Es wurde etwas anderes beanstandet als erwartet. Die Zuordnung berichtigen oder das "
            + "Erwartete mit hub accept übernehmen."),
    RECORDS_DIFFER("HUB-KIT-014", "Es wurden mehr oder weniger Datensätze angenommen als erwartet. Die Zuordnung "
            + "berichtigen oder das Erwartete mit hub accept übernehmen."),
    FIELDS_DIFFER("HUB-KIT-015", "Ein Datensatz wurde anders übersetzt als erwartet. Die Zuordnung berichtigen oder das "
            + "Erwartete mit hub accept übernehmen."),
    EVENT_FILE("HUB-KIT-016", "event.json nennt eine unbekannte Ereignisart, Meldungsart oder ein unbekanntes Feld. "
            + "Einen Namen aus docs/reference.md verwenden."),
    DELIVERY_DIFFERS("HUB-KIT-017", "Es wird etwas anderes ausgeliefert als erwartet. Die Zuordnung berichtigen oder das "
            + "Erwartete mit hub accept übernehmen."),
    UNDECIDED("HUB-KIT-018", "Im Entwurf ist noch etwas zu entscheiden (Markierung ENTSCHEIDEN). Entscheiden, was die "
            + "Meldung nennt, und die Markierung entfernen."),
    NOT_REPEATABLE("HUB-KIT-020", "Dieselbe Datei ergibt beim zweiten Mal etwas anderes. Bitte melden: Die Übersetzung "
            + "hängt von etwas anderem als der Datei ab."),
    ORDER_MATTERS("HUB-KIT-021", "Die Reihenfolge der Datensätze ändert ihre Übersetzung. Bitte melden: Ein Datensatz "
            + "darf nicht von seinen Nachbarn abhängen."),
    CUT("HUB-KIT-022", "Eine abgeschnittene Datei verliert Datensätze oder führt zu einem Fehler. Bitte melden, "
            + "mit dem Beispiel."),
    BROKEN_DOCUMENT("HUB-KIT-023", "Eine beschädigte Datei wird nicht sauber abgelehnt. Bitte melden, mit dem Beispiel."),
    DISCLOSED("HUB-KIT-024", "Angaben zur Person gelangen in eine Meldung oder ein Protokoll. Bitte sofort melden, "
            + "mit dem Beispiel, ohne die Angaben selbst."),
    DIRECTION_NOT_REFUSED("HUB-KIT-030", "Eine nicht erklärte Richtung wird nicht abgelehnt. Bitte melden: Der Konnektor nimmt "
            + "oder gibt etwas, das er nicht erklärt."),
    NOT_RENDERED("HUB-KIT-031", "Ein erklärtes Ereignis kann nicht ausgeliefert werden. Die Zuordnung deliver.yaml um "
            + "Schlüssel oder Spalten ergänzen."),
    EVENT_NOT_REFUSED("HUB-KIT-032", "Ein nicht erklärtes Ereignis wird ausgeliefert. Das Ereignis unter events erklären oder "
            + "die Regel streichen."),
    CHANGE_NOT_SHOWN("HUB-KIT-033", "Eine Korrektur oder Rücknahme ist von einem neuen Ereignis nicht zu unterscheiden. Die "
            + "Art (event.kind) und den Bezug (delivery.replaces) mit ausgeben."),
    OTHER_BYTES("HUB-KIT-034", "Dieselbe Lieferung sieht beim zweiten Mal anders aus. Bitte melden, mit dem Beispiel."),
    WIRE("HUB-KIT-035", "Auf dem Transportweg geht etwas verloren, kommt doppelt oder verändert an. Bitte "
            + "melden, mit dem Transportweg."),
    NOT_ISOLATED("HUB-KIT-040", "Fehler in anderen Ordnern wirken sich auf diesen Konnektor aus. Bitte melden, mit den "
            + "beiden Ordnern."),
    UNKNOWN_INSTANCE("HUB-KIT-041", "Eine Freigaberegel nennt eine Instanz, die es nicht gibt. Den Namen berichtigen oder "
            + "die Instanz anlegen."),
    KIT_FAILED("HUB-KIT-099", "Die Prüfung selbst ist gescheitert. Bitte melden.");

    private static final Pattern CODE = Pattern.compile("\\[(HUB-KIT-\\d{3})]");

    private final String code;
    private final String germanText;

    KitProblem(String code, String germanText) {
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

    /** As it ends a finding. */
    @Override
    public String toString() {
        return " [" + code + "]";
    }

    /** German texts by code for the findings of the kit. */
    static Map<String, String> meanings(Iterable<String> findings) {
        Map<String, String> meanings = new TreeMap<>();
        for (String finding : findings) {
            CODE.matcher(finding).results().map(MatchResult::group).forEach(found -> Arrays.stream(values())
                    .filter(problem -> found.equals("[" + problem.code + "]"))
                    .forEach(problem -> meanings.put(problem.code, problem.germanText)));
        }
        return meanings;
    }
}
