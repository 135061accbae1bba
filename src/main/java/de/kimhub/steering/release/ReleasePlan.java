package de.kimhub.steering.release;

import de.kimhub.disclosure.DisclosureMethod;
import de.kimhub.disclosure.Effort;
import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Protection;
import de.kimhub.disclosure.Verifier;
import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.SteeringProblem;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which tables are published in which form, and what of them is hidden. A table of which more than a fifth would be hidden is
 * replaced by its next coarser form; what is not proven safe is withheld.
 */
final class ReleasePlan {

    /** What disclosure control is given to work with. */
    record Tools(DisclosureMethod method, Effort effort, int threshold, Consumer<String> progress) {
    }

    /** What is known of a measure. @param earlier by definition what was said */
    record Known(Base base, Map<String, LedgerStore.Said> earlier) {
    }

    private final PlannedTables tables;
    private final Tools tools;
    private final Map<Measure, Known> known;
    private final Map<Measure, MeasureLedger> ledgers = new EnumMap<>(Measure.class);
    private final Map<Measure, Protection> protections = new EnumMap<>(Measure.class);
    private final Map<String, Long> values = new HashMap<>();

    /** @param tables that are to be published, in the form from which on each is tried */
    ReleasePlan(PlannedTables tables, Tools tools, Map<Measure, Known> known) {
        this.tables = tables;
        this.tools = tools;
        this.known = known;
    }

    void run() {
        Set<Measure> changed = new TreeSet<>(known.keySet());
        Set<Measure> unprotected = new TreeSet<>(changed);
        while (!changed.isEmpty()) {
            changed.forEach(this::build);
            changed = coarsen(measure -> ledgers.get(measure).standing(Standing.PRIMARY, Standing.HIDDEN), changed);
            if (changed.isEmpty()) {
                unprotected.forEach(this::protect);
                changed = coarsen(measure -> protections.get(measure).hidden(), unprotected);
                changed.addAll(coarsenUnproven());
                unprotected.clear();
            }
            unprotected.addAll(changed);
        }
        known.keySet().forEach(this::judge);
        withheldEverywhere();
    }

    private interface Hidden {

        Set<String> of(Measure measure);
    }

    /**
     * Tables that have small numbers of their own come first: what is hidden for the sake of those is asked again without them.
     *
     * @return measures of tables that have another form now
     */
    private Set<Measure> coarsen(Hidden hidden, Set<Measure> among) {
        List<PlannedTable> tooMuch = tables.all().stream().filter(table -> table.hasCoarser()
                && table.definition().measures().stream().anyMatch(among::contains)
                && table.tooMuch(table.definition().measures().stream().flatMap(one -> hidden.of(one).stream()).collect(Collectors.toSet()),
                this::value)).toList();
        Set<Measure> withCause = tooMuch.stream().filter(this::hasSmall).flatMap(table -> table.definition().measures().stream())
                .collect(Collectors.toSet());
        Set<Measure> again = new TreeSet<>();
        for (PlannedTable table : tooMuch) {
            if (hasSmall(table) || table.definition().measures().stream().noneMatch(withCause::contains)) {
                tables.coarsen(table);
                again.addAll(table.definition().measures());
            }
        }
        return again;
    }

    private boolean hasSmall(PlannedTable table) {
        Set<String> small = table.definition().measures().stream()
                .flatMap(one -> ledgers.get(one).standing(Standing.PRIMARY).stream()).collect(Collectors.toSet());
        return table.cells().stream().filter(PlannedTable.Cell::known).anyMatch(cell -> small.contains(cell.what().text()));
    }

    /** What cannot be proven may be provable where less is told. */
    private Set<Measure> coarsenUnproven() {
        Set<String> unproven = protections.entrySet().stream().flatMap(one -> one.getValue().unproven().stream()
                .map(ledgers.get(one.getKey())::givingAway)).collect(Collectors.toSet());
        Set<Measure> again = new TreeSet<>();
        for (PlannedTable table : List.copyOf(tables.all())) {
            if (table.hasCoarser() && table.cells().stream().filter(PlannedTable.Cell::known)
                    .anyMatch(cell -> unproven.contains(cell.what().text()))) {
                tables.coarsen(table);
                again.addAll(table.definition().measures());
            }
        }
        return again;
    }

    private void build(Measure measure) {
        Map<CellDefinition, Optional<CellDefinition>> planned = new LinkedHashMap<>();
        tables.knownCells().filter(cell -> cell.what().measure() == measure)
                .forEach(cell -> planned.merge(cell.what(), Optional.ofNullable(cell.sliced()), (one, other) -> one.or(() -> other)));
        ledgers.put(measure, MeasureLedger.of(measure, known.get(measure).base(), known.get(measure).earlier(), planned,
                tools.threshold()));
    }

    private void protect(Measure measure) {
        MeasureLedger ledger = ledgers.get(measure);
        tools.progress().accept("Geheimhaltung " + measure.code() + ": " + ledger.ledger().cells().size() + " Zahlen, "
                + ledger.ledger().base().length + " Gruppen, " + ledger.standing(Standing.PRIMARY, Standing.HIDDEN).size() + " zu klein");
        protections.put(measure, tools.method().protect(ledger.ledger(), tools.effort(), (done, of) ->
                tools.progress().accept("Geheimhaltung " + measure.code() + ": " + done + " von " + of + " geschützt")));
    }

    /** Fail closed: what has no proof is not shown, and where an earlier number lost its proof, nothing new is. */
    private void judge(Measure measure) {
        MeasureLedger ledger = ledgers.get(measure);
        Protection protection = protections.get(measure);
        Set<String> unproven = protection.unproven().stream().map(ledger::givingAway).collect(Collectors.toSet());
        Set<String> before = known.get(measure).earlier().keySet();
        if (!ledger.faithful()) {
            tables.withholdOf(measure, Reasons.CHANGED + " [" + SteeringProblem.BASE_CHANGED.code() + "]");
        } else if (unproven.stream().anyMatch(before::contains)) {
            tables.withholdOf(measure, Reasons.UNPROVEN);
        } else if (!unproven.isEmpty()) {
            tables.withholdWith(measure, unproven, Reasons.UNPROVEN);
        }
        Set<String> published = tables.published();
        MeasureLedger checked = ledger.only(cell -> before.contains(cell) || published.contains(cell));
        boolean found = !Verifier.verify(checked.ledger(), protection.within(checked.ledger())).isEmpty();
        if (found) {
            tables.withholdOf(measure, Reasons.UNPROVEN + " [" + SteeringProblem.NOT_PROVEN.code() + "]");
        }
        ledgers.put(measure, checked);
        protections.put(measure, protection.within(checked.ledger()));
    }

    /** A table of several measures that one of them withheld: its other numbers are not published either. */
    private void withheldEverywhere() {
        Set<String> published = tables.published();
        ledgers.replaceAll((measure, ledger) -> ledger.only(cell -> known.get(measure).earlier().containsKey(cell)
                || published.contains(cell)));
        protections.replaceAll((measure, protection) -> protection.within(ledgers.get(measure).ledger()));
    }

    PlannedTables tables() {
        return tables;
    }

    Map<Measure, MeasureLedger> ledgers() {
        return ledgers;
    }

    Protection protection(Measure measure) {
        return protections.get(measure);
    }

    boolean isHidden(CellDefinition cell) {
        return protections.get(cell.measure()).hidden().contains(cell.text());
    }

    long value(CellDefinition cell) {
        return values.computeIfAbsent(cell.text(), text -> {
            Base base = known.get(cell.measure()).base();
            return base.count(base.of(cell));
        });
    }
}
