package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.Learning;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Population;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.comparison.TraitsCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The model fitted to the people that the hub has: frequencies counted in a random sample, u learnt from random pairs of
 * it and m from confirmed pairs; anew when there are twice as many or a day has passed. What waits for a person is scored
 * anew then ({@link PostgresRescoring}); other pairs keep their score. Thread-safe.
 */
@Component
class CurrentScorer implements Scorers {

    private static final int SAMPLE = 100_000;
    private static final int ENOUGH = 2_000;
    private static final long SEED = 1;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final KeyVault vault;
    private final ConfirmedPairs confirmed;
    private final ModelTable models;
    private final long smallest;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Counted current;

    /** @param smallest records of everybody in the Kreis are compared with the few who are enrolled */
    CurrentScorer(JdbcTemplate jdbc, KeyVault vault, ConfirmedPairs confirmed, ModelTable models,
                  @Value("${kimhub.linkage.smallest-population:20000}") long smallest) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.confirmed = confirmed;
        this.models = models;
        this.smallest = smallest;
    }

    private record Counted(Scorer scorer, Instant since, long personas, long countedAt, long lookedAt) {
    }

    /** In the caller's transaction; before it takes any lock. */
    @Override
    public Scorer now() {
        return counted().scorer();
    }

    @Override
    public Instant since() {
        return counted().since();
    }

    private Counted counted() {
        Counted known = current;
        if (known != null && System.nanoTime() - known.lookedAt() < COUNT_EVERY.toNanos()) {
            return known;
        }
        if (known == null) {
            counting.lock();
        } else if (!counting.tryLock()) {
            return known;
        }
        try {
            current = renewed(current);
            return current;
        } finally {
            counting.unlock();
        }
    }

    private Counted renewed(Counted known) {
        long now = System.nanoTime();
        if (known != null && now - known.lookedAt() < COUNT_EVERY.toNanos()) {
            return known;
        }
        Instant clock = jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class).toInstant();
        long personas = about();
        boolean stands = known != null && personas < 2 * Math.max(1, known.personas())
                && now - known.countedAt() < LONGEST.toNanos();
        return stands ? new Counted(known.scorer(), known.since(), known.personas(), known.countedAt(), now)
                : new Counted(fitted(personas), clock, personas, now, now);
    }

    /** Few people say nothing about people at large: then the shipped parameters stand. */
    private Scorer fitted(long personas) {
        Map<Long, Traits> sample = sample(personas);
        Population population = CountedPopulation.of(Math.max(smallest, personas), sample.values());
        LinkageModel model = LinkageModel.shipped();
        if (sample.size() >= ENOUGH) {
            model = Learning.fromRandomPairs(model, population, List.copyOf(sample.values()), SEED);
            model = Learning.fromConfirmed(model, population, confirmed.among(sample));
        }
        models.keep(model);
        return new Scorer(model, population);
    }

    /** As the database last counted, or exactly while it has not. */
    private long about() {
        long estimate = jdbc.queryForObject("select greatest(reltuples, 0)::bigint from pg_class"
                + " where oid = 'identity.persona'::regclass", Long.class);
        return estimate > 0 ? estimate : jdbc.queryForObject("select count(*) from identity.persona", Long.class);
    }

    /** By file. */
    private Map<Long, Traits> sample(long personas) {
        double percent = personas <= SAMPLE ? 100 : 100.0 * SAMPLE / personas;
        Map<Long, Traits> sample = new LinkedHashMap<>();
        jdbc.query("select case_id, traits from identity.persona tablesample bernoulli (" + percent + ")"
                        + " where traits_version = ? and retracted_at is null limit " + SAMPLE,
                row -> {
                    sample.put(row.getLong(1), TraitsCodec.decode(vault.decrypt(row.getBytes(2), PersonaTable.TRAITS)));
                }, TraitsCodec.VERSION);
        return sample;
    }
}
