package de.kimhub.steering;

import de.kimhub.steering.SyntheticTable.Dim;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four releases of an invented Kreis with some 500 cases, filled in as disclosure control would. */
public final class SyntheticReleases {

    public static final String LATEST = "2026-q3";
    /** What the two hidden cells of the table {@code marke} hold, and their shares; only their sum, 10.000, is shown. */
    public static final String[] GIVEAWAYS = {"8764", "8.764", "1236", "1.236", "87,6", "87.6", "12,4 ", "12.36"};
    static final long[] SECRETS = {8764, 1236};

    private static final List<String> PERIODS = List.of("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3");
    private static final Dim MUNICIPALITY = new Dim("kommune", "Kommune", "municipality", List.of("05758012", "05758004", "05758024",
            "05758032", "05758008", "05758016", "05758020", "05758028"), List.of("Herford", "Bünde", "Löhne", "Vlotho", "Enger",
            "Hiddenhausen", "Kirchlengern", "Rödinghausen"));
    private static final Dim ORGANISATION = new Dim("traeger", "Träger", "organisation", List.of("awo-buende", "awo-loehne",
            "caritas-herford", "cm-hiddenhausen", "cm-herford"), List.of("AWO Bünde", "AWO Löhne", "Caritas Herford",
            "Case Management Hiddenhausen", "Case Management Herford"));
    private static final Dim THEME = new Dim("thema", "Thema", "theme", List.of("aufenthalt", "sprache", "arbeit", "wohnen",
            "existenzsicherung", "schule-kita", "gesundheit", "einbuergerung"), List.of("Aufenthalt", "Sprache", "Arbeit", "Wohnen",
            "Existenzsicherung", "Schule und Kita", "Gesundheit", "Einbürgerung"));
    static final Dim DAYS = new Dim("dauer", "Wartezeit", "class", List.of("t0", "t8", "t15", "t29", "t57", "t113"),
            List.of("bis 7 Tage", "8 bis 14 Tage", "15 bis 28 Tage", "29 bis 56 Tage", "57 bis 112 Tage", "mehr als 112 Tage"));
    private static final Dim WEEKS = new Dim("dauer", "Dauer", "class", List.of("t0", "t29"), List.of("bis 28 Tage", "mehr als 28 Tage"));
    private static final Dim GROUND = new Dim("grund", "Grund", "theme", List.of("a", "b"), List.of("§ 25a", "§ 25b"));
    private static final Dim PURPOSE = new Dim("anliegen", "Anliegen", "other", List.of("titel", "eat", "einbuergerung"),
            List.of("Aufenthaltstitel", "Aufenthaltskarte abholen", "Einbürgerung"));
    private static final Dim FLOW = new Dim("art", "Art", "other", List.of("zugang", "abgang"), List.of("Zugänge", "Abgänge"));
    private static final Dim STEP = new Dim("schritt", "Schritt", "other", List.of("antrag", "entscheidung", "eingebuergert", "offen"),
            List.of("Anträge", "Entscheidungen", "Einbürgerungen", "Anträge offen"));
    private static final Dim RESULT = new Dim("ergebnis", "Kursergebnis", "other", List.of("b1", "a2", "weder-noch", "abgebrochen", "sonst"),
            List.of("B1 oder höher", "A2", "weder B1 noch A2", "abgebrochen", "ohne Angabe"));
    private static final Dim STATION = new Dim("schritt", "Was geschah", "other", List.of("erstberatung", "kurs", "b1", "antrag"),
            List.of("Erste Beratung", "Kurs begonnen", "Sprachniveau B1", "Einbürgerung beantragt"));
    private static final Dim SPAN = new Dim("zeitraum", "Nach der Ankunft", "other", List.of("1", "2"), List.of("nach 1 Jahr", "nach 2 Jahren"));
    private static final Dim COURSE = new Dim("zeit", "Zeit", "other", List.of("zugang", "warten"), List.of("Zugangszeit", "Wartezeit"));

    private final JdbcClient jdbc;

    private SyntheticReleases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static void fill(JdbcClient jdbc) {
        SyntheticReleases releases = new SyntheticReleases(jdbc);
        IntStream.range(0, PERIODS.size()).forEach(releases::release);
    }

    private void release(int number) {
        String period = PERIODS.get(number);
        String id = period.toLowerCase(java.util.Locale.ROOT);
        int quarter = period.charAt(6) - '0';
        int year = Integer.parseInt(period.substring(0, 4));
        LocalDate end = LocalDate.of(year, 3 * (quarter - 1) + 1, 1).plusMonths(3).minusDays(1);
        jdbc.sql("insert into cube.release values (?, ?, ?, ?, ?, ?, '1', 5, ?, ?)").params(id, number + 1, period,
                quarter + ". Quartal " + year, end, OffsetDateTime.of(end.plusDays(15).atTime(8, 0), ZoneOffset.UTC),
                "c".repeat(63) + number, "5".repeat(63) + number).update();
        tables(number).forEach(table -> table.write(jdbc, id));
        state(id, end);
        calendar(id, end);
    }

