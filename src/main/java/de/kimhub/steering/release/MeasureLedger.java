package de.kimhub.steering.release;

import de.kimhub.disclosure.Insider;
import de.kimhub.disclosure.Ledger;
import de.kimhub.disclosure.LedgerCell;
import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.message.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The ledger of one measure: what is to be published, and all that ever was. Groups that are alike in all of it, and known
 * to the same organisation, are one.
 *
 * @param merged of each group of the base its number in the ledger, -1: it is in no number
 * @param untold numbers of few that stand in no table; by definition the new number that would give it away
 */
record MeasureLedger(Measure measure, Base base, int[] merged, Ledger ledger, boolean faithful, Map<String, String> untold) {

    /** Distributions of fewer people are not told. */
    private static final int PEOPLE_FOR_SHARES = 10;

    /**
     * How many people a cohort has is known from the ledgers of all its stations, so none of them can hide it for the sake of its own
     * numbers.
     *
     * @param earlier by definition what was said
     * @param planned new ones; by definition the whole that it is a part of, where it is one
     */
    static MeasureLedger of(Measure measure, Base base, Map<String, LedgerStore.Said> earlier,
                            Map<CellDefinition, Optional<CellDefinition>> planned, int threshold) {
        Map<String, CellDefinition> definitions = new LinkedHashMap<>();
        earlier.keySet().forEach(text -> definitions.put(text, CellDefinition.read(text)));
        planned.keySet().forEach(cell -> definitions.putIfAbsent(cell.text(), cell));
        Map<String, String> untold = new LinkedHashMap<>();
        Remainders.of(earlier, planned).forEach((text, one) -> {
            if (standing(base, base.of(one.cell()), one.whole(), threshold, Standing.OPEN) == Standing.PRIMARY) {
                definitions.put(text, one.cell());
                untold.put(text, one.told().text());
            }
        });
        Set<CellDefinition> cohorts = planned.entrySet().stream().filter(one -> one.getKey().choices().containsKey(Trait.SPAN))
                .flatMap(one -> one.getValue().stream()).collect(Collectors.toSet());
        Map<String, BitSet> fine = new LinkedHashMap<>();
        definitions.forEach((text, cell) -> fine.put(text, base.of(cell)));
        int[] merged = merge(base, List.copyOf(fine.values()));
        long[] counts = counts(base, merged);
        boolean faithful = earlier.entrySet().stream().allMatch(one -> one.getValue().hidden()
                || one.getValue().value() == base.count(fine.get(one.getKey())));
        List<LedgerCell> cells = new ArrayList<>();
        fine.forEach((text, of) -> cells.add(new LedgerCell(text, mergedOf(of, merged), base.count(of),
                earlier.containsKey(text) && !earlier.get(text).hidden() ? Standing.SHOWN
                        : untold.containsKey(text) ? Standing.PRIMARY
                        : standing(base, of, planned.getOrDefault(definitions.get(text), Optional.empty()), threshold,
                        earlier.containsKey(text) ? earlier.get(text).few() ? Standing.PRIMARY : Standing.HIDDEN
                        : cohorts.contains(definitions.get(text)) ? Standing.SHOWN : Standing.OPEN))));
        return new MeasureLedger(measure, base, merged,
                new Ledger(counts, List.copyOf(cells), insiders(measure, base, merged), threshold), faithful,
                Map.copyOf(untold));
    }

    /** Without what is not published after all: what proves the rest goes on proving it. */
    MeasureLedger only(Predicate<String> cells) {
        return new MeasureLedger(measure, base, merged, new Ledger(ledger.base(), ledger.cells().stream()
                .filter(cell -> cells.test(givingAway(cell.id()))).toList(), ledger.insiders(), ledger.threshold()), faithful, untold);
    }

    /** The number that stands in a table, or would, and tells this one. */
    String givingAway(String cell) {
        return untold.getOrDefault(cell, cell);
    }

    /** Ids of the cells of which one of these is so. */
    Set<String> standing(Standing... standings) {
        Set<Standing> wanted = Set.of(standings);
        return ledger.cells().stream().filter(cell -> wanted.contains(cell.standing())).map(LedgerCell::id).collect(Collectors.toSet());
    }

    /** @param otherwise what it is unless it is of few people */
    private static Standing standing(Base base, BitSet of, Optional<CellDefinition> whole, int threshold, Standing otherwise) {
        long value = base.count(of);
        boolean few = value > 0 && (value < threshold || base.persons(of) < threshold
                || whole.isPresent() && base.persons(base.of(whole.get())) < PEOPLE_FOR_SHARES);
        return few ? Standing.PRIMARY : otherwise;
    }

    private static int[] merge(Base base, List<BitSet> cells) {
        Map<List<Object>, Integer> numbers = new HashMap<>();
        int[] merged = new int[base.groups().size()];
        for (int group = 0; group < merged.length; group++) {
            BitSet membership = new BitSet(cells.size());
            for (int cell = 0; cell < cells.size(); cell++) {
                membership.set(cell, cells.get(cell).get(group));
            }
            merged[group] = membership.isEmpty() ? -1 : numbers.computeIfAbsent(
                    List.of(base.groups().get(group).key().organisation(), membership), key -> numbers.size());
        }
        return merged;
    }

    static long[] counts(Base base, int[] merged) {
        long[] counts = new long[Arrays.stream(merged).max().orElse(-1) + 1];
        for (int i = 0; i < merged.length; i++) {
            if (merged[i] >= 0) {
                counts[merged[i]] += base.groups().get(i).count();
            }
        }
        return counts;
    }

    static BitSet mergedOf(BitSet fine, int[] merged) {
        BitSet all = new BitSet();
        fine.stream().filter(group -> merged[group] >= 0).forEach(group -> all.set(merged[group]));
        return all;
    }

    /**
     * Every organisation knows its own numbers; who knows all of them needs no protection from itself. So it is with who alone tells of a
     * station: it knows who reached it, and everybody how many arrived.
     */
    static List<Insider> insiders(Measure measure, Base base, int[] merged) {
        Map<String, BitSet> known = new TreeMap<>();
        for (int group = 0; group < merged.length; group++) {
            String organisation = base.groups().get(group).key().organisation();
            if (merged[group] >= 0 && !organisation.isEmpty()) {
                known.computeIfAbsent(organisation, name -> new BitSet()).set(merged[group]);
            }
        }
        BitSet all = new BitSet();
        Arrays.stream(merged).filter(group -> group >= 0).forEach(all::set);
        BitSet ofAny = new BitSet();
        known.values().forEach(ofAny::or);
        int most = (measure.isOnTheWay() ? ofAny : all).cardinality();
        return known.entrySet().stream().filter(one -> one.getValue().cardinality() < most)
                .map(one -> new Insider(one.getKey(), one.getValue())).toList();
    }
}
