package de.kimhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class OpenReviewsTest {

    @RegisterExtension
    final Database database = new Database();
    private JdbcTemplate jdbc;

    @BeforeEach
    void fourFiles() {
        jdbc = new JdbcTemplate(database.dataSource());
        jdbc.update("insert into hub.instance (id) values ('awo')");
        jdbc.update("insert into identity.person default values");
        jdbc.update("insert into identity.source_case (instance_no, case_digest, person_id) "
                + "select 1, decode(lpad(n::text, 2, '0'), 'hex'), 1 from generate_series(1, 6) as t (n)");
    }

    @Test
    void whatIsPutOffIsToldApartFromWhatWaitsAndWhatIsDoneDoesNotCount() {
        pair(1, 2, "OPEN", 0, 0);
        pair(1, 3, "SECOND_OPINION", 0, 2);
        pair(1, 4, "LATER", 3, 1);
        pair(1, 5, "LATER", -1, 1);
        pair(1, 6, "ASKED", 3, 1);
        pair(2, 3, "DECIDED", 0, 90);
        pair(2, 4, "MOOT", 0, 90);

        OpenReviews open = OpenReviews.read(jdbc);
        assertThat(open).isEqualTo(new OpenReviews(3, 0, 1, 1, 2));
        assertThat(open.text()).isEqualTo(
                "3 mögliche Dubletten warten auf eine Entscheidung, 2 weitere sind zurückgelegt; die älteste seit 2 Tagen.");
        assertThat(open.finding()).isEmpty();
    }

    @Test
    void whereReviewersDifferForTooLongIsCounted() {
        pair(1, 2, "SECOND_OPINION", 0, 1);
        pair(1, 3, "SECOND_OPINION", 0, 1);
        pair(1, 4, "ASKED", 3, 1);
        jdbc.update("update identity.review set differ_until = now() + interval '1 day' where right_case = 2");
        jdbc.update("update identity.review set differ_until = now() - interval '1 day' where right_case > 2");

        OpenReviews open = OpenReviews.read(jdbc);
        assertThat(open.differing()).isEqualTo(1);
        assertThat(open.text()).startsWith("2 mögliche Dubletten warten auf eine Entscheidung, bei 1 sind sich die "
                + "Prüfenden nicht einig, 1 weitere sind zurückgelegt;");
    }

    @Test
    void whatHasWaitedForAWeekIsANotice() {
        assertThat(OpenReviews.read(jdbc)).isEqualTo(OpenReviews.NONE);
        pair(1, 2, "OPEN", 0, 7);
        assertThat(OpenReviews.read(jdbc).finding()).get().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(Health.State.NOTICE);
            assertThat(entry.text()).contains("1 mögliche Dublette wartet", "7 Tagen", "hub review");
        });
    }

    private void pair(long left, long right, String state, int dueInDays, int ageInDays) {
        jdbc.update("insert into identity.review (left_case, right_case, bits, harm, explanation, model, state, due_at, "
                        + "created_at) values (?, ?, 1, 1, ''::bytea, '1', ?, now() + ? * interval '1 day', "
                        + "now() - ? * interval '1 day')", left, right, state, dueInDays, ageInDays);
    }
}
