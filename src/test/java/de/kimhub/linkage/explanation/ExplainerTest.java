package de.kimhub.linkage.explanation;

import static de.kimhub.linkage.explanation.People.living;
import static de.kimhub.linkage.explanation.People.person;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.explanation.PairExplanation.Line;
import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private final Explainer explainer =
            new Explainer(new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, sample())));

    /** Every tenth is called Mustafa, nobody else's name occurs twice. */
    private static List<Traits> sample() {
        List<Traits> sample = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            sample.add(Traits.of(person(i % 10 == 0 ? "Mustafa" : "Vorname" + i, "Nachname" + i, "1990-03-04").build(),
                    "sonstige"));
        }
        return sample;
    }

    @Test
    void aSentenceSaysWhatAgreesAndThenWhatDoesNot() {
        PairExplanation why = explain(
                living(person("Mustafa", "Musterfrau", "1987-05-17"), "Lange Straße", "3").build(),
                person("Mustafa", "Musterfrau", "1987-05-17").set("person.addresses.main.street", "Talweg")
                        .set("person.addresses.main.postalCode", "10115")
                        .set("person.addresses.main.town", "Berlin").build());

        assertThat(why.summary()).endsWith(": Vor- und Familienname sind gleich, das Geburtsdatum ist gleich; "
                + "die Anschrift widerspricht.").startsWith(why.verdict());
        assertThat(why.against()).singleElement().asString().matches("Anschrift: verschieden \\(-\\d,\\d Bit\\)");
        assertThat(why.model()).isEqualTo(LinkageModel.shipped().version());
    }

    @Test
    void theWeightsOfTheTableAreThoseOfTheScore() {
        PairExplanation why = explain(person("Mustafa", "Musterfrau", "1987-05-17").set("person.sex", "m").build(),
                person("Mustafa", "Musterfrau", "1987-05-17").set("person.sex", "m").build());

        double prior = why.bits() - why.lines().stream().mapToDouble(Line::bits).sum();
        assertThat(prior).isNegative().isGreaterThan(-20);
        assertThat(why.lines()).extracting(Line::title)
                .containsExactly("Vorname", "Familienname", "Geburtsdatum", "Geschlecht");
        assertThat(line(why, "BIRTH").left()).isEqualTo("17.05.1987");
        assertThat(line(why, "SEX").left()).isEqualTo("männlich");
    }

    @Test
    void aFrequentNameIsSaidToBeFrequent() {
        PairExplanation why = explain(person("Mustafa", "Musterfrau", "1987").build(),
                person("Mustafa", "Musterfrau", "1987").build());

        assertThat(line(why, "GIVEN").remarks()).contains("häufiger Name: etwa jede 12. Person");
        assertThat(Summary.frequency("Name", 1 / 23_456.0)).isEqualTo("seltener Name: etwa eine von 23.000 Personen");
        assertThat(Summary.frequency("Name", 1 / 1_234.0)).isEqualTo("Name: etwa eine von 1.200 Personen");
    }

    @Test
    void swappedNamesAreShownBesideTheirCounterparts() {
        PairExplanation why = explain(person("Yusuf", "Karademir", "1987-05-17").build(),
                person("Karademir", "Yusuf", "1987-05-17").build());

        assertThat(line(why, "GIVEN").left()).isEqualTo(line(why, "GIVEN").right()).isEqualTo("Yusuf");
        assertThat(line(why, "FAMILY").left()).isEqualTo(line(why, "FAMILY").right()).isEqualTo("Karademir");
        assertThat(why.summary()).contains("Vor- und Familienname sind gleich, sind aber vertauscht");
    }

    @Test
    void theSpellingThatMatchedIsShownNotTheFirstOne() {
        PairExplanation why = explain(person("Yusuf", "Karademir", "1987-05-17")
                        .setAll("person.names.spelling.family", List.of("Karademirov")).build(),
                person("Yusuf", "Karademirov", "1987-05-17").build());

        assertThat(line(why, "FAMILY").left()).isEqualTo("Karademirov");
        assertThat(line(why, "FAMILY").level()).isEqualTo("FAMILY_EQUAL");
    }

    @Test
    void twinsAreSaidToBeDifferentPeopleThoughAlmostAllAgrees() {
        PairExplanation why = explain(living(person("Yusuf", "Karademir", "1987-05-17"), "Talweg", "3").build(),
                living(person("Emre", "Karademir", "1987-05-17"), "Talweg", "3").build());

        assertThat(why.verdict()).isEqualTo("Vermutlich verschiedene Personen");
        assertThat(why.summary()).contains(": der Vorname ist verschieden; ");
        assertThat(why.caps()).anyMatch(cap -> cap.contains("Zwillinge"));
    }

    @Test
    void titlesStatusAndContactAreNeverShownAndNumbersNeither() {
        FieldValues one = person("Yusuf", "Karademir", "1987-05-17").set("person.names.official.title", "Dr. Geheim")
                .set("person.email", "yusuf@beispiel.invalid").set("person.telephone", "05221 000123")
                .set("person.maritalStatus", "VH").set("person.identifiers.azr.value", "000000000017").build();

        PairExplanation why = explainer.explain(file(1, "bamf", false, one), file(2, "bamf", false, one), null)
                .orElseThrow();

        assertThat(new String(ExplanationJson.write(why), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Geheim", "beispiel.invalid", "000123", "000000000017", "VH");
        assertThat(line(why, "EMAIL").words()).isEqualTo("gleich");
        assertThat(why.hidden()).containsExactly(
                "Verglichen, aber nicht gezeigt: E-Mail-Adresse, Telefonnummer, Kennnummer.");
    }

    @Test
    void ofAPersonWithADisclosureBlockNoAddressIsShownOnEitherSide() {
        FieldValues one = living(person("Yusuf", "Karademir", "1987-05-17"), "Verborgene Gasse", "3").build();

        PairExplanation why = explainer.explain(file(1, "sonstige", true, one), file(2, "sonstige", false, one), null)
                .orElseThrow();

        assertThat(ExplanationText.of(why, "A", "B")).doesNotContain("Verborgene", "32049")
                .contains("wegen einer Auskunftssperre nicht gezeigt");
        assertThat(line(why, "ADDRESS").words()).isEqualTo("gleich");
    }

    @Test
    void whatIsKeptIsReadAgainAndWithoutValuesNoneIsLeft() {
        PairExplanation why = explain(living(person("Yusuf", "Karademir", "1987-05-17"), "Talweg", "3").build(),
                living(person("Yusuf", "Karademir", "1987-01-01"), "Talweg", "3").build());

        assertThat(ExplanationJson.read(ExplanationJson.write(why))).isEqualTo(why);
        assertThat(ExplanationText.of(why.withoutValues(), "A", "B")).doesNotContain("Yusuf", "Karademir", "Talweg", "1987");
        assertThat(why.toString()).doesNotContain("Yusuf");
    }

    @Test
    void theTerminalShowsTheDistanceToTheNextCandidateAndFoldsLongValues() {
        FieldValues long1 = living(person("Yusuf", "Karademir", "1987-05-17"),
                "Ehemalige Allee der sehr langen Straßennamen", "3").build();
        PairExplanation why = explainer.explain(file(1, "sonstige", false, long1), file(2, "sonstige", false, long1), 2.0)
                .orElseThrow();

        assertThat(why.next()).isEqualTo(why.bits() - 2.0);
        assertThat(ExplanationText.of(why, "AWO Beispielstadt", "Jobcenter"))
                .contains("Abstand zum nächsten Kandidaten: ", "Wahrscheinlichkeit ", "AWO Beispielstadt")
                .doesNotContain("Ehemalige Allee der sehr langen Straßennamen");
        assertThat(ExplanationText.of(explain(long1, long1), "A", "B")).contains("Kein anderer Kandidat.");
    }

    @Test
    void aFileOfWhichNothingIsKeptCannotBeExplained() {
        assertThat(explainer.explain(new KnownFile(1, "awo", "sonstige", 1, List.of(), false),
                file(2, "sonstige", false, person("Yusuf", null, null).build()), null)).isEmpty();
    }

    private PairExplanation explain(FieldValues left, FieldValues right) {
        return explainer.explain(file(1, "sonstige", false, left), file(2, "sonstige", false, right), null).orElseThrow();
    }

    private static KnownFile file(long id, String authority, boolean blocked, FieldValues person) {
        return new KnownFile(id, "awo", authority, id, List.of(person), blocked);
    }

    private static Line line(PairExplanation why, String trait) {
        return why.lines().stream().filter(line -> line.trait().equals(trait)).findFirst().orElseThrow();
    }
}
