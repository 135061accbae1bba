package de.kimhub.linkage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.comparison.Level;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    @Test
    void who_is_written_the_same_everywhere_is_found_everywhere() {
        Evaluation evaluation = People.pairs(60).evaluate();

        assertThat(evaluation.rows()).isEqualTo(120);
        assertThat(evaluation.people()).isEqualTo(60);
        assertThat(evaluation.truePairs()).isEqualTo(60);
        assertThat(evaluation.blocking().completeness().value()).isEqualTo(1);
        assertThat(evaluation.atHalf()).isEqualTo(new Quality(60, 0, 0));
        assertThat(evaluation.best().quality().f1()).isEqualTo(1);
        assertThat(evaluation.persons().quality()).isEqualTo(evaluation.sure());
        assertThat(evaluation.falseAlarms()).isEmpty();
        assertThat(evaluation.missed()).isEmpty();
    }

    @Test
    void rows_that_look_the_same_but_are_two_people_are_false_alarms_with_their_reasons() {
        People people = People.pairs(60)
                .row("X", "Wilma", "Beispiel", "1971-05-06", "Am Muster 1", "Nirgendwo")
                .row("Y", "Wilma", "Beispiel", "1971-05-06", "Am Muster 1", "Nirgendwo");
        Evaluation evaluation = people.evaluate();

        assertThat(evaluation.atHalf()).isEqualTo(new Quality(60, 1, 0));
        assertThat(evaluation.falseAlarms()).singleElement().satisfies(error -> {
            assertThat(List.of(error.left().line(), error.right().line())).containsExactlyInAnyOrder(122L, 123L);
            assertThat(error.score().evidence()).extracting(one -> one.level())
                    .contains(Level.GIVEN_EQUAL, Level.FAMILY_EQUAL, Level.BIRTH_EQUAL);
        });
    }

    @Test
    void a_pair_that_shares_no_key_is_missed_and_told_apart_from_one_that_was_compared() {
        People people = People.pairs(60)
                .row("X", "Wilma", "Beispiel", "1971-05-06")
                .row("X", "Hugo", "Anders", "1934-08-19");
        Evaluation evaluation = people.evaluate();

        assertThat(evaluation.blocking().completeness()).isEqualTo(new Proportion(60, 61));
        assertThat(evaluation.atHalf().falseNegatives()).isEqualTo(1);
        assertThat(evaluation.sureAndReview().recall()).isEqualTo(new Proportion(60, 61));
        assertThat(evaluation.missed()).singleElement().satisfies(error -> assertThat(error.compared()).isFalse());
    }

    @Test
    void of_febrl_s_record_names_the_number_counts() {
        Evaluation evaluation = new People().row("rec-1-org", "Ada", "Muster", "1980-02-03")
                .row("rec-1-dup-0", "Ada", "Muster", "1980-02-03").row("rec-11-org", "Bo", "Probe", "1990-04-05").evaluate();

        assertThat(evaluation.people()).isEqualTo(2);
        assertThat(evaluation.truePairs()).isEqualTo(1);
    }

    @Test
    void rows_of_unknown_people_are_nobody_else_s() {
        Evaluation evaluation = new People().row("", "Ada", "Muster", "1980-02-03").row(null, "Ada", "Muster", "1980-02-03")
                .evaluate();

        assertThat(evaluation.unknown()).isEqualTo(2);
        assertThat(evaluation.people()).isEqualTo(2);
        assertThat(evaluation.truePairs()).isZero();
    }

    @Test
    void a_table_of_nobody_and_of_one_row_can_be_measured() {
        assertThat(new People().evaluate().atHalf()).isEqualTo(new Quality(0, 0, 0));
        assertThat(EvaluationText.of(new People().row("A", "Ada").evaluate(), true, true)).contains("Zeilen 1");
    }

    @Test
    void the_more_is_demanded_the_fewer_pairs_are_taken() {
        Evaluation evaluation = somewhatWrong().evaluate();

        assertThat(evaluation.thresholds()).extracting(Threshold::posterior).isSorted();
        List<Long> taken = evaluation.thresholds().stream()
                .map(one -> one.quality().truePositives() + one.quality().falsePositives()).toList();
        assertThat(taken).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(evaluation.thresholds()).allSatisfy(one ->
                assertThat(one.quality().f1()).isLessThanOrEqualTo(evaluation.best().quality().f1()));
    }

    @Test
    void every_compared_pair_is_in_the_picture_once() {
        Evaluation evaluation = somewhatWrong().evaluate();
        Histogram histogram = evaluation.histogram();

        assertThat(IntStream.range(0, histogram.bars()).mapToLong(bar -> histogram.same(bar) + histogram.different(bar))
                .sum()).isEqualTo(evaluation.blocking().pairs());
        assertThat(IntStream.range(0, histogram.bars()).mapToLong(histogram::same).sum())
                .isEqualTo(evaluation.blocking().completeness().hits());
    }

    @Test
    void the_order_of_the_rows_makes_no_difference() {
        People people = somewhatWrong();
        List<LabelledPerson> other = new ArrayList<>(people.rows());
        java.util.Collections.shuffle(other, new java.util.Random(1));
        Evaluation one = people.evaluate();
        Evaluation shuffled = Evaluator.evaluate(other, ModelSource.SHIPPED, 0);

        assertThat(shuffled.atHalf()).isEqualTo(one.atHalf());
        assertThat(shuffled.sure()).isEqualTo(one.sure());
        assertThat(shuffled.blocking()).isEqualTo(one.blocking());
        assertThat(shuffled.persons()).isEqualTo(one.persons());
    }

    @Test
    void learned_parameters_take_the_place_of_the_shipped_ones_and_see_no_truth() {
        List<LabelledPerson> rows = somewhatWrong().rows();
        List<Traits> given = new ArrayList<>();
        Evaluation learned = Evaluator.evaluate(rows, people -> {
            given.addAll(people);
            Map<Level, Double> never = new TreeMap<>(LinkageModel.shipped().m());
            never.replaceAll((level, share) -> 1e-9);
            return new LinkageModel("never", never, LinkageModel.shipped().u(), 1, .1, .03);
        }, 0);

        assertThat(given).containsExactlyElementsOf(rows.stream().map(LabelledPerson::traits).toList());
        assertThat(learned.model()).isEqualTo("never");
        assertThat(learned.sure().truePositives()).isZero();
    }

    @Test
    void levels_are_counted_among_pairs_of_one_person_and_of_two() {
        Evaluation evaluation = People.pairs(60).evaluate();

        assertThat(evaluation.levels()).filteredOn(one -> one.level() == Level.BIRTH_EQUAL).singleElement()
                .satisfies(one -> {
                    assertThat(one.same()).isEqualTo(new Proportion(60, 60));
                    assertThat(one.different().value()).isLessThan(.01);
                    assertThat(one.observed()).isPositive();
                });
    }

    /** Some rows say something else, or less, than the other one of the same person. */
    private static People somewhatWrong() {
        People people = People.pairs(40);
        for (int i = 0; i < 20; i++) {
            people.row("V" + i, "Anna" + "bcdfghklmnprstvwxz".charAt(i % 18), "Muster", (1950 + i) + "-04-1" + i % 10)
                    .row("V" + i, "Anna" + "bcdfghklmnprstvwxz".charAt(i % 18), i % 3 == 0 ? "Anders" : "Muster",
                            (1950 + i + i % 2) + "-04-1" + i % 10);
        }
        return people;
    }
}
