package de.kimhub.disclosure.measuring;

import de.kimhub.disclosure.Insider;
import de.kimhub.disclosure.Ledger;
import de.kimhub.disclosure.LedgerCell;
import de.kimhub.disclosure.LedgerCell.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A year of invented cases: municipalities of unlike size, ten themes of unlike weight, the municipality and five
 * associations that work in some municipalities only.
 */
public record SyntheticKreis(int cases, int municipalities, long seed) {

    private static final int QUARTERS = 4;
    private static final int THEMES = 10;
    private static final List<String> ORGANISATIONS = List.of("Kommune", "Caritas", "Diakonie", "DRK", "AWO", "Planb");
    private static final double PRESENCE = 0.35;

    private record Group(int municipality, int quarter, int theme, int organisation) {
    }

    /** @param detail besides the tables of two dimensions municipality by theme by quarter */
    public Ledger ledger(boolean detail, int threshold) {
        Random random = new Random(seed);
        List<Group> groups = groups(random);
        long[] base = base(groups, random);
        List<LedgerCell> cells = new ArrayList<>();
        add(cells, groups, base, "all", group -> "");
        add(cells, groups, base, "m", group -> "" + group.municipality);
        add(cells, groups, base, "q", group -> "" + group.quarter);
        add(cells, groups, base, "t", group -> "" + group.theme);
        add(cells, groups, base, "o", group -> "" + group.organisation);
        add(cells, groups, base, "mq", group -> group.municipality + "." + group.quarter);
        add(cells, groups, base, "tq", group -> group.theme + "." + group.quarter);
        add(cells, groups, base, "oq", group -> group.organisation + "." + group.quarter);
        add(cells, groups, base, "mt", group -> group.municipality + "." + group.theme);
        add(cells, groups, base, "mo", group -> group.municipality + "." + group.organisation);
        add(cells, groups, base, "to", group -> group.theme + "." + group.organisation);
        if (detail) {
            add(cells, groups, base, "mtq", group -> group.municipality + "." + group.theme + "." + group.quarter);
        }
        List<Insider> insiders = IntStream.range(0, ORGANISATIONS.size()).mapToObj(organisation -> {
            BitSet known = new BitSet();
            IntStream.range(0, groups.size()).filter(group -> groups.get(group).organisation == organisation).forEach(known::set);
            return new Insider(ORGANISATIONS.get(organisation), known);
        }).toList();
        return new Ledger(base, cells, insiders, threshold);
    }

    private List<Group> groups(Random random) {
        List<Group> groups = new ArrayList<>();
        for (int municipality = 0; municipality < municipalities; municipality++) {
            for (int organisation = 0; organisation < ORGANISATIONS.size(); organisation++) {
                if (organisation == 0 || random.nextDouble() < PRESENCE) {
                    for (int quarter = 0; quarter < QUARTERS; quarter++) {
                        for (int theme = 0; theme < THEMES; theme++) {
                            groups.add(new Group(municipality, quarter, theme, organisation));
                        }
                    }
                }
            }
        }
        return groups;
    }

    private long[] base(List<Group> groups, Random random) {
        double[] upTo = new double[groups.size()];
        double sum = 0;
        for (int group = 0; group < upTo.length; group++) {
            Group one = groups.get(group);
            sum += 1.0 / (one.municipality + 2) / (one.theme + 1.5) * (one.organisation == 0 ? 2 : 1);
            upTo[group] = sum;
        }
        long[] base = new long[groups.size()];
        for (int one = 0; one < cases; one++) {
            int found = Arrays.binarySearch(upTo, random.nextDouble() * sum);
            base[found < 0 ? -found - 1 : found]++;
        }
        return base;
    }

    private static void add(List<LedgerCell> cells, List<Group> groups, long[] base, String table, Function<Group, String> key) {
        Map<String, BitSet> members = new LinkedHashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            members.computeIfAbsent(key.apply(groups.get(group)), name -> new BitSet()).set(group);
        }
        members.forEach((name, set) -> cells.add(new LedgerCell(table + ":" + name, set,
                set.stream().mapToLong(group -> base[group]).sum(), Standing.OPEN)));
    }
}
