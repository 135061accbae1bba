package de.kimhub.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearningTest {

    private static final int OFFICES = 40;

    /** It says only how many offices there are: with few files at each, two of one office looked like one person's. */
    @Test
    void how_seldom_random_pairs_are_of_one_office_speaks_neither_for_nor_against_one_person() {
        LinkageModel learnt = random();

        assertThat(learnt.u().get(Level.SOURCE_SAME)).isLessThan(.05);
        assertThat(learnt.bits(Level.SOURCE_SAME)).isCloseTo(0, within(.01));
        assertThat(learnt.bits(Level.SOURCE_OTHER)).isCloseTo(0, within(.01));
    }

    @Test
    void two_files_of_one_office_speak_against_one_person_once_the_pairs_known_are_of_two_offices() {
        List<Learning.Pair> confirmed = IntStream.range(0, 1_000)
                .mapToObj(i -> new Learning.Pair(someone(i, i % OFFICES), someone(i, (i + 1) % OFFICES))).toList();
        LinkageModel learnt = Learning.fromConfirmed(random(), CountedPopulation.of(2_000, people()), confirmed);

        assertThat(learnt.bits(Level.SOURCE_SAME)).isLessThan(-1);
        assertThat(learnt.bits(Level.SOURCE_OTHER)).isBetween(0.0, .1);
    }

    /** Of a hundred families with a child called like the parent. */
    @Test
    void how_often_families_pass_on_a_name_is_learnt_from_people_of_two_ages_at_one_address() {
        double shipped = LinkageModel.shipped().namesakes();

        assertThat(learntOfFamilies(true).namesakes()).isGreaterThan(5 * shipped);
        assertThat(learntOfFamilies(false).namesakes()).isLessThan(shipped);
    }

    private static LinkageModel learntOfFamilies(boolean alike) {
        List<Learning.Pair> families = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String name = letters(i);
            families.add(new Learning.Pair(inhabitant(name, i, "1950-03-12"),
                    inhabitant(alike ? name : "Zohukimo", i, "1985-11-27")));
        }
        return Learning.fromCandidates(LinkageModel.shipped(), CountedPopulation.of(20_000, List.of()), families, 200, 1);
    }

    private static Traits inhabitant(String given, int family, String birth) {
        return Traits.of(named(given, letters(family) + "mann", birth)
                .set("person.addresses.main.street", letters(family) + "weg").set("person.addresses.main.houseNumber", "1")
                .set("person.addresses.main.postalCode", "32049").build(), "sonstige");
    }

    private static LinkageModel random() {
        return Learning.fromRandomPairs(LinkageModel.shipped(), CountedPopulation.of(2_000, people()), people(), 1);
    }

    private static List<Traits> people() {
        return IntStream.range(0, 2_000).mapToObj(i -> someone(i, i / (2_000 / OFFICES))).toList();
    }

    private static Traits someone(int i, int office) {
        return Traits.of(named(letters(i), letters(i * 7) + "mann", "%d-%02d-%02d".formatted(1940 + i % 60, 1 + i % 12,
                2 + i % 26)).build(), "sonstige", "office-" + office);
    }

    private static FieldValues.Builder named(String given, String family, String birth) {
        return FieldValues.builder().set("person.names.official.given", given)
                .set("person.names.official.family", family).set("person.birth.date", birth);
    }

    private static String letters(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 20; rest > 0; rest /= 16) {
            word.append("bdfghklmnprstvwz".charAt(rest % 16)).append("aeiou".charAt(rest % 5));
        }
        return word.toString();
    }
}
