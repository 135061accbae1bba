package de.kimhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.message.Measure;
import de.kimhub.operations.Health;
import de.kimhub.operations.Health.State;
import de.kimhub.steering.SteeringParts;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.fact.Periods;
import de.kimhub.steering.release.Releases;
import de.kimhub.testing.Database;
import de.kimhub.testing.HandClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A release that fails is an alert until it is made. */
class SteeringWorkTest {

    private static final LocalDate CUT_OFF = LocalDate.of(2026, 4, 30);

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(CUT_OFF.minusDays(1));
    private boolean broken = true;

    private final class Sources extends SteeringParts.AllMeasures {

        @Override
        public Map<Measure, Ground> grounds() {
            if (broken) {
                throw new DataAccessResourceFailureException("could not extend the file of Erika Muster");
            }
            return super.grounds();
        }
    }

    @Test
    void a_release_that_fails_is_broken_until_it_is_made_by_whomever() throws IOException {
        try (AnnotationConfigApplicationContext hub = SteeringParts.start(database, folder, clock)) {
            hub.getBean(Periods.class).begin(new Quarter(2026, 1));
            Releases releases = hub.getBean(Releases.class);
            SteeringWork work = new SteeringWork(releases, new Sources(), clock);
            work.releaseDue();
            assertThat(work.entries()).as("not due").isEmpty();

            clock.set(CUT_OFF);
            assertThat(work.entries()).as("due today").isEmpty();
            assertThatThrownBy(work::releaseDue).isInstanceOf(DataAccessResourceFailureException.class);
            Health health = new Health(hub.getBean(JdbcTemplate.class));
            health.report("node", work.entries());
            assertThat(health.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.state()).isEqualTo(State.BROKEN);
                assertThat(finding.component()).isEqualTo("Lenkungsgruppe");
                assertThat(finding.text()).startsWith("1. Quartal 2026: ").endsWith("[HUB-STG-018]").doesNotContain("Erika");
            });

            broken = false;
            work.releaseDue();
            health.report("node", work.entries());
            assertThat(health.findings()).isEmpty();

            broken = true;
            clock.set(LocalDate.of(2026, 7, 30));
            assertThatThrownBy(work::releaseDue).isInstanceOf(RuntimeException.class);
            assertThat(work.entries()).hasSize(1);
            broken = false;
            releases.release(new Quarter(2026, 2), LocalDate.of(2026, 7, 30), new Sources(), line -> { });
            assertThat(work.entries()).as("made by hand, or by another node").isEmpty();
        }
    }

    @Test
    void a_release_that_nobody_tries_is_a_notice_after_a_day() throws IOException {
        try (AnnotationConfigApplicationContext hub = SteeringParts.start(database, folder, clock)) {
            hub.getBean(Periods.class).begin(new Quarter(2026, 1));
            SteeringWork work = new SteeringWork(hub.getBean(Releases.class), new Sources(), clock);
            clock.set(CUT_OFF.plusDays(2));
            assertThat(work.entries()).singleElement().satisfies(entry -> {
                assertThat(entry.state()).isEqualTo(State.NOTICE);
                assertThat(entry.text()).endsWith("[HUB-STG-019]");
            });
        }
    }
}
