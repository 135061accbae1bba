package de.kimhub.kit;

import de.kimhub.message.ProblemCode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the kit can find in a connector folder. */
enum KitProblem implements ProblemCode {
    README("HUB-KIT-001", "Die README.md fehlt oder ist zu kurz."),
    UNKNOWN_FILE("HUB-KIT-002", "Eine Datei liegt im Ordner, die niemand liest."),
    PLACE_OR_SECRET("HUB-KIT-003", "Rechnername, Pfad oder Kennwort stehen im Konnektor. Sie gehören in die Instanz."),
    SCHEMA_LINE("HUB-KIT-004", "Die erste Zeile, mit der Editoren das Schema finden, fehlt."),
    TOO_FEW_SAMPLES("HUB-KIT-005", "Es gibt zu wenige Beispiele."),
    SAMPLE_NOT_WHOLE("HUB-KIT-006", "Ein Beispiel ist unvollständig oder enthält Überflüssiges."),
    CAPABILITY("HUB-KIT-007", "Erklärte Fähigkeiten und Zuordnung passen nicht zusammen."),
    COLUMN("HUB-KIT-008", "Gelesene Spalten und Spalten der Beispiele passen nicht zusammen."),
    EVENT_WITHOUT_SAMPLE("HUB-KIT-009", "Zu einem Ereignis fehlt ein Beispiel."),
    EXPECTED_FILE("HUB-KIT-011", "Die Datei mit dem erwarteten Ergebnis ist nicht lesbar."),
    SAMPLE_DIRECTION("HUB-KIT-012", "Das Beispiel gehört zu einer Richtung, die der Konnektor nicht hat."),
    PROBLEMS_DIFFER("HUB-KIT-013", "Es wurde etwas anderes beanstandet als erwartet."),
    RECORDS_DIFFER("HUB-KIT-014", "Es wurden mehr oder weniger Datensätze angenommen als erwartet."),
    FIELDS_DIFFER("HUB-KIT-015", "Ein Datensatz wurde anders übersetzt als erwartet."),
    EVENT_FILE("HUB-KIT-016", "event.json nennt eine unbekannte Ereignisart, Meldungsart oder ein unbekanntes Feld."),
    DELIVERY_DIFFERS("HUB-KIT-017", "Es wird etwas anderes ausgeliefert als erwartet."),
    UNDECIDED("HUB-KIT-018", "Im Entwurf ist noch etwas zu entscheiden (Markierung ENTSCHEIDEN)."),
    NOT_REPEATABLE("HUB-KIT-020", "Dieselbe Datei ergibt beim zweiten Mal etwas anderes."),
    ORDER_MATTERS("HUB-KIT-021", "Die Reihenfolge der Datensätze ändert ihre Übersetzung."),
    CUT("HUB-KIT-022", "Eine abgeschnittene Datei verliert Datensätze oder führt zu einem Fehler."),
    BROKEN_DOCUMENT("HUB-KIT-023", "Eine beschädigte Datei wird nicht sauber abgelehnt."),
    DISCLOSED("HUB-KIT-024", "Angaben zur Person gelangen in eine Meldung oder ein Protokoll."),
    DIRECTION_NOT_REFUSED("HUB-KIT-030", "Eine nicht erklärte Richtung wird nicht abgelehnt."),
    NOT_RENDERED("HUB-KIT-031", "Ein erklärtes Ereignis kann nicht ausgeliefert werden."),
    EVENT_NOT_REFUSED("HUB-KIT-032", "Ein nicht erklärtes Ereignis wird ausgeliefert."),
    CHANGE_NOT_SHOWN("HUB-KIT-033", "Eine Korrektur oder Rücknahme ist von einem neuen Ereignis nicht zu unterscheiden."),
    OTHER_BYTES("HUB-KIT-034", "Dieselbe Lieferung sieht beim zweiten Mal anders aus."),
    WIRE("HUB-KIT-035", "Auf dem Transportweg geht etwas verloren, kommt doppelt oder verändert an."),
    NOT_ISOLATED("HUB-KIT-040", "Fehler in anderen Ordnern wirken sich auf diesen Konnektor aus."),
    UNKNOWN_INSTANCE("HUB-KIT-041", "Eine Freigaberegel nennt eine Instanz, die es nicht gibt."),
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
