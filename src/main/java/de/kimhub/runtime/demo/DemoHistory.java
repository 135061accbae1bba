package de.kimhub.runtime.demo;

import de.kimhub.message.Measure;
import de.kimhub.pseudonym.Domain;
import de.kimhub.pseudonym.PseudonymDomains;
import de.kimhub.pseudonym.Pseudonymisation;
import de.kimhub.pseudonym.Rotations;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.fact.Facts;
import de.kimhub.steering.fact.Periods;
import de.kimhub.steering.release.FactSources;
import de.kimhub.steering.release.Releases;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invented quarters of a Kreis, counted and published as real ones are: the demo's own year is too small and too quick
 * for that. What is invented is marked in every table.
 */
public final class DemoHistory {

    private static final int CUT_OFF_DAYS = 30;
    private static final int DELIVERED_BEFORE = 5;

    private final Function<Class<?>, Object> beans;
    private final int cases;
    private final int quarters;
    private final long seed;

    /** @param beans parts of the hub */
    public DemoHistory(Function<Class<?>, Object> beans, int cases, int quarters, long seed) {
        this.beans = beans;
        this.cases = cases;
        this.quarters = quarters;
        this.seed = seed;
    }

    private <T> T bean(Class<T> type) {
        return type.cast(beans.apply(type));
    }

    /** Counts unless something was counted before, and publishes what is not yet. @param progress is told what happens, in German */
    public void publish(LocalDate today, Consumer<String> progress) {
        String domain = bean(PseudonymDomains.class).domains().stream().filter(Domain::forSteeringGroup).findFirst().orElseThrow().name();
        if (!bean(Pseudonymisation.class).ready(domain)) {
            bean(Rotations.class).create(domain);
        }
        Quarter last = Quarter.of(today.minusDays(CUT_OFF_DAYS)).plus(-1);
        if (begin(domain, Quarter.between(last.plus(1 - quarters), last))) {
            progress.accept("Erfundene Zahlen aus " + quarters + " Quartalen eines Kreises mit " + cases + " Fällen sind gezählt.");
        }
        FactSources sources = new AsIfDelivered(bean(FactSources.class));
        for (Quarter quarter : Quarter.between(bean(Periods.class).beginning().orElseThrow(), last)) {
            if (bean(Releases.class).due(today).filter(quarter::equals).isPresent()) {
                Releases.Result result = bean(Releases.class).release(quarter, today, sources, line -> { });
                progress.accept("%s veröffentlicht: %d Tabellen, %d Zahlen gezeigt, %d aus Datenschutz nicht gezeigt%s.".formatted(
                        quarter.label(), result.tables(), result.shown(), result.hidden(), result.withheld().isEmpty() ? ""
                                : ", zurückgehalten: " + String.join(", ", result.withheld().keySet())));
            }
        }
    }

    private boolean begin(String domain, List<Quarter> all) {
        return Boolean.TRUE.equals(bean(TransactionTemplate.class).execute(status -> {
            Periods periods = bean(Periods.class);
            if (periods.beginning().isPresent()) {
                return false;
            }
            periods.begin(all.getFirst());
            HistoryFacts history = new HistoryFacts(bean(Pseudonymisation.class), domain, cases, seed);
            all.forEach(quarter -> bean(Facts.class).take(history.of(quarter), quarter.end()));
            return true;
        }));
    }

    /** Everybody delivered in time, as the invented facts did. */
    private record AsIfDelivered(FactSources real) implements FactSources {

        @Override
        public Map<Measure, Ground> grounds() {
            return real.grounds();
        }

        @Override
        public Map<String, LocalDate> lastDeliveries(LocalDate until) {
            Map<String, LocalDate> all = new HashMap<>(real.lastDeliveries(until));
            HistoryFacts.INSTANCES.forEach(one -> all.put(one, until.minusDays(DELIVERED_BEFORE)));
            return all;
        }

        @Override
        public Set<String> withOpenReviews() {
            return real.withOpenReviews();
        }
    }
}
