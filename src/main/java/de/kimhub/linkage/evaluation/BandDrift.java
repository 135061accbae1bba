package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Band;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether files that are new now are linked as those before: pairs of a band per new file in the last 30 days beside the
 * 90 days before. A pair belongs to the day on which its later file came.
 *
 * @param band        SURE or REVIEW
 * @param files       that are new
 * @param pairs       of them
 * @param filesBefore in the 90 days before
 */
public record BandDrift(String band, long files, long pairs, long filesBefore, long pairsBefore) {

    /** Moved is what is more than so many times, or less than this part of, what it was. */
    public static final double FACTOR = 2;
    /** With fewer new files, or pairs, chance would ring the alarm. */
    static final long FEWEST_FILES = 200;
    static final long FEWEST_PAIRS = 30;

    private static final String FILES = """
            select count(*) filter (where seen_at >= now() - interval '30 days') as now,
                   count(*) filter (where seen_at < now() - interval '30 days') as before
              from identity.source_case where seen_at >= now() - interval '120 days'""";
    private static final String PAIRS = """
            select band, count(*) filter (where at >= now() - interval '30 days') as now,
                   count(*) filter (where at < now() - interval '30 days') as before
              from (select p.band, greatest(l.seen_at, r.seen_at) as at from identity.pair p
                      join identity.source_case l on l.id = p.left_case
                      join identity.source_case r on r.id = p.right_case) as pair
             where at >= now() - interval '120 days' group by band""";

    /** Of both bands. */
    public static List<BandDrift> read(JdbcTemplate jdbc) {
        Map<Integer, long[]> pairs = new LinkedHashMap<>();
        jdbc.query(PAIRS, row -> {
            pairs.put(row.getInt("band"), new long[] {row.getLong("now"), row.getLong("before")});
        });
        List<BandDrift> drifts = new ArrayList<>();
        jdbc.query(FILES, row -> {
            for (Band band : List.of(Band.SURE, Band.REVIEW)) {
                long[] counts = pairs.getOrDefault(band.ordinal(), new long[2]);
                drifts.add(new BandDrift(band.name(), row.getLong("now"), counts[0], row.getLong("before"), counts[1]));
            }
        });
        return drifts;
    }

    public double share() {
        return files == 0 ? 0 : (double) pairs / files;
    }

    public double shareBefore() {
        return filesBefore == 0 ? 0 : (double) pairsBefore / filesBefore;
    }

    public boolean hasMoved() {
        // the pairs there would be in the shorter time, were all as in the other one
        boolean enough = files >= FEWEST_FILES && filesBefore >= FEWEST_FILES
                && Math.max(pairs, shareBefore() * files) >= FEWEST_PAIRS;
        return enough && (share() > FACTOR * shareBefore() || share() * FACTOR < shareBefore());
    }

    /** In German. */
    public String text() {
        return String.format(Locale.GERMANY, "%s: %.1f Paare je 100 neue Akten in den letzten 30 Tagen, %.1f in den 90 Tagen "
                + "davor", band, 100 * share(), 100 * shareBefore());
    }
}
