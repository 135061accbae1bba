package de.kimhub.processing;

import de.kimhub.message.MessageKind;
import de.kimhub.processing.DecisionEffects.Held;
import de.kimhub.processing.DecisionEffects.Kind;
import de.kimhub.processing.DecisionEffects.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a transaction has done to events and the outbox so far. */
final class EffectsTable {

    private static final String WAITING = """
            select h.event_id, i.id as source from hub.held_event h join hub.instance i on i.no = h.instance_no
              join identity.source_case s on s.instance_no = h.instance_no and s.case_digest = h.case_digest
             where s.id = any(?)""";
    private static final String QUEUED = """
            select r.id as recipient, o.event_id, e.kind, a.event_id is not null as readdressed
              from hub.outbox_item o join hub.event e on e.id = o.event_id join hub.instance r on r.no = o.recipient_no
              left join hub.readdressed a on a.event_id = o.event_id
             where o.position > ? and e.case_id = any(?)""";
    private static final String CALLS = """
            select r.id as recipient, count(*) from hub.misdirected m join hub.instance r on r.no = m.recipient_no
             where m.link_event = ? and m.address is null group by r.id""";

    private final JdbcTemplate jdbc;

    EffectsTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Sources of held events of these files, by event. */
    Map<Long, String> waiting(Collection<Long> files) {
        Map<Long, String> waiting = new TreeMap<>();
        jdbc.query(WAITING, row -> {
            waiting.put(row.getLong("event_id"), row.getString("source"));
        }, (Object) numbers(files));
        return waiting;
    }

    /** Items that are queued later have a greater one. */
    long position() {
        return jdbc.queryForObject("select case when is_called then last_value else 0 end from hub.outbox_position",
                Long.class);
    }

    static List<Held> held(Map<Long, String> waiting, Set<Long> staying) {
        Map<String, long[]> counts = new TreeMap<>();
        waiting.forEach((event, source) ->
                counts.computeIfAbsent(source, key -> new long[2])[staying.contains(event) ? 1 : 0]++);
        return counts.entrySet().stream().map(one -> new Held(one.getKey(), one.getValue()[0], one.getValue()[1])).toList();
    }

    /** @param waited events that were held before */
    List<Told> told(long linkEvent, long position, Collection<Long> files, Set<Long> waited) {
        Map<String, Map<Kind, Long>> counts = new TreeMap<>();
        jdbc.query(QUEUED, row -> {
            Kind kind = !row.getBoolean("readdressed") ? waited.contains(row.getLong("event_id")) ? Kind.LATE : Kind.CORRECTION
                    : row.getInt("kind") == MessageKind.RETRACTION.ordinal() ? Kind.RETRACTION : Kind.REPETITION;
            add(counts, row.getString("recipient"), kind, 1);
        }, position, numbers(files));
        jdbc.query(CALLS, row -> {
            add(counts, row.getString("recipient"), Kind.CALL, row.getLong(2));
        }, linkEvent);
        List<Told> told = new ArrayList<>();
        counts.forEach((recipient, kinds) -> kinds.forEach((kind, count) -> told.add(new Told(recipient, kind, count))));
        return told;
    }

    private static void add(Map<String, Map<Kind, Long>> counts, String recipient, Kind kind, long count) {
        counts.computeIfAbsent(recipient, key -> new TreeMap<>()).merge(kind, count, Long::sum);
    }

    private static long[] numbers(Collection<Long> files) {
        return files.stream().mapToLong(Long::longValue).toArray();
    }
}
