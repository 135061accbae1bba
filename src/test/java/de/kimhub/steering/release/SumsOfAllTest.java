package de.kimhub.steering.release;

import static de.kimhub.steering.release.PublishedKreis.BUENDE;
import static de.kimhub.steering.release.PublishedKreis.HERFORD;
import static de.kimhub.steering.release.PublishedKreis.THRESHOLD;
import static de.kimhub.steering.release.PublishedKreis.quarter;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.disclosure.Auditor;
import de.kimhub.disclosure.Insider;
import de.kimhub.disclosure.Ledger;
import de.kimhub.disclosure.LedgerCell;
import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.Catalogue;
import de.kimhub.steering.catalogue.DayClass;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.Series.Counted;
import de.kimhub.steering.catalogue.Span;
import de.kimhub.steering.catalogue.Themes;
import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An outsider keeps all releases, adds and subtracts all that was ever shown in every way there is, and looks for small numbers that any
 * form of any table would tell, and for who came to a municipality. He reckons with what can be, not with what the base holds:
 * nobody is decided on without having waited, and a table that got coarser still has its finer numbers.
 *
 * <p>It fails when {@link Remainders} finds nothing (a year less three quarters tells two consultations of the fourth), and when there
 * are no differences of two numbers (two stocks and a zero tell who came to Bünde).
 */
class SumsOfAllTest {

