package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Band;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What people decided about pairs of files, by the band in which linkage has the pair. Decisions that were undone do not
 * count. A pair that linkage does not keep is NEW.
 */
public final class DecidedPairs {

    private static final String READ = """
            select coalesce(p.band, ?) as band, count(*) filter (where d.same) as same,
                   count(*) filter (where not d.same) as different
              from identity.pair_decision d
              left join identity.pair p on p.left_case = d.left_case and p.right_case = d.right_case
             where d.undone_at is null group by 1""";
    private static final String LINE = "  %-8s %10s %14s   %-24s %s%n";

    private final Map<Band, Long> same = new EnumMap<>(Band.class);
    private final Map<Band, Long> different = new EnumMap<>(Band.class);

    private DecidedPairs() {
    }

    public static DecidedPairs read(JdbcTemplate jdbc) {
        DecidedPairs pairs = new DecidedPairs();
        jdbc.query(READ, row -> {
            Band band = Band.values()[row.getInt("band")];
            pairs.same.put(band, row.getLong("same"));
            pairs.different.put(band, row.getLong("different"));
        }, Band.NEW.ordinal());
        return pairs;
    }

    public long count() {
        return all(same) + all(different);
    }

    private static long all(Map<Band, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of the decided pairs of the band those that are one person. */
    Proportion precision(Band band) {
        long one = same.getOrDefault(band, 0L);
        return new Proportion(one, one + different.getOrDefault(band, 0L));
    }

    /** Of the pairs decided to be one person those that are in the band. */
    Proportion recall(Band band) {
        return new Proportion(same.getOrDefault(band, 0L), all(same));
    }

    /** In German. */
    public String text() {
        if (count() == 0) {
            return "Noch hat niemand über Paare entschieden: es gibt nichts zu messen.%n".formatted();
        }
        StringBuilder text = new StringBuilder("Entscheidungen %d (Intervalle: 95 %%, Wilson)%n".formatted(count()));
        text.append(LINE.formatted("Band", "eine", "verschiedene", "eine Person im Band", "Anteil an allen einer Person"));
        for (Band band : Band.values()) {
            text.append(LINE.formatted(band, same.getOrDefault(band, 0L), different.getOrDefault(band, 0L),
                    shown(precision(band)), shown(recall(band))));
        }
        return text.append(("Entschieden wird vor allem über Zweifelsfälle (REVIEW): für SURE und NEW sagt das nur so viel, wie "
                + "dort nachgesehen wurde.%n").formatted()).toString();
    }

    private static String shown(Proportion share) {
        return share.of() == 0 ? "-"
                : String.format(Locale.GERMANY, "%.3f (%.3f-%.3f)", share.value(), share.low(), share.high());
    }

    /** With stable names. */
    public Map<String, Object> numbers() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("decisions", count());
        for (Band band : Band.values()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("same", same.getOrDefault(band, 0L));
            one.put("different", different.getOrDefault(band, 0L));
            put(one, "precision", precision(band));
            put(one, "recall", recall(band));
            all.put(band.name().toLowerCase(Locale.ROOT), one);
        }
        return all;
    }

    private static void put(Map<String, Object> all, String name, Proportion share) {
        if (share.of() > 0) {
            all.put(name, share.value());
            all.put(name + "Low", share.low());
            all.put(name + "High", share.high());
        }
    }
}
