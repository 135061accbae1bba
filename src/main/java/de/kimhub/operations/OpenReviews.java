package de.kimhub.operations;

import de.kimhub.operations.Health.Entry;
import de.kimhub.operations.Health.State;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Pairs of files that wait for a reviewer.
 *
 * @param waiting    to be decided now
 * @param differing  of these, where the reviewers differ for too long
 * @param asked      of which a source was asked
 * @param later      put off to a day
 * @param oldestDays how long the oldest of all has waited since it was found
 */
public record OpenReviews(long waiting, long differing, long asked, long later, long oldestDays) {

    public static final OpenReviews NONE = new OpenReviews(0, 0, 0, 0, 0);

    /** Events of a pair are held until it is decided: after this time somebody should look. */
    private static final int TOO_LONG_DAYS = 7;

    private static final String FIGURES = """
            select count(*) filter (where state in ('OPEN', 'SECOND_OPINION') or due_at <= now()) as waiting,
                   count(*) filter (where differ_until <= now() and (state in ('OPEN', 'SECOND_OPINION') or due_at <= now()))
                       as differing,
                   count(*) filter (where state = 'ASKED' and due_at > now()) as asked,
                   count(*) filter (where state = 'LATER' and due_at > now()) as later,
                   coalesce(extract(day from now() - min(created_at)), 0)::bigint as oldest
              from identity.review where state in ('OPEN', 'LATER', 'ASKED', 'SECOND_OPINION')""";

    public static OpenReviews read(JdbcTemplate jdbc) {
        Boolean made = jdbc.queryForObject("select to_regclass('identity.review') is not null", Boolean.class);
        return !Boolean.TRUE.equals(made) ? NONE : jdbc.queryForObject(FIGURES, (row, no) -> new OpenReviews(
                row.getLong("waiting"), row.getLong("differing"), row.getLong("asked"), row.getLong("later"), row.getLong("oldest")));
    }

    public long all() {
        return waiting + asked + later;
    }

    /** A German sentence. */
    public String text() {
        String put = asked + later == 0 ? "" : ", " + (asked + later) + " weitere sind zurückgelegt";
        String differ = differing == 0 ? "" : ", bei " + differing + " sind sich die Prüfenden nicht einig";
        return (waiting == 1 ? "1 mögliche Dublette wartet auf eine Entscheidung"
                : waiting + " mögliche Dubletten warten auf eine Entscheidung") + differ + put + "; die älteste seit "
                + (oldestDays == 0 ? "heute" : oldestDays == 1 ? "gestern" : oldestDays + " Tagen") + ".";
    }

    /** Worth knowing once the oldest has waited too long. */
    public Optional<Entry> finding() {
        return oldestDays < TOO_LONG_DAYS ? Optional.empty() : Optional.of(new Entry("Prüfung", State.NOTICE,
                text() + " Ihre Ereignisse liegen, bis entschieden ist oder retention.hold vorbei ist; dann werden sie "
                        + "nicht weitergegeben. hub review zeigt sie."));
    }
}
