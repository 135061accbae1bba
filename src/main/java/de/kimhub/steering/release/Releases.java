package de.kimhub.steering.release;

import de.kimhub.disclosure.DisclosureMethod;
import de.kimhub.disclosure.Effort;
import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Catalogue;
import de.kimhub.steering.catalogue.CurrentSettings;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.SteeringProblem;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.catalogue.TableDefinition;
import de.kimhub.steering.fact.Periods;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes releases: closes the period, works out what may be shown, and publishes it in one transaction. A release is never
 * changed; one that was interrupted is begun again.
 */
@Component
public class Releases {

    private final CurrentSettings settings;
    private final Periods periods;
    private final BaseReader bases;
    private final LedgerStore ledger;
    private final Publication publication;
    private final TransactionTemplate transactions;
    private final DisclosureMethod method;

    Releases(CurrentSettings settings, Periods periods, BaseReader bases, LedgerStore ledger, Publication publication,
             TransactionTemplate transactions, DisclosureMethod method) {
        this.settings = settings;
        this.periods = periods;
        this.bases = bases;
        this.ledger = ledger;
        this.publication = publication;
        this.transactions = transactions;
        this.method = method;
    }

    /**
     * @param tables   how many are shown
     * @param withheld by id of a table why it is not
     */
    public record Result(String id, int tables, int shown, int hidden, Map<String, String> withheld) {
    }

    /** The next period that can be released on this day. */
    public Optional<Quarter> due(LocalDate today) {
        SteeringSettings now = settings.now();
        return !now.given() ? Optional.empty()
                : next().filter(one -> !now.cutOff(one).isAfter(today));
    }

    private Optional<Quarter> next() {
        List<LedgerStore.Run> runs = ledger.runs();
        return runs.isEmpty() ? periods.beginning() : Optional.of(Quarter.parse(runs.getLast().period()).plus(1));
    }

    /**
     * @param progress is told what happens, in German
     * @throws ReleaseRefused when it is not the time for it
     */
    public Result release(Quarter period, LocalDate today, FactSources sources, Consumer<String> progress) {
        SteeringSettings now = settings.now();
        check(period, today, now);
        OffsetDateTime startedAt = OffsetDateTime.now();
        transactions.executeWithoutResult(status -> periods.close(period, now.cutOff(period)));
        progress.accept(period.label() + " ist abgeschlossen.");
        ReleasePlan plan = plan(period, sources, progress, now);
        return transactions.execute(status -> {
            LedgerStore.Run run = new LedgerStore.Run(period.address(), ledger.runs().size() + 1, period.id());
            ledger.begin(run, startedAt);
            return publication.publish(new Making(run, period, today, now), plan, sources);
        });
    }

    private void check(Quarter period, LocalDate today, SteeringSettings now) {
        if (!now.given()) {
            throw new ReleaseRefused(SteeringProblem.NO_SETTINGS);
        }
        Quarter next = next().orElseThrow(() -> new ReleaseRefused(SteeringProblem.NOTHING));
        if (period.compareTo(next) != 0) {
            throw new ReleaseRefused(period.compareTo(next) < 0 ? SteeringProblem.RELEASED : SteeringProblem.NOT_IN_ORDER);
        }
        if (now.cutOff(period).isAfter(today)) {
            throw new ReleaseRefused(SteeringProblem.NOT_YET);
        }
    }

    private static Set<Measure> told(Map<Measure, FactSources.Ground> grounds, Map<Measure, ReleasePlan.Known> known) {
        return known.keySet().stream().filter(one -> grounds.containsKey(one) || !known.get(one).earlier().isEmpty())
                .collect(Collectors.toSet());
    }

    private ReleasePlan plan(Quarter period, FactSources sources, Consumer<String> progress, SteeringSettings now) {
        Map<Measure, FactSources.Ground> grounds = sources.grounds();
        Map<Measure, ReleasePlan.Known> known = new EnumMap<>(Measure.class);
        int before = ledger.runs().size();
        for (Measure measure : Catalogue.measures()) {
            known.put(measure, new ReleasePlan.Known(bases.of(measure, period), ledger.facts(measure, before)));
        }
        known.computeIfPresent(Measure.ARRIVAL, (measure, arrivals) -> new ReleasePlan.Known(arrivals.base(), CohortSizes.withCohorts(
                arrivals.base(), arrivals.earlier(), known.entrySet().stream().filter(one -> one.getKey().isOnTheWay())
                        .map(one -> one.getValue().earlier()))));
        PlannedTables tables = new PlannedTables(new TablePlanner(now, Quarter.between(periods.beginning().orElseThrow(), period),
                told(grounds, known), new CohortSizes(known.get(Measure.ARRIVAL).earlier())), progress);
        for (TableDefinition table : Catalogue.tables()) {
            if (!now.wants(table)) {
                continue;
            }
            if (table.measures().stream().noneMatch(grounds::containsKey)) {
                tables.withhold(table.id(), Reasons.NO_SOURCE);
            } else {
                tables.add(table, now.tables().getOrDefault(table.id(), 0));
            }
        }
        ReleasePlan plan = new ReleasePlan(tables, new ReleasePlan.Tools(method, Effort.USUAL, now.threshold(), progress), known);
        plan.run();
        return plan;
    }
}
