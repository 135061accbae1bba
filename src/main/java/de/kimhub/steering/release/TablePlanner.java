package de.kimhub.steering.release;

import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Axis;
import de.kimhub.steering.catalogue.DayClass;
import de.kimhub.steering.catalogue.Form;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.Series;
import de.kimhub.steering.catalogue.Span;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.catalogue.SteeringSettings.Municipality;
import de.kimhub.steering.catalogue.SteeringSettings.Organisation;
import de.kimhub.steering.catalogue.TableDefinition;
import de.kimhub.steering.release.PlannedTable.Category;
import de.kimhub.steering.release.PlannedTable.Cell;
import de.kimhub.steering.release.PlannedTable.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lays out a form of a table: its categories, and what each of its cells counts. */
final class TablePlanner {

    private static final String TOTAL = "*";
    private static final String OTHERS = "sonst";
    private static final Category ALL = Category.of(TOTAL, "Insgesamt");

    private final SteeringSettings settings;
    private final List<Quarter> periods;
    private final Set<Measure> told;
    private final CohortSizes sizes;

    /**
     * @param periods counted and closed, in their order, up to the one that is released
     * @param told    of which anybody tells or told anything: the others are not known to be none
     */
    TablePlanner(SteeringSettings settings, List<Quarter> periods, Set<Measure> told, CohortSizes sizes) {
        this.settings = settings;
        this.periods = periods;
        this.told = told;
        this.sizes = sizes;
    }

    PlannedTable plan(TableDefinition table, int form) {
        Map<Axis, Map<Category, Choice>> axes = new LinkedHashMap<>();
        Form shape = table.forms().get(form);
        shape.axes().forEach(axis -> axes.put(axis, categories(table, shape, axis)));
        List<Dimension> dimensions = axes.entrySet().stream()
                .map(axis -> new Dimension(axis.getKey(), List.copyOf(axis.getValue().keySet()))).toList();
        List<Cell> cells = new ArrayList<>();
        combine(table, new ArrayList<>(axes.entrySet()), new ArrayList<>(), cells);
        return new PlannedTable(table, form, dimensions, List.copyOf(cells));
    }

    /** Empty choice: all; {@code null} value: nothing is told of it. */
    private Map<Category, Choice> categories(TableDefinition table, Form form, Axis axis) {
        Map<Category, Choice> all = new LinkedHashMap<>();
        switch (axis) {
            case QUARTER -> periods.forEach(one -> all.put(Category.of(one.id(), one.label()), Choice.of(one.id())));
            case YEAR -> all.putAll(form.has(Axis.SPAN) ? cohorts() : years(periods));
            case MUNICIPALITY -> {
                settings.municipalities().forEach(one -> all.put(new Category(one.code(), one.name(), null, null,
                        one.takesPart() ? null : "nimmt nicht teil"), one.takesPart() ? Choice.of(one.code()) : null));
                others(all, "andere oder ohne Angabe");
            }
            case ORGANISATION -> {
                settings.organisations().forEach(one -> all.put(Category.of(one.id(), one.name()), Choice.of(one.id())));
                others(all, "andere Stellen");
            }
            case THEME, RESULT -> {
                axis.subjects().forEach((code, text) -> all.put(Category.of(code, text), Choice.of(code)));
                others(all, "ohne Angabe");
            }
            case CLASS, SHARE -> table.classes(axis).forEach(one -> all.put(new Category(one.code(), one.label(), one.lower(), one.upper(),
                    null), Choice.of(table.classes().stream().filter(finer -> one.holds(finer.lower())).map(DayClass::code).toList())));
            case SPAN -> Arrays.stream(Span.values()).filter(one -> !years(endedSince(one)).isEmpty()).forEach(one ->
                    all.put(Category.of(one.code(), one.label()), Choice.of(one.within().stream().map(Span::code).toList())));
            case STEP -> table.series().forEach(one -> all.put(Category.of(one.code(), one.label()), Choice.of(one.code())));
        }
        if (axis.hasTotal()) {
            all.put(ALL, Choice.allBut(Set.of()));
        }
        return all;
    }

    private Map<Category, Choice> years(List<Quarter> ends) {
        Map<Category, Choice> all = new LinkedHashMap<>();
        ends.forEach(one -> settings.yearEndingWith(one).filter(year -> year.getFirst().compareTo(periods.getFirst()) >= 0)
                .ifPresent(year -> all.put(Category.of(year.getFirst().id() + "." + one.id(), year(year)),
                        Choice.of(year.stream().map(Quarter::id).toList()))));
        return all;
    }

