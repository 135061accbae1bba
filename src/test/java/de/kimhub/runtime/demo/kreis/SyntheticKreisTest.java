package de.kimhub.runtime.demo.kreis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SyntheticKreisTest {

    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
    private final SyntheticKreis kreis = SyntheticKreis.draw(42, 600, BEGIN);

    @Test
    void equalSeedsGiveEqualYears() {
        assertThat(SyntheticKreis.draw(42, 600, BEGIN).months()).isEqualTo(kreis.months());
        assertThat(SyntheticKreis.draw(43, 600, BEGIN).months()).isNotEqualTo(kreis.months());
    }

    @Test
    void theYearHasTheProgrammesProportions() {
        Map<Kind, Long> counts = count(Happening::kind);
        assertThat(all().size()).isBetween(4_200, 5_700);
        assertThat(perCent(counts.get(Kind.CONSENT), counts.get(Kind.CASE_OPENED))).isBetween(54L, 80L);
        assertThat(perCent(counts.get(Kind.CONSULTATION), counts.get(Kind.CASE_OPENED))).isBetween(400L, 600L);
        assertThat(count(Happening::at)).containsOnlyKeys(
                EnumSet.complementOf(EnumSet.of(Office.REFUGEE_AID)));
        assertThat(counts).containsKeys(Kind.CORRECTED, Kind.RETRACTED, Kind.REPEATED, Kind.WITHDRAWAL, Kind.BAD,
                Kind.MEASURE_MOVED, Kind.CLIENT_LEFT, Kind.NATURALISED, Kind.COURSE_COMPLETED, Kind.ISSUE_RAISED,
                Kind.ARRIVED, Kind.RESIDENCE_APPOINTMENT, Kind.COURSE_ADMITTED, Kind.COURSE_NOT_ADMITTED,
                Kind.BLOCK_SET, Kind.TEST_MESSAGE);
    }

    @Test
    void peopleAreManyAndNoTwoHaveTheSameNameAndBirthDate() {
        List<Resident> people = kreis.residents();
        assertThat(people).hasSize(600);
        assertThat(people.stream().map(person -> person.fullName() + person.birth()).distinct()).hasSize(600);
        assertThat(people.stream().filter(person -> person.family() == null)).isNotEmpty();
        assertThat(people.stream().filter(Resident::birthYearOnly)).isNotEmpty();
        Map<Nationality, Long> nationalities =
                people.stream().collect(Collectors.groupingBy(Resident::nationality, Collectors.counting()));
        assertThat(nationalities.get(Nationality.TURKEY)).isGreaterThan(nationalities.get(Nationality.POLAND));
    }

    @Test
    void everyEntryLiesInItsMonthAndNoEntryIsMadeOfAPersonBeforeItsFileIsOpened() {
        for (Month month : kreis.months()) {
            assertThat(month.waves()).allSatisfy(wave -> assertThat(wave).isSortedAccordingTo(
                    Comparator.comparing(Happening::on)));
        }
        all().stream().filter(one -> one.kind() == Kind.CONSENT).forEach(consent ->
                assertThat(all().stream().filter(one -> one.who() == consent.who() && one.at() == consent.at()
                        && one.kind() == Kind.CASE_OPENED && one.on().isBefore(consent.on()))).hasSize(1));
    }

    /** Who left the Jobcenter has no row there any more that could be bad. */
    @Test
    void inNoYearTheJobcenterEntersAnythingOfWhoLeftIt() {
        for (long seed = 1; seed <= 30; seed++) {
            Set<Integer> left = new HashSet<>();
            SyntheticKreis.draw(seed, 300, BEGIN).months().stream().flatMap(month -> month.jobcenter().stream())
                    .forEach(one -> {
                        assertThat(left).doesNotContain(one.who().no());
                        if (one.kind() == Kind.CLIENT_LEFT) {
                            left.add(one.who().no());
                        }
                    });
        }
    }

    private List<Happening> all() {
        return kreis.months().stream().flatMap(month -> month.waves().stream()).flatMap(List::stream).toList();
    }

    private <T> Map<T, Long> count(Function<Happening, T> by) {
        return all().stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private static long perCent(long part, long whole) {
        return part * 100 / whole;
    }
}