    private static List<SyntheticTable> tables(int number) {
        Dim quarters = periods(PERIODS.subList(0, number + 1), "quartal", "Quartal");
        Dim years = periods(number == 0 ? List.of("2025") : List.of("2025", "2026"), "jahr", "Jahr");
        List<SyntheticTable> tables = new ArrayList<>(List.of(
                new SyntheticTable("neu-angekommen", 1, "Neu angekommen", "Menschen", 130, quarters),
                new SyntheticTable("bestand-kommune", 2, "Bestand im Case Management nach Kommune", "Fälle", 70, MUNICIPALITY, quarters),
                new SyntheticTable("bestand-traeger", 2, "Bestand im Case Management nach Träger", "Fälle", 110, ORGANISATION, quarters),
                new SyntheticTable("zugaenge-abgaenge", 3, "Zugänge und Abgänge", "Fälle", 30, FLOW, ORGANISATION, quarters),
                new SyntheticTable("beratungen-thema", 4, "Beratungen nach Thema", "Beratungen", 160, THEME, quarters),
                new SyntheticTable("beratungen-ort", 5, "Beratungen nach Ort und Thema", "Beratungen", 25, MUNICIPALITY, THEME, years),
                new SyntheticTable("zeit-erstberatung", 7, "Zeit bis zur Erstberatung", "Menschen", 60, WEEKS, quarters),
                new SyntheticTable("zeit-kurs", 8, "Zugangszeit und Wartezeit zum Integrationskurs", "Menschen", 22, COURSE, DAYS, quarters),
                new SyntheticTable("wartezeit-termin", 9, "Wartezeit auf einen Termin", "Termine", 34, PURPOSE, DAYS, quarters),
                new SyntheticTable("ankunft-stationen", 6, "Wie weit Menschen kommen", "Menschen", 60, STATION, SPAN, years),
                new SyntheticTable("kursergebnis", 10, "Kursergebnis", "Menschen", 40, RESULT, years),
                new SyntheticTable("einbuergerung", 13, "Einbürgerung", "Fälle", 28, STEP, quarters),
                new SyntheticTable("marke", 14, "Bleiberechte", "Fälle", 0, GROUND, periods(List.of("2026"), "jahr", "Jahr"))));
        tables.add(new SyntheticTable("einreise-einbuergerung", 6, "Von der Einreise bis zur Einbürgerung", "Menschen", 40, STEP, years)
                .withheld("Dafür gibt es noch zu wenige Angaben. Gezeigt wird die Tabelle, sobald genug Menschen gezählt sind."));
        return tables;
    }

    private static Dim periods(List<String> codes, String name, String label) {
        return new Dim(name, label, "period", codes, codes.stream().map(code -> code.length() == 4 ? code
                : code.charAt(6) + ". Quartal " + code.substring(0, 4)).toList());
    }

    private void state(String id, LocalDate end) {
        String[] states = {"puenktlich", "puenktlich", "verspaetet", "puenktlich", "ohne Termin"};
        for (int i = 0; i < ORGANISATION.labels().size(); i++) {
            jdbc.sql("insert into cube.data_state values (?, ?, ?, ?, ?, ?, ?, ?)").params(id, i, ORGANISATION.labels().get(i),
                    end.plusDays(i), states[i].equals("ohne Termin") ? null : end.plusDays(1), states[i], i % 2 == 0, "bis 5 %").update();
        }
        jdbc.sql("insert into cube.data_state values (?, 9, 'Jobcenter Herford', null, ?, 'fehlt', false, null)")
                .params(id, end.plusDays(1)).update();
        String[][] references = {{"posts", "05758012", "municipality", "6.5", "VZÄ", "Stellen Herford"},
                {"posts", "05758004", "municipality", "5", "VZÄ", "Stellen Bünde"},
                {"posts", "05758024", "municipality", "2", "VZÄ", "Stellen Löhne"}, {"posts", "kreis", null, "14", "VZÄ", "Stellen im Kreis"},
                {"target", "wartezeit-termin", null, "28", "Tage", "Termin innerhalb von 28 Tagen"},
                {"target", "zeit-kurs", null, "42", "Tage", "Kurs innerhalb von 6 Wochen"}};
        for (String[] one : references) {
            jdbc.sql("insert into cube.reference values (?, ?, ?, ?, ?::numeric, ?, ?)")
                    .params(id, one[0], one[1], one[2], one[3], one[4], one[5]).update();
        }
    }

    private void calendar(String id, LocalDate end) {
        jdbc.sql("insert into cube.calendar values (?, ?, 'release', ?), (?, ?, 'cut-off', ?), (?, ?, 'session', ?)").params(
                id, end.plusMonths(3).plusDays(16), "Veröffentlichung des nächsten Quartals", id, end.plusMonths(3).plusDays(1),
                "Stichtag: was später kommt, zählt im nächsten Quartal", id, end.plusDays(30),
                "Sitzung der Lenkungsgruppe; Großer Sitzungssaal, Kreishaus").update();
    }
}