    /** Years of arrival of which anything is told. */
    private Map<Category, Choice> cohorts() {
        Map<Category, Choice> all = years(endedSince(Span.ONE_YEAR));
        Set<String> arrivals = all.isEmpty() ? Set.of() : CohortSizes.planned(this, settings);
        all.values().removeIf(year -> !sizes.isOpen(year.codes(), arrivals));
        return all;
    }

    /** Quarters since whose end the span is over. */
    private List<Quarter> endedSince(Span span) {
        return periods.stream().filter(one -> span.end(one).compareTo(periods.getLast()) <= 0).toList();
    }

    private static void others(Map<Category, Choice> all, String label) {
        Set<String> named = all.keySet().stream().filter(one -> one.note() == null).map(Category::code)
                .collect(Collectors.toCollection(TreeSet::new));
        all.put(Category.of(OTHERS, label), Choice.allBut(named));
    }

    private static String year(List<Quarter> year) {
        return year.getFirst().number() == 1 ? "Jahr " + year.getFirst().year()
                : year.getFirst().label() + " bis " + year.getLast().label();
    }

    private void combine(TableDefinition table, List<Map.Entry<Axis, Map<Category, Choice>>> axes,
                         List<Map.Entry<Category, Choice>> chosen, List<Cell> cells) {
        if (chosen.size() == axes.size()) {
            cells.add(cell(table, axes.stream().map(Map.Entry::getKey).toList(), chosen));
            return;
        }
        for (Map.Entry<Category, Choice> one : axes.get(chosen.size()).getValue().entrySet()) {
            chosen.add(one);
            combine(table, axes, chosen, cells);
            chosen.removeLast();
        }
    }

    private Cell cell(TableDefinition table, List<Axis> axes, List<Map.Entry<Category, Choice>> chosen) {
        List<String> codes = chosen.stream().map(one -> one.getKey().code()).toList();
        if (chosen.stream().anyMatch(one -> one.getValue() == null)) {
            return new Cell(codes, null, null);
        }
        Series series = table.series().getFirst();
        List<String> periods = List.of();
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i) == Axis.STEP) {
                String step = codes.get(i);
                series = table.series().stream().filter(one -> one.code().equals(step)).findFirst().orElseThrow();
            } else if (axes.get(i).isPeriod()) {
                periods = List.copyOf(chosen.get(i).getValue().codes());
            }
        }
        if (!told.contains(series.measure()) || !over(axes, codes, periods)) {
            return new Cell(codes, null, null);
        }
        CellDefinition what = start(table, series, periods);
        CellDefinition whole = what;
        boolean part = false;
        for (int i = 0; i < axes.size(); i++) {
            Trait trait = trait(axes.get(i));
            Choice choice = chosen.get(i).getValue();
            if (trait != null && !codes.get(i).equals(TOTAL)) {
                what = what.with(trait, choice);
                part |= axes.get(i).isDistribution();
                whole = axes.get(i).isDistribution() ? whole : whole.with(trait, choice);
            }
        }
        return new Cell(codes, what, part ? whole : null);
    }

    /** Of a cohort nothing is told of spans that are not over. */
    private boolean over(List<Axis> axes, List<String> codes, List<String> cohort) {
        int at = axes.indexOf(Axis.SPAN);
        return at < 0 || Arrays.stream(Span.values()).filter(one -> one.code().equals(codes.get(at)))
                .allMatch(one -> endedSince(one).contains(Quarter.parse(cohort.getLast())));
    }

    /** What was there before is no news; a time is told of what has one. */
    private static CellDefinition start(TableDefinition table, Series series, List<String> periods) {
        CellDefinition what = new CellDefinition(series.measure(), series.counted(), periods, Map.of());
        boolean news = series.counted() == Series.Counted.OPENED && series.measure().matching() != Measure.Matching.NONE;
        what = news ? what.with(Trait.ROUTE, Choice.allBut(Set.of("bestand"))) : what;
        return table.classes().isEmpty() ? what : what.with(Trait.CLASS, Choice.allBut(Set.of("")));
    }

    private static Trait trait(Axis axis) {
        return switch (axis) {
            case MUNICIPALITY -> Trait.MUNICIPALITY;
            case ORGANISATION -> Trait.ORGANISATION;
            case THEME, RESULT -> Trait.THEME;
            case CLASS, SHARE -> Trait.CLASS;
            case SPAN -> Trait.SPAN;
            case QUARTER, YEAR, STEP -> null;
        };
    }
}
