package de.kimhub.operations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each node finds wrong ({@code hub.health}): places, codes and advice, never anything of a person. */
public final class Health {

    private static final String SEEN = """
            insert into hub.node (id) values (?) on conflict (id) do update set seen = clock_timestamp()""";
    private static final String FORGET = """
            with gone as (delete from hub.node where seen < clock_timestamp() - interval '1 minute' returning id)
            delete from hub.health where node in (select id from gone)""";
    private static final String PASSED = """
            delete from hub.health h where node = ? and not exists (
                select 1 from unnest(?::text[], ?::smallint[], ?::text[]) as t (component, state, text)
                 where t.component = h.component and t.state = h.state and t.text = h.text)""";
    private static final String FOUND = """
            insert into hub.health (node, component, state, text)
            select distinct on (component, text) ?, component, state, text
              from unnest(?::text[], ?::smallint[], ?::text[]) as t (component, state, text)
            on conflict do nothing""";
    private static final String READ = """
            select h.component, h.state, h.text, min(h.since) as since from hub.health h join hub.node n on n.id = h.node
             where n.seen > clock_timestamp() - interval '30 seconds'
             group by h.component, h.state, h.text order by h.state desc, h.component, h.text""";

    private final JdbcTemplate jdbc;

    public Health(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** As {@code hub.health.state} numbers them. */
    public enum State {
        /** Worth knowing: somebody has to do something in time, or it passes. */
        NOTICE,
        BROKEN
    }

    /** @param component what it is about, such as a file or a way */
    public record Entry(String component, State state, String text) {
    }

    /** @param since the first node found it */
    public record Finding(String component, State state, String text, Instant since) {
    }

    /** Says that the node works, and what it finds now; what it found before and not now has passed. */
    public void report(String node, Collection<Entry> entries) {
        String[] components = entries.stream().map(Entry::component).toArray(String[]::new);
        int[] states = entries.stream().mapToInt(entry -> entry.state().ordinal()).toArray();
        String[] texts = entries.stream().map(Entry::text).toArray(String[]::new);
        jdbc.update(SEEN, node);
        jdbc.update(FORGET);
        jdbc.update(PASSED, node, components, states, texts);
        jdbc.update(FOUND, node, components, states, texts);
    }

    /** The node ends. */
    public void leave(String node) {
        jdbc.update("delete from hub.health where node = ?", node);
        jdbc.update("delete from hub.node where id = ?", node);
    }

    /** What the nodes find that are at work; the broken first. Empty when none is. */
    public List<Finding> findings() {
        return jdbc.query(READ, (row, no) -> new Finding(row.getString("component"), State.values()[row.getInt("state")],
                row.getString("text"), row.getObject("since", OffsetDateTime.class).toInstant()));
    }
}
