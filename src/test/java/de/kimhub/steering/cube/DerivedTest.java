package de.kimhub.steering.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is worked out from cells, and what is not. */
class DerivedTest {

    private static final List<Category> CLASSES = List.of(new Category("a", "bis 7", 0, 7, null),
            new Category("b", "8 bis 14", 8, 14, null), new Category("c", "mehr als 14", 15, null, null));

    private static Quantile median(Figure... counts) {
        return Derived.quantile(CLASSES, List.of(counts), 0.5);
    }

    @Test
    void a_median_lies_within_its_class_as_if_all_were_evenly_spread() {
        assertThat(median(Figure.of(10), Figure.of(10), Figure.of(0)).days().value()).isEqualTo(8);
        assertThat(median(Figure.of(5), Figure.of(10), Figure.of(5)).days().value()).isEqualTo(11.5);
        assertThat(median(Figure.of(5), Figure.of(10), Figure.of(5)).text()).isEqualTo("11,5 Tage");
        assertThat(median(Figure.of(2), Figure.of(2), Figure.of(30)).text()).isEqualTo("mindestens 15 Tage");
    }

    @Test
    void one_hidden_cell_hides_whatever_is_worked_out_with_it() {
        assertThat(median(Figure.of(50), Figure.HIDDEN, Figure.of(50)).days()).isEqualTo(Figure.HIDDEN);
        assertThat(Derived.share(Figure.HIDDEN, Figure.of(100))).isEqualTo(Figure.HIDDEN);
        assertThat(Derived.share(Figure.of(20), Figure.HIDDEN)).isEqualTo(Figure.HIDDEN);
        assertThat(Derived.change(Figure.of(20), Figure.HIDDEN)).isEqualTo(Figure.HIDDEN);
        assertThat(Derived.sum(List.of(Figure.of(20), Figure.UNKNOWN, Figure.HIDDEN))).isEqualTo(Figure.HIDDEN);
        assertThat(Derived.change(Figure.of(20), Figure.UNKNOWN)).isEqualTo(Figure.UNKNOWN);
        assertThat(Derived.perPost(Figure.HIDDEN, 20)).isEqualTo(Figure.HIDDEN);
    }

    @Test
    void few_people_have_no_median_and_no_share_and_few_posts_no_cases_per_post() {
        assertThat(median(Figure.of(5), Figure.of(4), Figure.of(0)).days()).isEqualTo(Figure.HIDDEN);
        assertThat(median(Figure.of(0), Figure.of(0), Figure.of(0)).days()).isEqualTo(Figure.UNKNOWN);
        assertThat(Derived.share(Figure.of(5), Figure.of(9))).isEqualTo(Figure.HIDDEN);
        assertThat(Derived.share(Figure.of(5), Figure.of(10)).value()).isEqualTo(50);
        assertThat(Derived.perPost(Figure.of(200), 4.9)).isEqualTo(Figure.HIDDEN);
        assertThat(Derived.perPost(Figure.of(200), 5).value()).isEqualTo(40);
    }

    @Test
    void numbers_are_written_as_people_here_write_them() {
        assertThat(List.of(Figure.of(1213).text(), Figure.of(46.5).text(), Figure.of(0).text(), Figure.HIDDEN.text(), Figure.UNKNOWN.text(),
                Figure.of(34).changeText(), Figure.of(-8).changeText(), Figure.of(0).changeText()))
                .containsExactly("1.213", "46,5", "–", "*", ".", "+ 34", "− 8", "± 0");
    }
}
