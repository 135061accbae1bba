package de.kimhub.steering.release;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Axis;
import de.kimhub.steering.catalogue.Catalogue;
import de.kimhub.steering.catalogue.Form;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.Span;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.catalogue.TableDefinition;
import de.kimhub.steering.fact.Periods;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes a release: its tables into the cube, its proof into the ledger. In the caller's transaction. */
@Component
class Publication {

    private static final String RELEASE = """
            insert into cube.release (id, position, period, label, cut_off, published_at, catalogue, threshold, certificate, checksum)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final Periods periods;
    private final LedgerStore ledger;
    private final CubeWriter cube;
    private final SurroundingsWriter surroundings;

    Publication(JdbcTemplate jdbc, Periods periods, LedgerStore ledger, CubeWriter cube,
                SurroundingsWriter surroundings) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.ledger = ledger;
        this.cube = cube;
        this.surroundings = surroundings;
    }

    Releases.Result publish(Making making, ReleasePlan plan, FactSources sources) {
        LedgerStore.Run run = making.run();
        Quarter period = making.period();
        SteeringSettings settings = making.settings();
        PlannedTables tables = plan.tables();
        Map<String, String> withheld = tables.withheld();
        Set<String> published = tables.published();
        StringBuilder certificates = new StringBuilder();
        plan.ledgers().forEach((measure, of) -> {
            ledger.add(run.id(), of, plan.protection(measure), published);
            certificates.append(ledger.certificate(run.id(), measure).orElseThrow().digest());
        });
        tables.all().forEach(table -> ledger.place(run.id(), table));
        Map<String, PlannedTable> byId = tables.all().stream().collect(Collectors.toMap(one -> one.definition().id(), one -> one));
        String checksum = Digests.of(tables.all().stream().flatMap(table -> CubeWriter.lines(table, plan)).sorted()
                .collect(Collectors.joining("\n")));
        jdbc.update(RELEASE, run.id(), run.position(), period.id(), period.label(), settings.cutOff(period), OffsetDateTime.now(),
                settings.catalogue(), settings.threshold(), Digests.of(certificates.toString()), checksum);
        String note = holdsInvented() ? Synthetic.NOTE : "";
        int position = 0;
        for (TableDefinition table : Catalogue.tables()) {
            PlannedTable planned = byId.get(table.id());
            if (planned != null || withheld.containsKey(table.id())) {
                cube.table(run.id(), position++, table, about(table, planned, withheld.get(table.id()), sources, note, settings));
            }
            if (planned != null) {
                cube.content(run.id(), planned, plan);
            }
        }
        surroundings.write(making, sources);
        return new Releases.Result(run.id(), byId.size(), count(plan, false), count(plan, true), new LinkedHashMap<>(withheld));
    }

    private boolean holdsInvented() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from steering.unit where rule = ?)", Boolean.class,
                Synthetic.RULE));
    }

    private static int count(ReleasePlan plan, boolean hidden) {
        return (int) plan.tables().knownCells().filter(cell -> plan.isHidden(cell.what()) == hidden).count();
    }

    private CubeWriter.About about(TableDefinition table, PlannedTable planned, String withheld, FactSources sources, String note,
                                   SteeringSettings settings) {
        Map<Measure, FactSources.Ground> grounds = sources.grounds();
        String coverage = table.measures().stream().sorted().filter(grounds::containsKey).map(one -> grounds.get(one).words()).distinct()
                .collect(Collectors.joining("; "));
        int wanted = settings.tables().getOrDefault(table.id(), 0);
        Form form = planned == null ? null : planned.shape();
        String coarser = planned == null || planned.form() == wanted ? "" : " Feiner gegliedert (" + table.forms().get(wanted).words()
                + ") wären zu viele Zahlen verdeckt (mehr als ein Fünftel, oder mehr als die Hälfte des jüngsten Zeitraums); deshalb steht "
                + "sie hier " + form.words() + ". Sind es mehr Menschen, steht sie wieder feiner.";
        return new CubeWriter.About(table.definition() + coarser, table.source() + note,
                coverage.isEmpty() ? "niemand wird gezählt" : coverage, firstPeriod(planned == null ? table.forms().getLast() : form, settings), withheld);
    }

    private String firstPeriod(Form form, SteeringSettings settings) {
        Quarter first = periods.beginning().orElseThrow();
        if (!form.has(Axis.YEAR)) {
            return first.id();
        }
        Quarter end = first.plus(3);
        while (settings.yearEndingWith(end).isEmpty()) {
            end = end.plus(1);
        }
        return (form.has(Axis.SPAN) ? Span.ONE_YEAR.end(end) : end).id();
    }
}
