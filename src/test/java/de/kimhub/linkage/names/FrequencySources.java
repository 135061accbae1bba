package de.kimhub.linkage.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Makes the shipped table of frequencies from the public tables, by who lives in a German Kreis with much migration. */
final class FrequencySources {

    /** Share of the people whose names come from there; neighbours stand in for countries that the tables lack. */
    private static final Map<String, Double> PEOPLE = people("""
            DE .20 AT .01 CH .005 TR .09 PL .05 RU .05 KZ .01 UA .09 BY .003 RO .02 MD .02 XK .02 AL .015 RS .015 BA .015
            MK .01 ME .003 HR .01 SI .003 BG .015 HU .007 IT .02 GR .012 ES .01 PT .007 FR .006 NL .006 GB .006 US .006
            IQ .06 LB .05 JO .05 EG .015 SA .004 AE .003 KW .003 MA .02 DZ .004 TN .004 LY .003 IR .06 TJ .015 PK .015
            BD .003 IN .008 VN .006 CN .004 AZ .004 AM .004 GE .004 LT .003 LV .003 IL .003 ML .003 PH .003""");
    /** Where a father's or grandfather's given name serves as the family name. */
    private static final List<String> PATRONYMIC =
            List.of("IQ", "LB", "JO", "EG", "SA", "AE", "KW", "MA", "DZ", "TN", "LY", "IR", "TJ", "PK", "ML");
    private static final double BERLIN = 0.25;
    private static final double MOST_FREQUENT_GIVEN = 0.035;
    private static final double MOST_FREQUENT_FAMILY = 0.01;
    private static final double FALL = 0.6;

    private final Map<String, Double> given = new TreeMap<>();
    private final Map<String, Double> family = new TreeMap<>();

    FrequencySources(Path tables) throws IOException {
        forenames(tables.resolve("common-forenames-by-country.csv"));
        surnames(tables.resolve("common-surnames-by-country.csv"));
        berlin(tables.resolve("vornamen_berlin_2012_2023.csv"));
    }

    List<String> lines() {
        TreeMap<String, String> lines = new TreeMap<>();
        for (String skeleton : given.keySet()) {
            lines.put(skeleton, line(skeleton));
        }
        for (String skeleton : family.keySet()) {
            lines.put(skeleton, line(skeleton));
        }
        return lines.values().stream().filter(line -> !line.endsWith(";0;0")).toList();
    }

    private String line(String skeleton) {
        return skeleton + ";" + share(given.get(skeleton)) + ";" + share(family.get(skeleton));
    }

    private static String share(Double share) {
        return share == null || share < NameFrequencies.FLOOR ? "0"
                : new java.math.BigDecimal(share).round(new java.math.MathContext(2)).stripTrailingZeros().toString();
    }

    private void forenames(Path table) throws IOException {
        Map<String, Integer> columns = new HashMap<>();
        rows(table, columns, (cells, line) -> {
            String country = cells[columns.get("Country")];
            double share = PEOPLE.getOrDefault(country, 0.0) * MOST_FREQUENT_GIVEN
                    * Math.pow(Integer.parseInt(cells[columns.get("Index")]), -FALL) / line;
            boolean man = cells[columns.get("Gender")].equals("M");
            add(given, cells[columns.get("Romanized Name")], share * (1 - BERLIN));
            if (man && PATRONYMIC.contains(country)) {
                add(family, cells[columns.get("Romanized Name")], share);
            }
        });
    }

    private void surnames(Path table) throws IOException {
        Map<String, Integer> columns = new HashMap<>();
        rows(table, columns, (cells, line) -> {
            String percent = cells.length > columns.get("Percent") ? cells[columns.get("Percent")] : "";
            double share = percent.isEmpty() ? MOST_FREQUENT_FAMILY
                    * Math.pow(Integer.parseInt(cells[columns.get("Index")]), -FALL) : Double.parseDouble(percent);
            add(family, cells[columns.get("Romanized Name")],
                    share * PEOPLE.getOrDefault(cells[columns.get("Country")], 0.0) / line);
        });
    }

    /** Each row with the number of tables of the same country (regions, groups of people), among which it is divided. */
    private static void rows(Path table, Map<String, Integer> columns, BiConsumer<String[], Double> row) throws IOException {
        List<String[]> rows = Files.readAllLines(table).stream().map(line -> line.replace("\uFEFF", "").split(",", -1)).toList();
        for (int i = 0; i < rows.getFirst().length; i++) {
            columns.put(rows.getFirst()[i], i);
        }
        Map<String, Double> firsts = new HashMap<>();
        rows.stream().skip(1).filter(cells -> cells[columns.get("Index")].equals("1"))
                .map(cells -> country(cells, columns)).distinct()
                .forEach(country -> firsts.merge(country.substring(0, 2), 1.0, Double::sum));
        for (String[] cells : rows.subList(1, rows.size())) {
            row.accept(cells, firsts.getOrDefault(cells[0], 1.0));
        }
    }

    private static String country(String[] cells, Map<String, Integer> columns) {
        return columns.containsKey("Gender") ? cells[0] + cells[columns.get("Country Group")] + cells[columns.get("Region")]
                + cells[columns.get("Population")] : cells[0];
    }

    private void berlin(Path table) throws IOException {
        List<String[]> rows = Files.readAllLines(table).stream().skip(1).map(line -> line.split(",(?=[^,]*,[^,]*$)|,(?=[^,]*$)")).toList();
        double all = rows.stream().mapToDouble(cells -> Double.parseDouble(cells[2])).sum();
        rows.forEach(cells -> add(given, cells[0], BERLIN * Double.parseDouble(cells[2]) / all));
    }

    private static void add(Map<String, Double> shares, String name, double share) {
        if (share > 0) {
            PreparedName.of(name).parts().forEach(part -> shares.merge(part.skeletons().getFirst(), share, Double::sum));
        }
    }

    private static Map<String, Double> people(String text) {
        String[] cells = text.strip().split("\\s+");
        Map<String, Double> people = new HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            people.put(cells[i], Double.parseDouble(cells[i + 1]));
        }
        double all = Arrays.stream(people.values().toArray(Double[]::new)).mapToDouble(share -> share).sum();
        people.replaceAll((country, share) -> share / all);
        return people;
    }
}
