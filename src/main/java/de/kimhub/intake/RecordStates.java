package de.kimhub.intake;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes {@code hub.record_state}, a batch with one statement. */
@Component
public class RecordStates {

    private static final String COLUMNS =
            "key_digest, content, watched, events, case_id, document_id, record_no, vanished, corrected_by, "
            + "definition, persona";

    private final JdbcTemplate jdbc;

    RecordStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Map<ByteBuffer, RecordState> find(int instanceNo, Collection<byte[]> keys) {
        Map<ByteBuffer, RecordState> found = new HashMap<>(keys.size() * 2);
        read(found, "select " + COLUMNS + " from hub.record_state where instance_no = ? and key_digest = any(?)",
                instanceNo, keys.toArray(byte[][]::new));
        return found;
    }

    /** The same, with the records that correct them, and those that correct these. */
    public Map<ByteBuffer, RecordState> findWithCorrections(int instanceNo, Collection<byte[]> keys) {
        Map<ByteBuffer, RecordState> found = find(instanceNo, keys);
        byte[][] corrections = found.values().stream().map(RecordState::correctedBy).filter(Objects::nonNull)
                .filter(key -> !found.containsKey(ByteBuffer.wrap(key))).toArray(byte[][]::new);
        if (corrections.length > 0) {
            read(found, """
                    with recursive correction as (
                        select key_digest as key, corrected_by from hub.record_state
                        where instance_no = ? and key_digest = any(?)
                        union
                        select s.key_digest, s.corrected_by from correction c join hub.record_state s
                        on s.instance_no = ? and s.key_digest = c.corrected_by)
                    select\s""" + COLUMNS + " from hub.record_state where instance_no = ? and key_digest in "
                    + "(select key from correction)", instanceNo, corrections, instanceNo, instanceNo);
        }
        return found;
    }

    private void read(Map<ByteBuffer, RecordState> into, String sql, Object... values) {
        jdbc.query(sql, row -> {
            RecordState state = state(row);
            into.put(ByteBuffer.wrap(state.key()), state);
        }, values);
    }

    /** Of these files, whatever stands: no other record corrects it, and its row is there. */
    public Map<ByteBuffer, RecordState> standingOf(int instanceNo, Collection<Long> files) {
        Map<ByteBuffer, RecordState> found = new HashMap<>();
        if (!files.isEmpty()) {
            read(found, "select " + COLUMNS + " from hub.record_state where instance_no = ? and case_id = any(?)"
                    + " and corrected_by is null and not vanished", instanceNo, files.stream().mapToLong(Long::longValue).toArray());
        }
        return found;
    }

    /** Inserts or replaces; at most one state per key. */
    public void save(int instanceNo, Collection<RecordState> states) {
        if (states.isEmpty()) {
            return;
        }
        List<RecordState> all = List.copyOf(states);
        jdbc.update("""
                        insert into hub.record_state (instance_no, key_digest, content, watched, events, case_id,
                                                      document_id, record_no, vanished, corrected_by, definition,
                                                      persona)
                        select ?, k, c, w, e::bigint[], nullif(i, 0), d, r, v, b, n, case when i <> 0 then p end
                        from unnest(?::bytea[], ?::bytea[], ?::bytea[], ?::text[], ?::bigint[], ?::bigint[],
                                    ?::bigint[], ?::boolean[], ?::bytea[], ?::integer[], ?::bytea[])
                             as t (k, c, w, e, i, d, r, v, b, n, p)
                        on conflict (instance_no, key_digest) do update
                            set content = excluded.content, watched = excluded.watched, events = excluded.events,
                                case_id = excluded.case_id, document_id = excluded.document_id,
                                record_no = excluded.record_no, vanished = excluded.vanished,
                                corrected_by = excluded.corrected_by, definition = excluded.definition,
                                persona = excluded.persona""",
                instanceNo,
                all.stream().map(RecordState::key).toArray(byte[][]::new),
                all.stream().map(RecordState::content).toArray(byte[][]::new),
                all.stream().map(RecordState::watched).toArray(byte[][]::new),
                all.stream().map(state -> literal(state.events())).toArray(String[]::new),
                all.stream().mapToLong(state -> state.caseId() == null ? 0 : state.caseId()).toArray(),
                all.stream().mapToLong(RecordState::documentId).toArray(),
                all.stream().mapToLong(RecordState::recordNo).toArray(),
                booleans(all),
                all.stream().map(RecordState::correctedBy).toArray(byte[][]::new),
                all.stream().mapToInt(RecordState::definition).toArray(),
                all.stream().map(RecordState::persona).toArray(byte[][]::new));
    }

    private static boolean[] booleans(List<RecordState> states) {
        boolean[] vanished = new boolean[states.size()];
        for (int i = 0; i < vanished.length; i++) {
            vanished[i] = states.get(i).vanished();
        }
        return vanished;
    }

    private static String literal(long[] numbers) {
        StringJoiner joined = new StringJoiner(",", "{", "}");
        for (long number : numbers) {
            joined.add(Long.toString(number));
        }
        return joined.toString();
    }

    private static RecordState state(ResultSet row) throws SQLException {
        long caseId = row.getLong("case_id");
        Long knownCase = row.wasNull() ? null : caseId;
        return new RecordState(row.getBytes("key_digest"), row.getBytes("content"), row.getBytes("watched"),
                longs(row.getArray("events")), knownCase, row.getLong("document_id"), row.getLong("record_no"),
                row.getBoolean("vanished"), row.getBytes("corrected_by"),
                row.getInt("definition"), row.getBytes("persona"));
    }

    private static long[] longs(Array array) throws SQLException {
        Long[] boxed = (Long[]) array.getArray();
        long[] numbers = new long[boxed.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = boxed[i];
        }
        return numbers;
    }
}
