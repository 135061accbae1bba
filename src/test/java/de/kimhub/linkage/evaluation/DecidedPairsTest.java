package de.kimhub.linkage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.testing.Database;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class DecidedPairsTest {

    @RegisterExtension
    final Database database = new Database();

    @Test
    void decisions_count_in_the_band_in_which_linkage_has_the_pair() {
        Files files = new Files(database);
        files.pair(Band.SURE, true, 19).pair(Band.SURE, false, 1).pair(Band.REVIEW, true, 30).pair(Band.REVIEW, false, 70)
                .pair(null, true, 1).pair(null, false, 4);
        DecidedPairs decided = read();

        assertThat(decided.count()).isEqualTo(125);
        assertThat(decided.precision(Band.SURE)).isEqualTo(new Proportion(19, 20));
        assertThat(decided.precision(Band.REVIEW)).isEqualTo(new Proportion(30, 100));
        assertThat(decided.precision(Band.NEW)).isEqualTo(new Proportion(1, 5));
        assertThat(decided.recall(Band.SURE)).isEqualTo(new Proportion(19, 50));
        assertThat(decided.text()).contains("Entscheidungen 125", "0,950", "0,300");
        assertThat(decided.numbers()).containsKeys("decisions", "sure", "review", "new");
    }

    @Test
    void what_was_undone_does_not_count() {
        new Files(database).pair(Band.REVIEW, true, 3);
        database.jdbc().sql("update identity.pair_decision set undone_at = now(), undone_by = 'x' where id = 1").update();

        assertThat(read().count()).isEqualTo(2);
    }

    @Test
    void without_decisions_nothing_is_claimed() {
        assertThat(read().text()).contains("nichts zu messen");
        assertThat(read().numbers()).containsEntry("decisions", 0L);
    }

    @Test
    void a_pair_belongs_to_the_day_on_which_its_later_file_came() {
        Files files = new Files(database);
        long old = files.file(200);
        long before = files.file(60);
        long recent = files.file(5);
        files.linked(old, before, Band.SURE).linked(before, recent, Band.REVIEW).linked(old, recent, Band.REVIEW)
                .linked(old, files.file(190), Band.SURE);

        assertThat(BandDrift.read(new JdbcTemplate(database.dataSource()))).containsExactly(
                new BandDrift("SURE", 1, 0, 1, 1), new BandDrift("REVIEW", 1, 2, 1, 0));
    }

    @Test
    void the_alarm_rings_at_more_than_twice_and_less_than_half_and_not_by_chance() {
        assertThat(new BandDrift("REVIEW", 1000, 210, 3000, 300).hasMoved()).isTrue();
        assertThat(new BandDrift("REVIEW", 1000, 199, 3000, 300).hasMoved()).isFalse();
        assertThat(new BandDrift("SURE", 1000, 49, 3000, 300).hasMoved()).isTrue();
        assertThat(new BandDrift("SURE", 1000, 51, 3000, 300).hasMoved()).isFalse();
        assertThat(new BandDrift("SURE", 1000, 0, 3000, 300).hasMoved()).isTrue();
        assertThat(new BandDrift("SURE", 100, 90, 3000, 300).hasMoved()).as("few files").isFalse();
        assertThat(new BandDrift("SURE", 1000, 20, 3000, 0).hasMoved()).as("few pairs").isFalse();
        assertThat(new BandDrift("SURE", 1000, 200, 0, 0).hasMoved()).as("nothing before").isFalse();
    }

    private DecidedPairs read() {
        return DecidedPairs.read(new JdbcTemplate(database.dataSource()));
    }
}
