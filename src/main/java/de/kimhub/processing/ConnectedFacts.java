package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.message.EventType;
import de.kimhub.message.Measure;
import de.kimhub.sharing.FactRule;
import de.kimhub.steering.release.FactSources;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Where facts come from, as the installation is now. */
@Component
class ConnectedFacts implements FactSources {

    private static final String DELIVERIES = """
            select i.id, max(d.received_at)::date as day from hub.source_document d join hub.instance i on i.no = d.instance_no
             where d.received_at::date <= ? group by i.id""";
    private static final String REVIEWS = """
            select distinct i.id from identity.review r join identity.source_case s on s.id in (r.left_case, r.right_case)
              join hub.instance i on i.no = s.instance_no
             where r.state in ('OPEN', 'LATER', 'ASKED', 'SECOND_OPINION')""";

    private final CurrentRules rules;
    private final InstalledParties parties;
    private final JdbcTemplate jdbc;

    ConnectedFacts(CurrentRules rules, InstalledParties parties, JdbcTemplate jdbc) {
        this.rules = rules;
        this.parties = parties;
        this.jdbc = jdbc;
    }

    @Override
    public Map<Measure, Ground> grounds() {
        Map<Measure, Set<EventType>> told = new EnumMap<>(Measure.class);
        Map<Measure, Set<Boolean>> consents = new EnumMap<>(Measure.class);
        for (FactRule rule : rules.now().sharing().rules().facts()) {
            for (Instance one : parties.all()) {
                Set<EventType> events = told(rule, one);
                if (!events.isEmpty()) {
                    told.computeIfAbsent(rule.measure(), key -> new HashSet<>()).addAll(events);
                    consents.computeIfAbsent(rule.measure(), key -> new HashSet<>()).add(rule.needsConsent());
                }
            }
        }
        Map<Measure, Ground> grounds = new EnumMap<>(Measure.class);
        told.forEach((measure, events) -> {
            if (suffices(measure, events)) {
                grounds.put(measure, new Ground(consents.get(measure).contains(true), consents.get(measure).size() > 1));
            }
        });
        return grounds;
    }

    private static Set<EventType> told(FactRule rule, Instance one) {
        Set<EventType> events = new HashSet<>();
        if (one.receive().isPresent() && !one.inTest() && !one.inShadow()) {
            one.connector().translator().receives().stream()
                    .filter(type -> rule.appliesTo(InstalledParties.party(one), type)).forEach(events::add);
        }
        return events;
    }

    /** A time needs both ends; of appointments the offer does. */
    private static boolean suffices(Measure measure, Set<EventType> events) {
        boolean opens = events.stream().anyMatch(measure::opens) || measure == Measure.APPOINTMENT;
        return opens && (measure.matching() == Measure.Matching.NONE || events.stream().anyMatch(measure::closes));
    }

    @Override
    public Map<String, LocalDate> lastDeliveries(LocalDate until) {
        Map<String, LocalDate> all = new HashMap<>();
        jdbc.query(DELIVERIES, row -> {
            all.put(row.getString("id"), row.getObject("day", LocalDate.class));
        }, until);
        return all;
    }

    @Override
    public Set<String> withOpenReviews() {
        return Set.copyOf(jdbc.queryForList(REVIEWS, String.class));
    }
}
