package de.kimhub.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.FieldValues;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorerTest {

    private final Scorer scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, List.of()));

    @Test
    void one_woman_in_two_scripts_with_date_and_address_is_sure() {
        PairScore score = compare(person("Olena", "Musterenko", "1990-05-06").set("person.nationalities", "166"),
                person("Олена", "Мустеренко", "1990-05-06").set("person.nationalities", "166"));
        assertThat(score.band()).isEqualTo(Band.SURE);
    }

    @Test
    void a_swapped_given_and_family_name_is_found() {
        PairScore score = compare(person("Rezan", "Musterli", "1990-05-06"), person("Musterli", "Rezan", "1990-05-06"));
        assertThat(score.posterior()).isGreaterThan(.5);
    }

    @Test
    void brothers_who_share_everything_but_the_first_name_are_two() {
        PairScore score = compare(person("Hasan", "Musterli", "1990-05-06"), person("Yusuf", "Musterli", "1992-07-08"));
        assertThat(score.band()).isEqualTo(Band.NEW);
    }

    @Test
    void twins_are_two() {
        PairScore score = compare(person("Hasan", "Musterli", "1990-05-06"), person("Yusuf", "Musterli", "1990-05-06"));
        assertThat(score.caps()).contains(Cap.TWINS);
        assertThat(score.band()).isEqualTo(Band.NEW);
        assertThat(score.contradictory()).isTrue();
    }

    @Test
    void father_and_daughter_at_one_address_are_two() {
        PairScore score = compare(person("Amir", "Musterli", "1970-05-06").set("person.sex", "m"),
                person("Amira", "Musterli", "1999-02-03").set("person.sex", "w"));
        assertThat(score.band()).isEqualTo(Band.NEW);
    }

    @Test
    void a_frequent_name_and_the_first_of_january_are_looked_at_by_a_person() {
        FieldValues.Builder mohammed = bare("Mohammed", "Ali", "1990-01-01");
        assertThat(compare(mohammed, bare("Mohamad", "Ali", "1990-01-01")).band()).isNotEqualTo(Band.SURE);
    }

    @Test
    void an_agreement_in_a_frequent_name_says_less_than_in_a_rare_one() {
        double frequent = compare(bare("Mohammed", "Ali", "1990-05-06"), bare("Mohammed", "Ali", "1990-05-06")).bits();
        double rare = compare(bare("Zwetlinde", "Quorxhagen", "1990-05-06"),
                bare("Zwetlinde", "Quorxhagen", "1990-05-06")).bits();
        assertThat(rare).isGreaterThan(frequent + 3);
    }

    @Test
    void two_numbers_of_one_register_contradict_each_other() {
        PairScore score = compare(person("Rezan", "Musterli", "1990-05-06").set("person.identifiers.azr.value", "150101000001"),
                person("Rezan", "Musterli", "1990-05-06").set("person.identifiers.azr.value", "170202000009"));
        assertThat(score.caps()).contains(Cap.IDENTIFIERS_CONTRADICT);
        assertThat(score.band()).isEqualTo(Band.REVIEW);
        assertThat(score.contradictory()).isTrue();
    }

    @Test
    void the_azr_number_counts_only_between_those_of_section_10_azrg() {
        FieldValues person = person("Rezan", "Musterli", "1990-05-06")
                .set("person.identifiers.azr.value", "150101000001").build();
        assertThat(Traits.of(person, "auslaenderbehoerde").identifiers()).hasSize(1);
        assertThat(Traits.of(person, "wohlfahrtsverband").identifiers()).isEmpty();
        assertThat(Traits.of(person, "einbuergerungsbehoerde").identifiers()).isEmpty();
        assertThat(Traits.of(person, "schule").identifiers()).isEmpty();
    }

    @Test
    void the_customer_number_never_leaves_the_jobcenter() {
        FieldValues person = person("Rezan", "Musterli", "1990-05-06")
                .set("person.identifiers.kundennummer.value", "111A000001")
                .set("person.identifiers.bgNummer.value", "11111//0000001").build();
        assertThat(Traits.of(person, "jobcenter").identifiers()).extracting(one -> one.type().code())
                .containsExactly("kundennummer");
        assertThat(Traits.of(person, "auslaenderbehoerde").identifiers()).isEmpty();
        assertThat(Traits.of(person, "wohlfahrtsverband").identifiers()).isEmpty();
    }

    private PairScore compare(FieldValues.Builder one, FieldValues.Builder other) {
        return scorer.compare(SamplePeople.traits(one.build()), SamplePeople.traits(other.build()));
    }

    private static FieldValues.Builder bare(String given, String family, String birth) {
        return FieldValues.builder().set("person.names.official.given", given)
                .set("person.names.official.family", family).set("person.birth.date", birth);
    }

    private static FieldValues.Builder person(String given, String family, String birth) {
        return bare(given, family, birth).set("person.addresses.main.street", "Musterstraße")
                .set("person.addresses.main.houseNumber", "1").set("person.addresses.main.postalCode", "32049")
                .set("person.addresses.main.town", "Herford");
    }
}
