package de.kimhub.runtime.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The rows that the hub writes for one record of a known, enrolled person, in tables of the same shape and with the
 * same indexes: state, file, two events, two outbox items which are taken out again.
 */
final class RecordRows {

    static final int ROWS_PER_RECORD = 6;
    private static final int KEY = 16;
    private static final int PAYLOAD = 220;

    private final Connection connection;
    private final Random random = new Random(7);

    RecordRows(Connection connection) {
        this.connection = connection;
    }

    static void createTables(Connection connection) throws SQLException {
        connection.createStatement().execute("""
                drop schema if exists bare cascade;
                create schema bare;
                create table bare.record_state (instance_no smallint, key_digest bytea, content bytea, watched bytea,
                    event_1 bigint, event_2 bigint, record_no bigint, primary key (instance_no, key_digest))
                    with (fillfactor = 85);
                create table bare.source_case (id bigint primary key, instance_no smallint, case_digest bytea,
                    case_number bytea, person_id bigint, name_digest bytea, persona bytea,
                    unique (instance_no, case_digest));
                create index on bare.source_case (person_id);
                create index on bare.source_case (name_digest);
                create table bare.event (id bigint primary key, record_no bigint, case_id bigint, type smallint,
                    rules text, payload bytea);
                create index on bare.event (case_id, id);
                create table bare.outbox_item (recipient_no smallint, lane smallint, position bigint, event_id bigint,
                    rule text, primary key (recipient_no, lane, position));
                create table bare.inbox (id bigint primary key, bytes bytea)""");
    }

    /** Writes the rows of so many records with one statement a table. Commits nothing. */
    void insert(int from, int count) throws SQLException {
        Long[] numbers = LongStream.range(from, from + count).boxed().toArray(Long[]::new);
        byte[][] keys = bytes(count, KEY);
        byte[][] payloads = bytes(count, PAYLOAD);
        run("insert into bare.record_state select 1, k, k, k || k || k, n * 2, n * 2 + 1, n"
                + " from unnest(?::bigint[], ?::bytea[]) t (n, k)", numbers, keys);
        run("insert into bare.source_case select n, 1, k, k || k, n, k, p"
                + " from unnest(?::bigint[], ?::bytea[], ?::bytea[]) t (n, k, p)", numbers, keys, payloads);
        run("insert into bare.event select n * 2 + i, n, n, 42, 'c0ffee00', p"
                + " from unnest(?::bigint[], ?::bytea[]) t (n, p), generate_series(0, 1) i", numbers, payloads);
        run("insert into bare.outbox_item select i, n % 4, n, n * 2, 'jobcenter-massnahmen'"
                + " from unnest(?::bigint[]) n, generate_series(1, 2) i", (Object) numbers);
    }

    /** What delivering them takes out again. */
    void takeOut(int from, int count) throws SQLException {
        run("delete from bare.outbox_item where position = any(?::bigint[]) and recipient_no in (1, 2)"
                + " and lane in (0, 1, 2, 3)",
                (Object) LongStream.range(from, from + count).boxed().toArray(Long[]::new));
    }

    void receive(long id, byte[] bytes) throws SQLException {
        run("insert into bare.inbox values (?, ?)", id, bytes);
    }

    private byte[][] bytes(int count, int length) {
        return IntStream.range(0, count).mapToObj(i -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }).toArray(byte[][]::new);
    }

    private void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                switch (parameters[i]) {
                    case Long[] numbers -> statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
                    case byte[][] values -> statement.setArray(i + 1, connection.createArrayOf("bytea", values));
                    case byte[] value -> statement.setBytes(i + 1, value);
                    case Object value -> statement.setObject(i + 1, value);
                }
            }
            statement.execute();
        }
    }
}
