package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.testing.Database;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class LaneLockTest {

    private static final LaneId LANE = new LaneId(3, 1);

    /** In this test's own database: others run beside it on the same server. */
    private static final String HELD = " from pg_locks where locktype = 'advisory'"
            + " and database = (select oid from pg_database where datname = current_database())";

    @RegisterExtension
    final Database database = new Database();

    @Test
    void everythingWithinRunsInTheSessionThatHoldsTheLock() {
        lock().holding(LANE, null, () -> {
            int holder = jdbc().queryForObject("select pid" + HELD + " and granted", Integer.class);
            int first = database.transactions().execute(status -> session());
            int second = database.transactions().execute(status -> session());
            assertThat(holder).isEqualTo(session()).isEqualTo(first).isEqualTo(second);
            return null;
        });
    }

    @Test
    void aRolledBackTransactionKeepsTheLock() {
        lock().holding(LANE, null, () -> {
            database.transactions().executeWithoutResult(status -> status.setRollbackOnly());
            assertThat(inAnotherThread(LANE)).isEqualTo("taken");
            return null;
        });
    }

    @Test
    void holdsOneLaneOfOneRecipientOnly() {
        String result = lock().holding(LANE, "taken", () -> {
            assertThat(inAnotherThread(LANE)).isEqualTo("taken");
            assertThat(inAnotherThread(new LaneId(3, 2))).isEqualTo("free");
            assertThat(inAnotherThread(new LaneId(4, 1))).isEqualTo("free");
            assertThat(inAnotherThread(new LaneId(3, Delivery.ACKNOWLEDGEMENTS))).isEqualTo("free");
            return "held";
        });

        assertThat(result).isEqualTo("held");
        assertThat(inAnotherThread(LANE)).isEqualTo("free");
    }

    @Test
    void isGivenBackWhenTheWorkFails() {
        assertThatThrownBy(() -> lock().holding(LANE, null, () -> {
            throw new IllegalStateException("work");
        })).hasMessage("work");

        assertThat(inAnotherThread(LANE)).isEqualTo("free");
        assertThat(jdbc().queryForObject("select count(*)" + HELD, Integer.class)).isZero();
    }

    private LaneLock lock() {
        return new LaneLock(database.dataSource());
    }

    private JdbcTemplate jdbc() {
        return new JdbcTemplate(database.dataSource());
    }

    private int session() {
        return jdbc().queryForObject("select pg_backend_pid()", Integer.class);
    }

    private String inAnotherThread(LaneId lane) {
        return CompletableFuture.supplyAsync(() -> lock().holding(lane, "taken", () -> "free")).join();
    }
}