    private static final int QUARTERS = 5;
    /** Until who arrived in the first year can have been here for two. */
    private static final int TWO_SPANS = 12;
    private static final List<List<String>> PAIRS = List.of(List.of(BUENDE, "awo"), List.of(HERFORD, "awo"), List.of(HERFORD, "caritas"));

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 4", "3, 4", "4, 3"})
    void no_sum_of_shown_numbers_of_consultations_is_a_small_one(long seed, int quiet) {
        PublishedKreis kreis = new PublishedKreis(Map.of("beratungen-thema", 0, "beratungen-gemeinde", 0, "beratungen-ort", 0));
        Random random = new Random(seed);
        List<String> themes = List.copyOf(Themes.texts().keySet());
        Set<GroupKey> possible = new LinkedHashSet<>();
        for (int number = 1; number <= QUARTERS; number++) {
            for (List<String> pair : PAIRS) {
                for (String theme : themes) {
                    GroupKey key = new GroupKey(pair.getFirst(), pair.getLast(), theme, "", "", quarter(number).id(), null);
                    possible.add(key);
                    int count = number == quiet ? random.nextInt(6) / 4 : 3 + random.nextInt(12);
                    if (count > 0) {
                        kreis.count(Measure.CONSULTATION, count, key);
                    }
                }
            }
        }
        assertThat(attack(kreis, Measure.CONSULTATION, possible)).as("forms that were published").hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 4", "4, 1"})
    void no_sum_of_shown_numbers_of_cases_is_a_small_one(long seed, int quiet) {
        PublishedKreis kreis = new PublishedKreis(Map.of("bestand-ort", 0, "bestand-stelle", 0, "zugang-abgang", 0));
        Random random = new Random(seed);
        Set<GroupKey> possible = new LinkedHashSet<>();
        for (List<String> pair : PAIRS) {
            GroupKey old = new GroupKey(pair.getFirst(), pair.getLast(), "", "bestand", "", quarter(1).id(), null);
            possible.add(old);
            kreis.count(Measure.CASE, 10 + random.nextInt(20), old);
            for (int number = 1; number <= QUARTERS; number++) {
                for (int end = number; end <= QUARTERS + 1; end++) {
                    GroupKey key = new GroupKey(pair.getFirst(), pair.getLast(), "", "", end > QUARTERS ? "" : "0-7", quarter(number).id(),
                            end > QUARTERS ? null : quarter(end).id());
                    possible.add(key);
                    int count = number == quiet ? random.nextInt(8) / 6 : end == quiet ? 0 : random.nextInt(end > QUARTERS ? 14 : 5);
                    if (count > 0) {
                        kreis.count(Measure.CASE, count, key);
                    }
                }
            }
        }
        attack(kreis, Measure.CASE, possible);
    }

    /** Of three providers, of whom one tells of few; in some years almost all reach it. */
    @ParameterizedTest
    @CsvSource({"5, 1", "2, 1", "3, 2", "4, 40"})
    void no_sum_of_shown_numbers_of_who_reached_a_station_is_a_small_one(long seed, int few) {
        PublishedKreis kreis = new PublishedKreis(Map.of("ankunft-stationen", 0, "zeit-bis-erstberatung", 0));
        Random random = new Random(seed);
        Set<GroupKey> possible = new LinkedHashSet<>();
        for (int number = 1; number <= TWO_SPANS; number++) {
            Quarter arrived = quarter(number);
            GroupKey never = new GroupKey("", "", "", "", "", arrived.id(), null);
            possible.add(never);
            kreis.count(Measure.FIRST_CONSULTATION, 1 + random.nextInt(few), never);
            for (int end = number; end <= TWO_SPANS; end++) {
                for (String organisation : List.of("awo", "caritas", "drk")) {
                    for (int days : List.of(5, 20, 45, 90, 300, 400, 700, 900)) {
                        Quarter told = quarter(end);
                        if (days >= ChronoUnit.DAYS.between(arrived.end(), told.begin()) && days <= ChronoUnit.DAYS.between(arrived.begin(), told.end())) {
                            GroupKey key = new GroupKey("", organisation, "", "", DayClass.WAITING.stream().filter(one -> one.holds(days)).findFirst()
                                    .orElseThrow().code(), Span.of(arrived, told, days).map(Span::code).orElse(""), arrived.id(), told.id());
                            possible.add(key);
                            int count = organisation.equals("drk") ? random.nextInt(4) / 3 : random.nextInt(days > 365 ? 2 : 6);
                            if (count > 0) {
                                kreis.count(Measure.FIRST_CONSULTATION, count, key);
                            }
                        }
                    }
                }
            }
        }
        attack(kreis, Measure.FIRST_CONSULTATION, possible, TWO_SPANS);
        assertThat(kreis.shown(Measure.FIRST_CONSULTATION)).as("stations are told").anyMatch(cell -> cell.choices().containsKey(Trait.SPAN));
    }

    private static Set<String> attack(PublishedKreis kreis, Measure measure, Set<GroupKey> possible) {
        return attack(kreis, measure, possible, QUARTERS);
    }

    /** @return all forms that were published */
    private static Set<String> attack(PublishedKreis kreis, Measure measure, Set<GroupKey> possible, int quarters) {
        Set<String> forms = new TreeSet<>();
        int hidden = 0;
        for (int number = 1; number <= quarters; number++) {
            ReleasePlan plan = kreis.release(quarter(number));
            assertThat(plan.tables().withheld().values()).as("nothing for want of proof").noneMatch(why -> why.contains("HUB-STG"));
            forms.add(kreis.forms());
            Quarter period = quarter(number);
            List<GroupKey> groups = possible.stream().filter(key -> key.openedIn().compareTo(period.id()) <= 0).toList();
            Base truth = kreis.base(measure, period);
            Sums sums = new Sums(groups, kreis.shown(measure), truth);
            for (CellDefinition target : targets(kreis, measure, period)) {
                long value = truth.count(truth.of(target));
                if (value > 0 && value < THRESHOLD) {
                    hidden++;
                    assertThat(sums.tell(target)).as("%s = %s after %s: %s", target.text(), value, period, kreis.forms()).isFalse();
                }
            }
        }
        assertThat(hidden).as("small numbers").isGreaterThan(10);
        worlds(kreis, measure, possible, quarter(quarters));
        return forms;
    }

    /** The bounds of what is hidden, for outsiders and members, over all that can be. */
    private static void worlds(PublishedKreis kreis, Measure measure, Set<GroupKey> possible, Quarter last) {
        Map<GroupKey, Long> truth = kreis.base(measure, last).groups().stream()
                .collect(Collectors.toMap(Base.Group::key, Base.Group::count));
        List<GroupKey> groups = List.copyOf(possible);
        Map<String, BitSet> known = new TreeMap<>();
        IntStream.range(0, groups.size()).filter(one -> !groups.get(one).organisation().isEmpty())
                .forEach(one -> known.computeIfAbsent(groups.get(one).organisation(), name -> new BitSet()).set(one));
        long[] base = groups.stream().mapToLong(key -> truth.getOrDefault(key, 0L)).toArray();
        Set<String> hidden = new TreeSet<>();
        List<LedgerCell> cells = kreis.said(measure).entrySet().stream().map(one -> {
            CellDefinition what = CellDefinition.read(one.getKey());
            BitSet of = new BitSet();
            IntStream.range(0, base.length).filter(group -> what.holds(groups.get(group))).forEach(of::set);
            if (one.getValue().hidden()) {
                hidden.add(one.getKey());
            }
            return new LedgerCell(one.getKey(), of, of.stream().mapToLong(group -> base[group]).sum(), !one.getValue().hidden()
                    ? Standing.SHOWN : one.getValue().few() ? Standing.PRIMARY : Standing.HIDDEN);
        }).toList();
        Ledger ledger = new Ledger(base, cells, known.entrySet().stream().map(one -> new Insider(one.getKey(), one.getValue())).toList(),
                THRESHOLD);
        assertThat(Auditor.audit(ledger, hidden, PublishedKreis.EFFORT, (done, of) -> { }).findings()).isEmpty();
    }

    private static Set<CellDefinition> targets(PublishedKreis kreis, Measure measure, Quarter period) {
        Set<CellDefinition> targets = new LinkedHashSet<>();
        Catalogue.tables().stream().filter(table -> table.measures().contains(measure)).forEach(table -> IntStream.range(0, table.forms().size())
                .mapToObj(form -> kreis.planner(period).plan(table, form)).flatMap(planned -> planned.cells().stream())
                .filter(PlannedTable.Cell::known).map(PlannedTable.Cell::what).forEach(targets::add));
        List<CellDefinition> more = new ArrayList<>();
        targets.stream().filter(cell -> cell.choices().keySet().equals(Set.of(Trait.MUNICIPALITY))).forEach(cell -> more.add(new CellDefinition(
                measure, Counted.OPENED, cell.periods(), cell.choices()).with(Trait.ROUTE, Choice.allBut(Set.of("bestand")))));
        targets.stream().filter(cell -> cell.choices().containsKey(Trait.SPAN)).forEach(cell -> cell.choices().get(Trait.SPAN).codes()
                .forEach(span -> Stream.of(Choice.of(span), Choice.allBut(cell.choices().get(Trait.SPAN).codes()))
                        .forEach(choice -> more.add(cell.with(Trait.SPAN, choice)))));
        targets.addAll(more);
        return targets;
    }

    /** What follows from shown numbers by adding and subtracting, in numbers modulo a prime. */
    private static final class Sums {

        private static final long PRIME = 2_147_483_647L;

        private final List<GroupKey> groups;
        private final Map<Integer, long[]> rows = new LinkedHashMap<>();

        Sums(List<GroupKey> possible, List<CellDefinition> shown, Base truth) {
            List<CellDefinition> zeros = shown.stream().filter(cell -> truth.count(truth.of(cell)) == 0).toList();
            this.groups = possible.stream().filter(key -> zeros.stream().noneMatch(zero -> zero.holds(key))).toList();
            shown.forEach(cell -> {
                long[] row = rest(row(cell));
                IntStream.range(0, row.length).filter(one -> row[one] != 0).findFirst().ifPresent(pivot -> {
                    long inverse = BigInteger.valueOf(row[pivot]).modInverse(BigInteger.valueOf(PRIME)).longValue();
                    for (int i = 0; i < row.length; i++) {
                        row[i] = row[i] * inverse % PRIME;
                    }
                    rows.put(pivot, row);
                });
            });
        }

        boolean tell(CellDefinition cell) {
            return Arrays.stream(rest(row(cell))).allMatch(one -> one == 0);
        }

        private long[] row(CellDefinition cell) {
            return groups.stream().mapToLong(key -> cell.holds(key) ? 1 : 0).toArray();
        }

        private long[] rest(long[] row) {
            rows.forEach((pivot, other) -> {
                long times = row[pivot];
                for (int i = 0; times != 0 && i < row.length; i++) {
                    row[i] = Math.floorMod(row[i] - times * other[i], PRIME);
                }
            });
            return row;
        }
    }
}
