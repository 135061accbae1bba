package de.kimhub.steering.release;

import de.kimhub.disclosure.CellSuppression;
import de.kimhub.disclosure.Effort;
import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Catalogue;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.catalogue.SteeringSettings.Municipality;
import de.kimhub.steering.catalogue.SteeringSettings.Organisation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An invented Kreis that publishes quarter after quarter, without a database: what is counted, and all that was said. */
final class PublishedKreis {

    static final String HERFORD = "05758012";
    static final String BUENDE = "05758004";
    static final int THRESHOLD = 5;
    static final Effort EFFORT = new Effort(Duration.ofSeconds(5), Duration.ofMinutes(2), 1);

    private static final Quarter FIRST = new Quarter(2026, 1);

    private final SteeringSettings settings;
    private final Map<Measure, Map<GroupKey, Base.Group>> units = new EnumMap<>(Measure.class);
    private final Map<Measure, Map<String, LedgerStore.Said>> said = new EnumMap<>(Measure.class);
    private ReleasePlan plan;
    private int persons;

    /** @param tables by id the form to begin with */
    PublishedKreis(Map<String, Integer> tables) {
        this.settings = new SteeringSettings("test", new Municipality("05758", "Test", true), Optional.of(FIRST), 1, THRESHOLD, 30, List.of(),
                List.of(new Municipality(BUENDE, "Bünde", true), new Municipality(HERFORD, "Herford", true)),
                List.of(new Organisation("awo", "AWO", Set.of("awo"), Optional.empty()),
                        new Organisation("caritas", "Caritas", Set.of("caritas"), Optional.empty())), tables, List.of(), List.of());
        Catalogue.measures().forEach(one -> {
            said.put(one, new LinkedHashMap<>());
            units.put(one, new LinkedHashMap<>());
        });
    }

    static Quarter quarter(int number) {
        return FIRST.plus(number - 1);
    }

    /** Each of somebody else. */
    PublishedKreis count(Measure measure, int number, GroupKey alike) {
        Set<Integer> people = IntStream.range(0, number).mapToObj(one -> ++persons).collect(Collectors.toSet());
        units.get(measure).merge(alike, new Base.Group(alike, number, people), PublishedKreis::together);
        return this;
    }

    private static Base.Group together(Base.Group one, Base.Group other) {
        Set<Integer> both = new HashSet<>(one.persons());
        both.addAll(other.persons());
        return new Base.Group(one.key(), one.count() + other.count(), both);
    }

    /** As it stands at the end of a period. */
    Base base(Measure measure, Quarter period) {
        Map<GroupKey, Base.Group> groups = new LinkedHashMap<>();
        units.get(measure).forEach((key, group) -> {
            if (key.openedIn().compareTo(period.id()) <= 0) {
                boolean later = key.closedIn() != null && key.closedIn().compareTo(period.id()) > 0;
                GroupKey now = !later ? key : new GroupKey(key.municipality(), measure.isOnTheWay() ? "" : key.organisation(), key.theme(), key.route(), "",
                        key.openedIn(), null);
                groups.merge(now, new Base.Group(now, group.count(), group.persons()), PublishedKreis::together);
            }
        });
        return new Base(PossibleGroups.with(measure, List.copyOf(groups.values()), period));
    }

    ReleasePlan release(Quarter period) {
        Map<Measure, ReleasePlan.Known> known = new EnumMap<>(Measure.class);
        said.forEach((one, facts) -> known.put(one, new ReleasePlan.Known(base(one, period), one != Measure.ARRIVAL ? facts
                : CohortSizes.withCohorts(base(one, period), facts, said.entrySet().stream().filter(other -> other.getKey().isOnTheWay())
                .map(Map.Entry::getValue)))));
        PlannedTables tables = new PlannedTables(planner(period), line -> { });
        Catalogue.tables().stream().filter(table -> settings.tables().containsKey(table.id()))
                .forEach(table -> tables.add(table, settings.tables().get(table.id())));
        plan = new ReleasePlan(tables, new ReleasePlan.Tools(new CellSuppression(), EFFORT, THRESHOLD, line -> { }), known);
        plan.run();
        Set<String> published = tables.published();
        plan.ledgers().forEach((one, ledger) -> ledger.ledger().cells().stream().filter(cell -> published.contains(ledger.givingAway(cell.id())))
                .forEach(cell -> said.get(one).putIfAbsent(cell.id(), new LedgerStore.Said(plan.protection(one).hidden().contains(cell.id())
                        ? null : cell.value(), cell.standing() == Standing.PRIMARY, period.number()))));
        return plan;
    }

    TablePlanner planner(Quarter period) {
        return new TablePlanner(settings, Quarter.between(FIRST, period), EnumSet.allOf(Measure.class),
                new CohortSizes(said.get(Measure.ARRIVAL)));
    }

    Map<String, LedgerStore.Said> said(Measure measure) {
        return said.get(measure);
    }

    /** What everybody reads of a number; empty: it is hidden, or stands nowhere. */
    Optional<Long> read(String cell) {
        return Optional.ofNullable(said.get(CellDefinition.read(cell).measure()).get(cell)).map(LedgerStore.Said::value);
    }

    /** All that are read. */
    List<CellDefinition> shown(Measure measure) {
        List<CellDefinition> shown = new ArrayList<>();
        said.get(measure).forEach((text, of) -> {
            if (!of.hidden()) {
                shown.add(CellDefinition.read(text));
            }
        });
        return shown;
    }

    String form(String table) {
        return plan.tables().all().stream().filter(one -> one.definition().id().equals(table)).map(one -> String.join(" ", one.shape().names()))
                .findFirst().orElse("withheld");
    }

    /** Of all tables of the last release. */
    String forms() {
        return settings.tables().keySet().stream().sorted().map(table -> table + " " + form(table)).collect(Collectors.joining(", "));
    }
}
