package de.kimhub.steering.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Dimension.Kind;
import de.kimhub.steering.cube.Figure;
import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.cube.PublishedTable.About;
import de.kimhub.steering.cube.Release;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a heading states is so. */
class FindingTest {

    private static final Release RELEASE = new Release("2026-q3", 1, "2026-Q3", "3. Quartal 2026", LocalDate.of(2026, 10, 30),
            Instant.EPOCH, "1", 5, "", "");
    private static final Dimension PERIODS = new Dimension("quarter", "Quartal", Kind.PERIOD,
            List.of(new Category("2026-Q3", "3. Quartal 2026", null, null, null)));
    private static final Dimension PLACES = new Dimension("municipality", "Gemeinde", Kind.MUNICIPALITY, List.of(place("1", "Großort"),
            place("2", "Kleinort"), place("3", "Fernort"), place(Category.TOTAL, "Insgesamt")));

    @Test
    void whoHasTheMostIsSaidWhereAllAreShownOrTakeNoPart() {
        assertThat(heading(Figure.of(130))).contains("am meisten Großort");
    }

    @Test
    void whoHasTheMostIsNotSaidWhereANumberIsHidden() {
        assertThat(heading(Figure.HIDDEN)).contains("215").doesNotContain("am meisten");
    }

    @Test
    void ofAWholeTheShareOfItsFirstPartIsSaidWhereAllItsPartsAreShown() {
        assertThat(results(Figure.of(55)).heading()).isEqualTo("Kursergebnis: 55 Prozent B1 oder höher");
        assertThat(results(Figure.of(55)).grid().lines().getLast().cells()).extracting(Grid.Cell::text).containsExactly("45", "45");
        assertThat(((Chart.Stack) results(Figure.of(55)).chart()).wholes().getFirst().shares())
                .containsExactly(new Chart.Share("0.0%", "55.0%", 0), new Chart.Share("55.0%", "45.0%", 1));
    }

    @Test
    void ofAWholeWithAHiddenPartNoShareIsSaidOrDrawn() {
        assertThat(results(Figure.HIDDEN).heading()).isEqualTo("Kursergebnis");
        assertThat(results(Figure.HIDDEN).grid().lines().getLast().cells()).extracting(Grid.Cell::text).containsExactly("45", "*");
        assertThat(((Chart.Stack) results(Figure.HIDDEN).chart()).wholes().getFirst().shares()).isEmpty();
    }

    @Test
    void ofWhoArrivedInAYearTheShareThatReachedEachStationIsSaidAndDrawnBesideTheYearBefore() {
        Panel panel = cohort(Figure.of(30));

        assertThat(panel.heading()).isEqualTo("Ankunft: nach 1 Jahr mindestens 75 Prozent Kurs begonnen");
        assertThat(panel.remark()).isEqualTo("Jahr 2025: 40 Menschen angekommen.");
        assertThat(((Chart.Bars) panel.chart()).bars()).extracting(Chart.Bar::label, Chart.Bar::width, Chart.Bar::tick, Chart.Bar::note)
                .containsExactly(tuple("Kurs begonnen, nach 1 Jahr", "75.0%", "50.0%", "Prozent"),
                        tuple("Eingebürgert, nach 1 Jahr", "0.0%", null, null));
        assertThat(panel.grid().lines().getFirst().cells()).extracting(Grid.Cell::text).as("the year before, also after two years")
                .containsExactly("20", "10", "50", "15", "75");
        assertThat(panel.grid().lines().get(2).cells()).extracting(Grid.Cell::text).containsExactly("40", "30", "75", ".", ".");
    }

    @Test
    void ofAYearWithAHiddenNumberNoShareOfItIsSaid() {
        assertThat(cohort(Figure.HIDDEN).heading()).isEqualTo("Ankunft");
        assertThat(cohort(Figure.HIDDEN).grid().lines().get(2).cells()).extracting(Grid.Cell::text).containsExactly("40", "*", "*", ".", ".");
    }

    private static Panel cohort(Figure reached) {
        Dimension years = new Dimension("year", "Berichtsjahr", Kind.PERIOD, List.of(place("2024", "Jahr 2024"), place("2025", "Jahr 2025")));
        Dimension stations = new Dimension("step", "Was geschah", Kind.OTHER, List.of(place("kurs", "Kurs begonnen"),
                place("einbuergerung", "Eingebürgert")));
        Dimension spans = new Dimension("span", "Nach der Ankunft", Kind.OTHER, List.of(place("1", "nach 1 Jahr"), place("2", "nach 2 Jahren"),
                place(Category.TOTAL, "Insgesamt")));
        PublishedTable table = new PublishedTable("ankunft-stationen", 6, new About("Ankunft", "", "", "Menschen", "", "", "", "2026-Q3", null),
                List.of(years, stations, spans), Map.of(List.of("2024", "kurs", "1"), Figure.of(10), List.of("2024", "kurs", "2"), Figure.of(15),
                List.of("2024", "kurs", Category.TOTAL), Figure.of(20), List.of("2025", "kurs", "1"), reached,
                List.of("2025", "kurs", Category.TOTAL), Figure.of(40), List.of("2025", "einbuergerung", "1"), Figure.HIDDEN));
        assertThat(CohortPanels.fits(stations, spans)).isTrue();
        return CohortPanels.of(new Reading(RELEASE, table), stations, spans);
    }

    private static Panel results(Figure first) {
        Dimension results = new Dimension("result", "Kursergebnis", Kind.OTHER, List.of(place("b1", "B1 oder höher"), place("a2", "A2"),
                place(Category.TOTAL, "Insgesamt")));
        PublishedTable table = new PublishedTable("kursergebnis", 10, new About("Kursergebnis", "", "", "Menschen", "", "", "", "2026-Q3", null),
                List.of(PERIODS, results), Map.of(List.of("2026-Q3", "b1"), first, List.of("2026-Q3", "a2"), Figure.of(45),
                List.of("2026-Q3", Category.TOTAL), Figure.of(100)));
        return StackPanels.of(new Reading(RELEASE, table), results);
    }

    private static String heading(Figure largest) {
        PublishedTable table = new PublishedTable("bestand", 2, new About("Offene Fälle", "", "", "Fälle", "", "", "", "2026-Q3", null),
                List.of(PERIODS, PLACES), Map.of(List.of("2026-Q3", "1"), largest, List.of("2026-Q3", "2"), Figure.of(85),
                List.of("2026-Q3", "3"), Figure.UNKNOWN, List.of("2026-Q3", Category.TOTAL), Figure.of(215)));
        return BarPanels.by(new Reading(RELEASE, table), PLACES).heading();
    }

    private static Category place(String code, String label) {
        return new Category(code, label, null, null, null);
    }
}
