package de.kimhub.steering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of an invented release; small numbers are hidden, and beside a single one its smallest neighbour. */
record SyntheticTable(String id, int indicator, String title, String unit, long about, List<Dim> dimensions, String why) {

    private static final int THRESHOLD = 5;
    private static final int[] LOWER = {0, 8, 15, 29, 57, 113};
    private static final double[] SPREAD = {1.9, 1.4, 1.1, 0.8, 0.5, 0.32, 0.2, 0};
    private static final String ABSENT = "05758028";

    SyntheticTable(String id, int indicator, String title, String unit, long about, Dim... dimensions) {
        this(id, indicator, title, unit, about, List.of(dimensions), null);
    }

    SyntheticTable withheld(String reason) {
        return new SyntheticTable(id, indicator, title, unit, about, dimensions, reason);
    }

    record Dim(String name, String label, String kind, List<String> codes, List<String> labels) {

        boolean summed() {
            return !kind.equals("period") && !name.equals("art") && !name.equals("schritt");
        }
    }

    void write(JdbcClient jdbc, String release) {
        jdbc.sql("insert into cube.published_table values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'Meldungen der beteiligten Stellen', "
                        + "'Nur Menschen, die eingewilligt haben', '2025-Q4', ?)")
                .params(release, id, indicator, indicator, title, title + ", gezählt am letzten Tag.", title + ": so viele waren es.", unit,
                        "Menschen im Case Management", why).update();
        for (int i = 0; i < dimensions.size(); i++) {
            dimension(jdbc, release, dimensions.get(i), i + 1);
        }
        if (why == null) {
            cells(jdbc, release);
        }
    }

    private void dimension(JdbcClient jdbc, String release, Dim dim, int position) {
        jdbc.sql("insert into cube.dimension values (?, ?, ?, ?, ?, ?)")
                .params(release, id, dim.name(), position, dim.label(), dim.kind()).update();
        if (dim.summed()) {
            category(jdbc, release, dim, "*", 0, "insgesamt", null);
        }
        for (int i = 0; i < dim.codes().size(); i++) {
            category(jdbc, release, dim, dim.codes().get(i), i + 1, dim.labels().get(i), dim.kind().equals("class") ? i : null);
        }
    }

    private static int lower(Dim dim, int of) {
        return dim.codes().size() == 2 ? 29 * of : LOWER[of];
    }

    private void category(JdbcClient jdbc, String release, Dim dim, String code, int position, String label, Integer of) {
        jdbc.sql("insert into cube.category values (?, ?, ?, ?, ?, ?, ?, ?, ?)").params(release, id, dim.name(), code, position, label,
                of == null ? null : lower(dim, of),
                of == null || of == dim.codes().size() - 1 ? null : lower(dim, of + 1) - 1,
                code.equals(ABSENT) ? "nimmt nicht teil" : null).update();
    }

    private void cells(JdbcClient jdbc, String release) {
        Map<List<String>, Long> values = new HashMap<>();
        leaves(0, new ArrayList<>(), values);
        List<List<String>> hidden = hidden(values);
        Map<List<String>, Long> all = new HashMap<>(values);
        values.forEach((codes, value) -> totals(codes).forEach(total -> all.merge(total, value, Long::sum)));
        all.forEach((codes, value) -> {
            boolean absent = codes.contains(ABSENT);
            boolean secret = hidden.contains(codes) || value > 0 && value < THRESHOLD;
            jdbc.sql("insert into cube.cell values (?, ?, ?, ?, ?)").params(release, id, codes.toArray(String[]::new),
                    secret || absent ? null : value, absent ? "." : secret ? "*" : null).update();
        });
    }

    private void leaves(int depth, List<String> codes, Map<List<String>, Long> values) {
        if (depth == dimensions.size()) {
            values.put(List.copyOf(codes), leaf(codes));
            return;
        }
        for (String code : dimensions.get(depth).codes()) {
            codes.add(code);
            leaves(depth + 1, codes, values);
            codes.removeLast();
        }
    }

    private long leaf(List<String> codes) {
        if (codes.contains(ABSENT)) {
            return 0;
        }
        if (id.equals("marke")) {
            return SyntheticReleases.SECRETS[dimensions.getFirst().codes().indexOf(codes.getFirst())];
        }
        double value = about;
        for (int i = 0; i < codes.size(); i++) {
            if (dimensions.get(i).summed()) {
                value *= SPREAD[dimensions.get(i).codes().indexOf(codes.get(i)) % SPREAD.length];
            }
        }
        return Math.round(value * (0.85 + 0.3 * new Random((31L * codes.hashCode() + id.hashCode()) * 0x9E3779B97F4A7C15L).nextDouble()));
    }

    /** Whole columns of two: with one hidden, its neighbour is hidden too. */
    private List<List<String>> hidden(Map<List<String>, Long> values) {
        if (id.equals("marke")) {
            return List.copyOf(values.keySet());
        }
        List<List<String>> hidden = new ArrayList<>();
        values.forEach((codes, value) -> {
            if (value > 0 && value < THRESHOLD) {
                values.keySet().stream().filter(other -> differInFirst(codes, other) && values.get(other) >= THRESHOLD)
                        .min(java.util.Comparator.comparingLong(values::get)).ifPresent(hidden::add);
            }
        });
        return hidden;
    }

    private static boolean differInFirst(List<String> one, List<String> other) {
        return !one.getFirst().equals(other.getFirst()) && one.subList(1, one.size()).equals(other.subList(1, other.size()));
    }

    private Stream<List<String>> totals(List<String> codes) {
        List<List<String>> all = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < codes.size(); i++) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> start : all) {
                longer.add(plus(start, codes.get(i)));
                if (dimensions.get(i).summed()) {
                    longer.add(plus(start, "*"));
                }
            }
            all = longer;
        }
        return all.stream().filter(one -> !one.equals(codes));
    }

    private static List<String> plus(List<String> start, String code) {
        return Stream.concat(start.stream(), Stream.of(code)).toList();
    }
}
