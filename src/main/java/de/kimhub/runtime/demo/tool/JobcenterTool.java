package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.Resident;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The Jobcenter's stock, exported whole at the end of each month, with what such exports have of awkward rows. */
final class JobcenterTool implements DemoTool {

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Path exports;
    private final Map<Integer, Map<String, String>> stock = new TreeMap<>();
    private int bad;

    JobcenterTool(Path exports) {
        this.exports = exports;
    }

    @Override
    public void enter(Happening happening) {
        Resident who = happening.who();
        switch (happening.kind()) {
            case CLIENT_REGISTERED -> stock.put(who.no(), registered(happening));
            case CLIENT_LEFT -> stock.remove(who.no());
            case MEASURE_STARTED, MEASURE_MOVED, MEASURE_ENDED -> stock.get(who.no()).putAll(measure(happening));
            case BAD -> {
                bad++;
                stock.get(who.no()).put("Geburtsdatum", "31.02.1990");
            }
            default -> throw new IllegalArgumentException("A Jobcenter does not enter " + happening.kind());
        }
    }

    @Override
    public void remember(Happening happening) {
        enter(happening);
    }

    @Override
    public HandedOver handOver(LocalDate month) {
        Map<String, String> sums = Map.of("BG-Nummer", "Summe: " + stock.size());
        CsvExport.JOBCENTER.write(exports, "bestand-" + month.toString().substring(0, 7) + ".csv",
                Stream.concat(stock.values().stream(), Stream.of(sums)));
        return new HandedOver(stock.size(), bad);
    }

    private static Map<String, String> registered(Happening happening) {
        Resident who = happening.who();
        Map<String, String> row = new HashMap<>();
        row.put("BG-Nummer", "31702BG%07d".formatted(who.no()));
        row.put("Kundennummer", Office.JOBCENTER.fileNumber(who));
        row.put("Name", who.family() == null ? "" : written(who, who.family()));
        row.put("Vorname", written(who, who.given()));
        row.put("Geburtsdatum", who.birthYearOnly() ? "00.00.0000" : GERMAN.format(who.birth()));
        row.put("Geschlecht", who.sex());
        row.put("Staatsangehörigkeit",
                who.no() % 5 == 0 ? who.nationality().officialText() : who.nationality().adjective());
        row.put("PLZ", who.postalCode());
        row.put("Ort", who.home().town());
        row.put("Rechtskreis", "SGB II");
        row.put("Leistungsbezug ab", GERMAN.format(happening.on()));
        row.put("Integrationsfachkraft", "Fachkraft " + (char) ('A' + who.no() % 9));
        row.put("Team", "Team " + (1 + who.no() % 4));
        row.put("Bemerkung", remark(who));
        return row;
    }

    /** One in three is written without the marks that others write. */
    private static String written(Resident who, String name) {
        return who.no() % 3 == 0 ? Spelling.plain(name) : name;
    }

    private static String remark(Resident who) {
        return switch (who.no() % 40) {
            case 1 -> "Rückruf „dringend“; Unterlagen – fehlen";
            case 2 -> "erste Zeile\r\nzweite Zeile; mit Semikolon";
            case 3 -> "sagte \"bald\", 1.234,50 € offen";
            default -> "";
        };
    }

    private static Map<String, String> measure(Happening happening) {
        Map<String, String> row = new HashMap<>();
        row.put("Maßnahme", happening.detail(Detail.MEASURE));
        row.put("Maßnahmeart", happening.detail(Detail.KIND));
        row.put("Träger", happening.detail(Detail.PROVIDER));
        row.put("Eintritt", german(happening.detail(Detail.STARTS_ON)));
        row.put("Austritt", happening.who().no() % 7 == 0 && happening.detail(Detail.ENDS_ON).isEmpty()
                ? "31.12.9999" : german(happening.detail(Detail.ENDS_ON)));
        row.put("Austrittsgrund", happening.detail(Detail.REASON));
        return row;
    }

    private static String german(String date) {
        return date.isEmpty() ? "" : GERMAN.format(LocalDate.parse(date));
    }
}
