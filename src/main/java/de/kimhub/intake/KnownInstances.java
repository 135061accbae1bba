package de.kimhub.intake;

import de.kimhub.connector.Instance;
import de.kimhub.message.EventType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the database remembers of instances ({@code hub.instance}): as they last were without errors, for those whose
 * file is broken, or taken out and not worked off.
 */
@Component
public class KnownInstances {

    private final JdbcClient jdbc;
    private final InstanceNumbers numbers;

    KnownInstances(JdbcClient jdbc, InstanceNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    /**
     * @param authority  kind of body
     * @param lanes      as it last took something; {@code null} when it never did
     * @param takes      event types that its tool can take
     * @param file       text of its file, or {@code null} when nothing more is to be done for it
     * @param definition version of its connector
     */
    public record Known(int no, String id, String authority, Integer lanes, Set<EventType> takes, String file,
                        String definition) {
    }

    /**
     * The number of lanes outlives the way out: what was queued before lies in them.
     *
     * @param file its text; {@code null} when it was not read from one
     */
    public void remember(Instance instance, String file) {
        boolean takes = instance.deliver().isPresent();
        int[] types = takes ? instance.connector().translator().delivers().stream().mapToInt(EventType::number).sorted()
                .toArray() : null;
        jdbc.sql("""
                        update hub.instance set authority = ?, lanes = coalesce(?::smallint, lanes), takes = ?, file = ?,
                               definition = ?
                        where no = ? and (authority, lanes, takes, file, definition)
                              is distinct from (?, coalesce(?::smallint, lanes), ?, ?, ?)""")
                .params(instance.authority(), takes ? instance.lanes() : null, types, file,
                        instance.connector().version(), numbers.of(instance.id()), instance.authority(),
                        takes ? instance.lanes() : null, types, file, instance.connector().version())
                .update();
    }

    /** It was taken out, and nothing of it is left to do. Its number, its kind of body and its lanes stay. */
    public void workedOff(String instanceId) {
        jdbc.sql("update hub.instance set file = null, takes = null where id = ?").param(instanceId).update();
    }

    /** By instance for which something is queued or not yet delivered, the number of lanes in which it lies. */
    public Map<String, Integer> lanesInUse() {
        Map<String, Integer> lanes = new HashMap<>();
        jdbc.sql("""
                select i.id, i.lanes from hub.instance i where i.lanes is not null
                and (exists (select 1 from hub.outbox_item o where o.recipient_no = i.no)
                     or exists (select 1 from hub.delivery_batch b
                                where b.recipient_no = i.no and b.state <> 2 and b.lane >= 0))""")
                .query((RowCallbackHandler) row -> lanes.put(row.getString("id"), row.getInt("lanes")));
        return lanes;
    }

    /** Text of its file; empty when nothing more is to be done for it. */
    public Optional<String> file(String instanceId) {
        return jdbc.sql("select file from hub.instance where id = ? and file is not null").param(instanceId)
                .query(String.class).optional();
    }

    public List<Known> all() {
        return jdbc.sql("select no, id, authority, lanes, takes, file, definition from hub.instance where authority is not"
                + " null order by id").query((row, n) -> known(row)).list();
    }

    private static Known known(ResultSet row) throws SQLException {
        Array takes = row.getArray("takes");
        return new Known(row.getInt("no"), row.getString("id"), row.getString("authority"),
                Optional.ofNullable((Number) row.getObject("lanes")).map(Number::intValue).orElse(null),
                takes == null ? Set.of() : Arrays.stream((Integer[]) takes.getArray()).map(EventType::byNumber)
                        .collect(Collectors.toSet()), row.getString("file"), row.getString("definition"));
    }

    /**
     * What is still to be done for an instance.
     *
     * @param given documents to be worked on or acknowledged, events to be decided
     * @param due   something to be delivered to it
     */
    public record Left(boolean given, boolean due) {

        public boolean nothing() {
            return !given && !due;
        }
    }

    /** By instance, also of those of whom nothing is left. */
    public Map<String, Left> left(Collection<String> instanceIds) {
        Map<String, Left> left = new HashMap<>();
        if (!instanceIds.isEmpty()) {
            jdbc.sql("""
                            select i.id, exists (select 1 from hub.source_document d where d.instance_no = i.no
                                                 and (d.state = 0 or d.state <> 0 and not d.acknowledged))
                                         or exists (select 1 from hub.held_event h where h.instance_no = i.no) as given,
                                   exists (select 1 from hub.outbox_item o where o.recipient_no = i.no)
                                   or exists (select 1 from hub.delivery_batch b
                                              where b.recipient_no = i.no and b.state <> 2) as due
                            from hub.instance i where i.id = any(?)""").param(instanceIds.toArray(String[]::new))
                    .query((RowCallbackHandler) row -> left.put(row.getString("id"),
                            new Left(row.getBoolean("given"), row.getBoolean("due"))));
        }
        return left;
    }
}
