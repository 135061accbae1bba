package de.kimhub.steering.fact;

import de.kimhub.steering.catalogue.CurrentSettings;
import de.kimhub.steering.catalogue.Quarter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which period is open: what happened in a closed one counts in the first that is not. Who counts holds a shared lock until
 * the commit, who closes an exclusive one, so nothing gets into a closed period. In the caller's transaction.
 */
@Component
public class Periods {

    private static final long LOCK = 0x5354454552L;

    private final JdbcTemplate jdbc;
    private final CurrentSettings settings;

    Periods(JdbcTemplate jdbc, CurrentSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** What is counted in which period, from one lock on. */
    record Open(Quarter first, Quarter earliest) {

        /** Empty: before anything was counted. */
        Optional<Quarter> of(LocalDate day, LocalDate today) {
            Quarter happened = Quarter.of(day.isAfter(today) ? today : day);
            return happened.compareTo(first) < 0 ? Optional.empty()
                    : Optional.of(happened.compareTo(earliest) < 0 ? earliest : happened);
        }

        boolean isLate(LocalDate day) {
            return Quarter.of(day).compareTo(earliest) < 0;
        }

        boolean isOpen(String period) {
            return period.compareTo(earliest.id()) >= 0;
        }
    }

    Open count(LocalDate today) {
        jdbc.query("select pg_advisory_xact_lock_shared(?)", row -> { }, LOCK);
        Quarter first = beginning().orElseGet(() -> begin(settings.now().firstPeriod().orElse(Quarter.of(today))));
        List<Quarter> closed = closedPeriods();
        Quarter open = closed.isEmpty() ? first : closed.getLast().plus(1);
        while (!settings.now().cutOff(open).isAfter(today)) {
            open = open.plus(1);
        }
        return new Open(first, open);
    }

    public Optional<Quarter> beginning() {
        return jdbc.queryForList("select first from steering.beginning", String.class).stream().findFirst().map(Quarter::parse);
    }

    /** Unless something was counted before. */
    public Quarter begin(Quarter first) {
        jdbc.update("insert into steering.beginning (first) values (?) on conflict do nothing", first.id());
        return beginning().orElseThrow();
    }

    /** In their order. */
    public List<Quarter> closedPeriods() {
        return jdbc.queryForList("select id from steering.period order by id", String.class).stream().map(Quarter::parse).toList();
    }

    /** From now on nothing gets into it. Whoever counts meanwhile is waited for. */
    public void close(Quarter period, LocalDate cutOff) {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> { }, LOCK);
        jdbc.update("insert into steering.period (id, cut_off) values (?, ?) on conflict do nothing", period.id(), cutOff);
    }
}
