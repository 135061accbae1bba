package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.Resident;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The course administration of a language school, exported as CSV. */
final class LanguageSchoolTool implements DemoTool {

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final CsvExport FORMAT = new CsvExport(List.of("Vorgangsnummer", "Teilnehmernummer", "Datum",
            "Vorgang", "Status", "Nachname", "Vorname", "Geburtsdatum", "Geschlecht", "Staatsangehörigkeit",
            "Kursart", "Träger", "Kursbeginn", "Kursende", "Ergebnis", "Niveau", "Fehltage entschuldigt",
            "Fehltage unentschuldigt", "Ansprechperson", "Telefon"), StandardCharsets.UTF_8);

    private final Path exports;
    private final List<Map<String, String>> rows = new ArrayList<>();

    LanguageSchoolTool(Path exports) {
        this.exports = exports;
    }

    @Override
    public void enter(Happening happening) {
        Resident who = happening.who();
        Map<String, String> row = new HashMap<>();
        row.put("Vorgangsnummer", "K-" + happening.number());
        row.put("Teilnehmernummer", Office.LANGUAGE_SCHOOL.fileNumber(who));
        row.put("Datum", GERMAN.format(happening.on()));
        row.put("Vorgang", entry(happening));
        row.put("Nachname", who.family() == null ? "" : who.family());
        row.put("Vorname", who.given());
        row.put("Geburtsdatum", who.birthYearOnly() ? Integer.toString(who.birth().getYear())
                : GERMAN.format(who.birth()));
        row.put("Geschlecht", who.sex());
        row.put("Staatsangehörigkeit", who.nationality().officialText());
        row.put("Kursart", happening.detail(Detail.COURSE));
        row.put("Träger", "Volkshochschule Herford (synthetisch)");
        row.put("Kursbeginn", german(happening.detail(Detail.STARTS_ON)));
        row.put("Kursende", german(happening.detail(Detail.ENDS_ON)));
        row.put("Ergebnis", happening.detail(Detail.RESULT));
        row.put("Niveau", happening.detail(Detail.LEVEL));
        row.put("Ansprechperson", "Kursverwaltung");
        row.put("Telefon", "05221 000051");
        rows.add(row);
    }

    @Override
    public HandedOver handOver(LocalDate month) {
        if (rows.isEmpty()) {
            return HandedOver.NOTHING;
        }
        FORMAT.write(exports, "kurse-" + month.toString().substring(0, 7) + ".csv", rows.stream());
        HandedOver handedOver = new HandedOver(rows.size(), 0);
        rows.clear();
        return handedOver;
    }

    private static String entry(Happening happening) {
        return switch (happening.kind()) {
            case COURSE_STARTED -> "Kursbeginn";
            case COURSE_COMPLETED -> "Kursabschluss";
            case COURSE_ABORTED -> "Abbruch";
            case TEST_RESULT -> "Testergebnis";
            default -> throw new IllegalArgumentException("A language school does not enter " + happening.kind());
        };
    }

    private static String german(String date) {
        return date.isEmpty() ? "" : GERMAN.format(LocalDate.parse(date));
    }
}
