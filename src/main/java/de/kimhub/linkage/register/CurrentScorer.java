package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.comparison.TraitsCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The model with the frequencies of the people that the hub has. They are counted in a random sample, and anew when
 * there are twice as many or a day has passed; what was scored before keeps its score. Thread-safe.
 */
@Component
class CurrentScorer implements Scorers {

    private static final int SAMPLE = 100_000;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration COUNT_EVERY = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final KeyVault vault;
    private final long smallest;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Counted current;

    /** @param smallest records of everybody in the Kreis are compared with the few who are enrolled */
    CurrentScorer(JdbcTemplate jdbc, KeyVault vault,
                  @Value("${kimhub.linkage.smallest-population:20000}") long smallest) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.smallest = smallest;
    }

    private record Counted(Scorer scorer, long personas, long countedAt, long lookedAt) {
    }

    /** In the caller's transaction; before it takes any lock. */
    @Override
    public Scorer now() {
        Counted known = current;
        if (known != null && System.nanoTime() - known.lookedAt() < COUNT_EVERY.toNanos()) {
            return known.scorer();
        }
        if (known == null) {
            counting.lock();
        } else if (!counting.tryLock()) {
            return known.scorer();
        }
        try {
            current = renewed(current);
            return current.scorer();
        } finally {
            counting.unlock();
        }
    }

    private Counted renewed(Counted known) {
        long now = System.nanoTime();
        if (known != null && now - known.lookedAt() < COUNT_EVERY.toNanos()) {
            return known;
        }
        long personas = about();
        boolean stands = known != null && personas < 2 * Math.max(1, known.personas())
                && now - known.countedAt() < LONGEST.toNanos();
        return stands ? new Counted(known.scorer(), known.personas(), known.countedAt(), now)
                : new Counted(new Scorer(LinkageModel.shipped(), CountedPopulation.of(Math.max(smallest, personas),
                        sample(personas))), personas, now, now);
    }

    /** As the database last counted, or exactly while it has not. */
    private long about() {
        long estimate = jdbc.queryForObject("select greatest(reltuples, 0)::bigint from pg_class"
                + " where oid = 'identity.persona'::regclass", Long.class);
        return estimate > 0 ? estimate : jdbc.queryForObject("select count(*) from identity.persona", Long.class);
    }

    private List<Traits> sample(long personas) {
        double percent = personas <= SAMPLE ? 100 : 100.0 * SAMPLE / personas;
        List<Traits> sample = new ArrayList<>();
        jdbc.query("select traits from identity.persona tablesample bernoulli (" + percent + ")"
                        + " where traits_version = ? limit " + SAMPLE,
                row -> {
                    sample.add(TraitsCodec.decode(vault.decrypt(row.getBytes(1), PersonaTable.TRAITS)));
                }, TraitsCodec.VERSION);
        return sample;
    }
}
