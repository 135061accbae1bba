package de.kimhub.linkage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    private static final BiPredicate<List<Integer>, List<Integer>> NONE = (one, other) -> false;

    private final ScoredPairs pairs = new ScoredPairs();

    @Test
    void nobody_is_asked_what_follows_from_an_answer() {
        doubt(0, 1, 8);
        doubt(1, 2, 7);
        doubt(0, 2, 6);

        assertThat(asked("A", "A", "A")).as("0 is 1, 1 is 2: 0 is 2").isEqualTo(2);
        assertThat(asked("A", "A", "B")).as("0 is 1, 1 is not 2: nor is 0").isEqualTo(2);
        assertThat(asked("A", "B", "C")).as("nothing follows").isEqualTo(3);
    }

    /** Rows 0 and 1 are joined already, and so are 2 and 3. */
    @Test
    void an_answer_holds_for_all_files_of_both_persons() {
        doubt(0, 2, 8);
        doubt(1, 3, 7);

        assertThat(new Questions(pairs, truth("A", "A", "B", "B"), new int[] {0, 0, 2, 2}, NONE).asked()).isEqualTo(1);
        assertThat(new Questions(pairs, truth("A", "A", "A", "A"), new int[] {0, 0, 2, 2}, NONE).asked()).isEqualTo(1);
    }

    @Test
    void that_a_third_is_another_is_still_known_when_two_become_one() {
        doubt(1, 2, 8);
        doubt(0, 1, 7);
        doubt(0, 2, 6);

        assertThat(asked("A", "A", "B")).isEqualTo(2);
    }

    @Test
    void the_likeliest_is_asked_first_in_whatever_order_they_were_found() {
        doubt(0, 2, 1);
        doubt(1, 2, 2);
        doubt(0, 1, 3);

        assertThat(asked("A", "A", "B")).isEqualTo(2);
    }

    @Test
    void nobody_is_asked_about_one_person_or_below_review() {
        doubt(0, 1, 8);
        pairs.add(1, 2, score(Band.NEW, -9), false);

        assertThat(new Questions(pairs, truth("A", "A", "B"), new int[] {0, 0, 2}, NONE).asked()).isZero();
    }

    /** Rows 0 and 1 are joined already, and 1 says something else than 2. */
    @Test
    void nobody_is_asked_about_persons_whose_rows_contradict_each_other_as_they_are_by_then() {
        doubt(0, 2, 8);
        doubt(2, 3, 7);
        BiPredicate<List<Integer>, List<Integer>> contradict = (one, other) ->
                one.contains(1) && other.contains(2) || one.contains(2) && other.contains(1);

        Questions questions = new Questions(pairs, truth("A", "A", "B", "A"), new int[] {0, 0, 2, 3}, contradict);

        assertThat(questions.isShown(0)).isFalse();
        assertThat(questions.isShown(1)).isTrue();
        assertThat(questions.asked()).isEqualTo(1);
    }

    private void doubt(int left, int right, double bits) {
        pairs.add(left, right, score(Band.REVIEW, bits), false);
    }

    private static PairScore score(Band band, double bits) {
        return new PairScore(bits, .5, band, List.of(), Set.of());
    }

    private long asked(String... persons) {
        int[] rows = new int[persons.length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        return new Questions(pairs, truth(persons), rows, NONE).asked();
    }

    private static Truth truth(String... persons) {
        People people = new People();
        for (String person : persons) {
            people.row(person, "Ada", "Muster", "1980-02-03");
        }
        return new Truth(people.rows());
    }
}
