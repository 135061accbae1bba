package de.kimhub.steering.release;

import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.catalogue.SteeringSettings.Organisation;
import de.kimhub.steering.catalogue.SteeringSettings.Posts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What stands beside the tables of a release: posts and targets, who delivered until when, days. */
@Component
class SurroundingsWriter {

    private static final BigDecimal POSTS_TOLD_FROM = BigDecimal.valueOf(5);
    /** The smallest share that is told is one in so many. */
    private static final int ONE_IN = 20;
    private static final int QUARTERS_AHEAD = 4;
    private static final String UNKNOWN = """
            select count(*) as units, count(*) filter (where municipality = '' or measure = 3 and theme = '') as unknown
              from steering.unit where opened_in = ? and organisation = ?""";

    private final JdbcTemplate jdbc;

    SurroundingsWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Making making, FactSources sources) {
        references(making.id(), making.settings());
        dataState(making.id(), making.period(), sources, making.settings());
        calendar(making.id(), making.period(), making.today(), making.settings());
    }

    private void references(String release, SteeringSettings settings) {
        for (Posts posts : settings.posts()) {
            if (posts.value().compareTo(POSTS_TOLD_FROM) >= 0) {
                String name = Optional.ofNullable(posts.municipality()).or(() -> Optional.ofNullable(posts.organisation())).orElse("kreis");
                String dimension = posts.municipality() != null ? "municipality" : posts.organisation() != null ? "organisation" : null;
                reference(release, "posts", name, dimension, posts.value(), "VZÄ", "Besetzte Vollzeitstellen");
            }
        }
        settings.targets().forEach(target -> reference(release, "target", target.table(), null, target.value(), target.unit(),
                target.label()));
    }

    private void reference(String release, String kind, String name, String dimension, BigDecimal value, String unit, String label) {
        jdbc.update("insert into cube.reference (release_id, kind, name, dimension, value, unit, label) values (?, ?, ?, ?, ?, ?, ?) "
                + "on conflict do nothing", release, kind, name, dimension, value, unit, label);
    }

    private void dataState(String release, Quarter period, FactSources sources, SteeringSettings settings) {
        LocalDate cutOff = settings.cutOff(period);
        Map<String, LocalDate> deliveries = sources.lastDeliveries(cutOff);
        Set<String> reviews = sources.withOpenReviews();
        int position = 0;
        for (Organisation one : settings.organisations()) {
            LocalDate last = one.instances().stream().map(deliveries::get).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
            LocalDate due = one.deliversEvery().map(every -> last == null ? cutOff : last.plus(every)).orElse(null);
            jdbc.update("insert into cube.data_state (release_id, position, organisation, last_delivery, due, state, reviews_open, "
                            + "unknown_share) values (?, ?, ?, ?, ?, ?, ?, ?)", release, position++, one.name(), last, due,
                    state(last, one.deliversEvery(), cutOff), one.instances().stream().anyMatch(reviews::contains),
                    unknownShare(period, one.id(), settings.threshold()));
        }
    }

    private static String state(LocalDate last, Optional<Period> every, LocalDate cutOff) {
        return every.isEmpty() ? "ohne Termin" : last == null ? "fehlt" : !last.plus(every.get()).isBefore(cutOff) ? "puenktlich"
                : !last.plus(every.get()).plus(every.get()).isBefore(cutOff) ? "verspaetet" : "fehlt";
    }

    /** Of fewer, one share would say that the unknown are fewer than the threshold, and the next one that there are some. */
    private String unknownShare(Quarter period, String organisation, int threshold) {
        return jdbc.queryForObject(UNKNOWN, (row, no) -> {
            long units = row.getLong("units");
            long unknown = row.getLong("unknown");
            return units < ONE_IN * threshold ? null : unknown * ONE_IN <= units ? "bis 5 %" : unknown * 5 <= units ? "5 bis 20 %" : "über 20 %";
        }, period.id(), organisation);
    }

    private void calendar(String release, Quarter period, LocalDate today, SteeringSettings settings) {
        day(release, today, "release", "Veröffentlichung " + period.label());
        for (Quarter one : Quarter.between(period, period.plus(QUARTERS_AHEAD))) {
            day(release, settings.cutOff(one), "cut-off", "Stichtag " + one.label());
            if (!one.equals(period)) {
                day(release, settings.cutOff(one), "release", "Veröffentlichung " + one.label());
            }
        }
        settings.sessions().forEach(session -> day(release, session.day(), "session", session.title()));
    }

    private void day(String release, LocalDate day, String kind, String title) {
        jdbc.update("insert into cube.calendar (release_id, day, kind, title) values (?, ?, ?, ?) on conflict do nothing", release, day,
                kind, title);
    }
}
