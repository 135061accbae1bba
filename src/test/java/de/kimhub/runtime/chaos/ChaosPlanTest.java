package de.kimhub.runtime.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {

    @Test
    void theLoadIsWhatWasAskedFor() {
        ChaosPlan plan = ChaosPlan.of(20_000, 20, 1);

        assertThat(plan.people() * plan.snapshots()).isBetween(19_900, 20_000);
        assertThat(plan.enrolled() * ChaosPlan.ROWS_PER_PERSON).isEqualTo(2_000);
        assertThat(plan.portions()).isEqualTo(20);
    }

    @Test
    void everyNamedPointIsUsedAndTheJournalIsLostOnce() {
        List<Kill> kills = Kill.draw(20, new Random(1), ChaosPlan.of(20_000, 20, 1)::needsTheOthersFinished);

        assertThat(kills).hasSize(20);
        assertThat(kills.stream().filter(Kill::atPoint).map(Kill::point)).containsAll(Kill.POINTS);
        assertThat(kills.stream().filter(Kill::journalLost)).hasSize(1);
        assertThat(kills.stream().filter(Kill::databaseToo)).isNotEmpty();
    }

    @Test
    void theSameSeedMakesTheSameKills() {
        assertThat(Kill.draw(20, new Random(3), i -> false))
                .isEqualTo(Kill.draw(20, new Random(3), i -> false));
    }
}
