package de.kimhub.disclosure;

import de.kimhub.disclosure.LedgerCell.Standing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small number that nobody publishes, and that a new number gives away beside an earlier one: the one sums all that the
 * other sums, and a few cases more. A revision that adds two late cases to a closed period makes such a one, and so does a
 * district that is a municipality and one hamlet. It is protected like a small cell, which hides the new number. Of one release,
 * a whole and its part are left to their own cells; two stocks are not, as who came between them has none.
 *
 * @param cell what the two numbers differ in
 * @param open the new cells that would give it away
 */
record Difference(LedgerCell cell, List<String> open) {

    /**
     * Who reads numbers, and of which groups he knows that they are empty: a shown zero says so, or they are his own. Of other
     * empty groups nobody knows.
     *
     * @param before what he knows from earlier releases
     * @param now    with the new one
     */
    private record Reader(BitSet known, BitSet before, BitSet now) {

        static List<Reader> of(Ledger ledger) {
            List<Reader> readers = new ArrayList<>(List.of(of(ledger, new BitSet())));
            ledger.insiders().forEach(insider -> readers.add(of(ledger, insider.known())));
            return readers;
        }

        private static Reader of(Ledger ledger, BitSet known) {
            BitSet before = new BitSet();
            known.stream().filter(group -> ledger.base()[group] == 0).forEach(before::set);
            BitSet now = (BitSet) before.clone();
            zeros(ledger).forEach(zero -> (zero.standing() == Standing.SHOWN ? before : now).or(zero.groups()));
            now.or(before);
            return new Reader(known, before, now);
        }

        boolean tells(BitSet rest, BitSet outside) {
            return without(outside, now).isEmpty() && !without(rest, known).isEmpty();
        }
    }

    static Collection<Difference> of(Ledger ledger) {
        Set<BitSet> published = new HashSet<>();
        ledger.cells().forEach(cell -> published.add(cell.groups()));
        List<Reader> readers = Reader.of(ledger);
        List<LedgerCell> told = ledger.cells().stream().filter(Difference::isTold).filter(cell -> cell.value() > 0)
                .sorted(Comparator.comparingLong(LedgerCell::value)).toList();
        BitSet somebody = new BitSet();
        IntStream.range(0, ledger.base().length).filter(group -> ledger.base()[group] > 0).forEach(somebody::set);
        Map<BitSet, Difference> found = new LinkedHashMap<>();
        for (int small = 0; small < told.size(); small++) {
            LedgerCell smaller = told.get(small);
            for (int large = small + 1; large < told.size() && told.get(large).value() - smaller.value() < ledger.threshold(); large++) {
                LedgerCell larger = told.get(large);
                BitSet outside = without(smaller.groups(), larger.groups());
                if (larger.value() == smaller.value() || outside.intersects(somebody)) {
                    continue;
                }
                BitSet rest = without(larger.groups(), smaller.groups());
                if (!published.contains(rest)) {
                    Set<String> open = new TreeSet<>();
                    readers.stream().filter(reader -> reader.tells(rest, outside))
                            .forEach(reader -> open.addAll(open(ledger, larger, smaller, outside, reader)));
                    if (!open.isEmpty()) {
                        found.computeIfAbsent(rest, key -> new Difference(new LedgerCell(larger.id() + " - " + smaller.id(), key,
                                larger.value() - smaller.value(), Standing.PRIMARY), new ArrayList<>())).open().addAll(open);
                    }
                }
            }
        }
        return found.values();
    }

    private static boolean isTold(LedgerCell cell) {
        return cell.standing() == Standing.SHOWN || cell.standing() == Standing.OPEN;
    }

    private static Stream<LedgerCell> zeros(Ledger ledger) {
        return ledger.cells().stream().filter(Difference::isTold).filter(cell -> cell.value() == 0);
    }

    /** New cells without which it would not be known; none: it was known before, or it is a whole and its part of one release. */
    private static List<String> open(Ledger ledger, LedgerCell larger, LedgerCell smaller, BitSet outside, Reader reader) {
        List<String> open = Stream.of(larger, smaller).filter(cell -> cell.standing() == Standing.OPEN).map(LedgerCell::id).toList();
        if (outside.isEmpty()) {
            return open.size() == 1 ? open : List.of();
        }
        BitSet news = without(outside, reader.before());
        return !open.isEmpty() ? open : zeros(ledger).filter(zero -> zero.standing() == Standing.OPEN && zero.groups().intersects(news))
                .map(LedgerCell::id).toList();
    }

    private static BitSet without(BitSet all, BitSet others) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(others);
        return rest;
    }
}
