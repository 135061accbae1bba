package de.kimhub.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.FieldValues;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** Names that do not agree, but are not as unlike as those of two people mostly are: slips, short forms, and twins. */
    @Test
    void a_badly_mistyped_given_name_is_no_twin_s_for_sure_but_looked_at_by_a_person() {
        PairScore score = compare(person("Nesrine", "Musterli", "1990-05-06"), person("Nasrsn", "Musterli", "1990-05-06"));
        assertThat(score.caps()).contains(Cap.PERHAPS_TWINS).doesNotContain(Cap.TWINS);
        assertThat(score.band()).isEqualTo(Band.REVIEW);
        assertThat(score.posterior()).isLessThan(.9);
        assertThat(score.contradictory()).isTrue();
    }

    @Test
    void where_there_are_no_households_an_address_is_one_person_s() {
        FieldValues.Builder one = person("Wilma", "Musterli", "1990-05-06");
        FieldValues.Builder other = person("Jonas", "Musterli", "1983-02-17");
        assertThat(compare(one, other).band()).isEqualTo(Band.NEW);
        PairScore alone = withoutHouseholds().compare(Traits.of(one.build(), "jobcenter"), Traits.of(other.build(), "awo"));
        assertThat(alone.posterior()).isGreaterThan(.5);
        assertThat(alone.band()).isEqualTo(Band.REVIEW);
    }

    @Test
    void a_family_name_without_given_name_is_a_twin_s_unless_there_are_no_households() {
        FieldValues.Builder one = person("Wilma", "Musterli", "1990-05-06");
        FieldValues.Builder other = person(null, "Musterli", "1990-05-06");
        assertThat(compare(one, other).caps()).contains(Cap.ONE_NAME_ONLY);
        assertThat(withoutHouseholds().compare(Traits.of(one.build(), "jobcenter"), Traits.of(other.build(), "awo"))
                .band()).isEqualTo(Band.SURE);
    }

    private static Scorer withoutHouseholds() {
        LinkageModel shipped = LinkageModel.shipped();
        return new Scorer(new LinkageModel("test", shipped.m(), shipped.u(), 1, .95, .03),
                CountedPopulation.of(20_000, List.of()));
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

    @Test
    void an_address_that_many_share_is_a_shelter_and_says_little() {
        FieldValues ada = person("Ada", "Musterli", "1990-05-06").build();
        double household = bits(Level.ADDRESS_EQUAL, among(Collections.nCopies(2, SamplePeople.traits(ada)))
                .compare(SamplePeople.traits(ada), SamplePeople.traits(ada)));
        double shelter = bits(Level.ADDRESS_EQUAL, among(Collections.nCopies(100, SamplePeople.traits(ada)))
                .compare(SamplePeople.traits(ada), SamplePeople.traits(ada)));

        assertThat(household).isEqualTo(LinkageModel.shipped().bits(Level.ADDRESS_EQUAL));
        assertThat(shelter).isLessThan(household - 4);
    }

    @Test
    void two_files_of_one_office_weigh_as_the_model_has_learnt_and_nothing_as_shipped() {
        FieldValues ada = bare("Ada", "Musterli", "1990-05-06").build();
        Traits awo = Traits.of(ada, "sonstige", "awo");
        Traits caritas = Traits.of(ada, "sonstige", "caritas");
        Scorer learnt = new Scorer(with(Map.of(Level.SOURCE_SAME, .01, Level.SOURCE_OTHER, .99), .03),
                CountedPopulation.of(20_000, List.of()));

        assertThat(scorer.compare(awo, awo).bits()).isEqualTo(scorer.compare(awo, caritas).bits());
        assertThat(learnt.compare(awo, awo).bits()).isLessThan(learnt.compare(awo, caritas).bits() - 4);
        assertThat(learnt.compare(awo, Traits.of(ada, "sonstige")).evidence()).as("one side does not say it")
                .noneMatch(one -> one.level().trait() == Level.Trait.SOURCE);
    }

    @Test
    void a_child_called_like_the_parent_says_less_the_more_families_pass_on_their_names() {
        Traits mother = SamplePeople.traits(person("Zwetlinde", "Quorxhagen", "1960-05-06").build());
        Traits daughter = SamplePeople.traits(person("Zwetlinde", "Quorxhagen", "1988-02-03").build());
        Population population = CountedPopulation.of(20_000, List.of());

        assertThat(new Scorer(with(Map.of(), .3), population).compare(mother, daughter).bits())
                .isLessThan(new Scorer(with(Map.of(), .03), population).compare(mother, daughter).bits() - 2);
    }

    private static Scorer among(List<Traits> people) {
        return new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, people));
    }

    private static LinkageModel with(Map<Level, Double> m, double namesakes) {
        Map<Level, Double> all = new EnumMap<>(LinkageModel.shipped().m());
        all.putAll(m);
        return new LinkageModel("other", all, LinkageModel.shipped().u(), 1, .2, namesakes);
    }

    private static double bits(Level level, PairScore score) {
        return score.evidence().stream().filter(one -> one.level() == level).findFirst().orElseThrow().bits();
    }

    /** Found by the failure test: two of one country whose events went to one another's files. */
    @Test
    void names_spelled_alike_and_a_birth_date_of_one_other_digit_are_never_sure() {
        PairScore score = new Scorer(LinkageModel.shipped(), CountedPopulation.of(400, List.of())).compare(
                SamplePeople.traits(syrian("Beispielpeb", "Musterwj", "1960-09-14")),
                SamplePeople.traits(syrian("Beispielbeb", "Musteruj", "1960-09-12")));

        assertThat(score.evidence()).anyMatch(one -> one.level() == Level.BIRTH_ONE_DIGIT);
        assertThat(score.band()).isNotEqualTo(Band.SURE);
    }

    @Test
    void names_that_both_differ_and_a_birth_date_with_a_slip_are_never_sure() {
        Scorer scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(400, List.of()));
        PairScore swapped = scorer.compare(
                SamplePeople.traits(bare("Beispiellv", "Musteroi", "1960-08-11").build()),
                SamplePeople.traits(bare("Beispielbh", "Musterzl", "1960-11-08").build()));
        PairScore nearYear = scorer.compare(SamplePeople.traits(syrian("Beispielwg", "Musterwhb", "1962-05-31")),
                SamplePeople.traits(syrian("Beispielqx", "Mustervt", "1961-05-31")));

        assertThat(List.of(swapped.posterior(), nearYear.posterior())).allMatch(one -> one >= Scorer.SURE);
        assertThat(List.of(swapped.band(), nearYear.band())).containsOnly(Band.REVIEW);
    }

    private static FieldValues syrian(String given, String family, String birth) {
        return bare(given, family, birth).set("person.sex", "m").set("person.nationalities", "475")
                .set("person.addresses.main.postalCode", "32257").set("person.addresses.main.town", "Bünde").build();
    }

    @Test
    void a_given_name_with_birth_date_and_address_is_somebody_elses_in_a_shelter() {
        FieldValues.Builder one = person("Ahmad", "Musterli", "1990-05-06");
        FieldValues.Builder other = person("Ahmad", "Beispielow", "1990-05-06");
        List<Traits> many = Stream.generate(() -> SamplePeople.traits(one.build())).limit(40).toList();
        Scorer amongMany = new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, many));

        assertThat(compare(one, other).caps()).as("names change at a wedding").doesNotContain(Cap.ONE_NAME_ONLY);
        assertThat(amongMany.compare(SamplePeople.traits(one.build()), SamplePeople.traits(other.build())).caps())
                .contains(Cap.ONE_NAME_ONLY);
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
