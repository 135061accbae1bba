package de.kimhub.pseudonym;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;

/** Who was given which pseudonym. */
final class IssuedTable {

    private static final String INSERT = """
            insert into pseudonym.issued (domain, epoch, body, person_digest, generation)
            select ?, ?, body, person_digest, generation
              from unnest(?::text[], ?::bytea[], ?::int[]) as t (body, person_digest, generation)
             order by body collate "C"
            on conflict do nothing returning person_digest, body""";

    private final JdbcTemplate jdbc;

    IssuedTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param aliasOf  {@code null} unless it is a tombstone
     * @param nextBody {@code null} unless it was mapped to a later epoch
     */
    record Row(String body, byte[] personDigest, String aliasOf, int nextEpoch, String nextBody) {
    }

    record New(String body, byte[] personDigest, int generation) {
    }

    /** By digest of the person the body that they have; no tombstones. */
    Map<ByteBuffer, String> bodies(String domain, int epoch, Collection<byte[]> persons) {
        Map<ByteBuffer, String> bodies = new HashMap<>();
        jdbc.query("select person_digest, body from pseudonym.issued where domain = ? and epoch = ? and alias_of is null "
                + "and person_digest = any (?)", of(domain, epoch, persons),
                row -> { bodies.put(ByteBuffer.wrap(row.getBytes(1)), row.getString(2)); });
        return bodies;
    }

    /** By digest of the person the first generation that none of their tombstones has. */
    Map<ByteBuffer, Integer> generations(String domain, int epoch, Collection<byte[]> persons) {
        Map<ByteBuffer, Integer> generations = new HashMap<>();
        jdbc.query("select person_digest, max(generation) + 1 from pseudonym.issued where domain = ? and epoch = ? "
                + "and alias_of is not null and person_digest = any (?) group by person_digest",
                of(domain, epoch, persons),
                row -> { generations.put(ByteBuffer.wrap(row.getBytes(1)), row.getInt(2)); });
        return generations;
    }

    /** By digest of the person what was inserted: not what is there already, the same person's or another's. */
    Map<ByteBuffer, String> insert(String domain, int epoch, List<New> rows) {
        Map<ByteBuffer, String> inserted = new HashMap<>();
        jdbc.query(INSERT, statement -> {
            Connection connection = statement.getConnection();
            statement.setString(1, domain);
            statement.setInt(2, epoch);
            statement.setArray(3, connection.createArrayOf("text", rows.stream().map(New::body).toArray(String[]::new)));
            statement.setArray(4, connection.createArrayOf("bytea", rows.stream().map(New::personDigest).toArray(byte[][]::new)));
            statement.setArray(5, connection.createArrayOf("int4", rows.stream().map(New::generation).toArray(Integer[]::new)));
        }, row -> { inserted.put(ByteBuffer.wrap(row.getBytes(1)), row.getString(2)); });
        return inserted;
    }

    Optional<Row> find(String domain, int epoch, String body) {
        return jdbc.query("select body, person_digest, alias_of, next_epoch, next_body from pseudonym.issued where domain = ? "
                + "and epoch = ? and body = ?", (row, number) -> new Row(row.getString(1), row.getBytes(2),
                row.getString(3), row.getInt(4), row.getString(5)), domain, epoch, body).stream().findAny();
    }

    /** The survivor's tombstones point to it as well, so that one step always leads to who is alive. */
    void entomb(String domain, int epoch, String body, String survivor) {
        jdbc.update("update pseudonym.issued set alias_of = ? where domain = ? and epoch = ? and (body = ? or alias_of = ?)",
                survivor, domain, epoch, body, body);
    }

    void map(String domain, int epoch, int nextEpoch, Map<String, String> nextOf) {
        jdbc.update("update pseudonym.issued i set next_epoch = ?, next_body = t.next from unnest(?::text[], ?::text[]) as t (body, next) "
                + "where i.domain = ? and i.epoch = ? and i.body = t.body", statement -> {
            Connection connection = statement.getConnection();
            statement.setInt(1, nextEpoch);
            statement.setArray(2, connection.createArrayOf("text", nextOf.keySet().toArray(String[]::new)));
            statement.setArray(3, connection.createArrayOf("text", nextOf.values().toArray(String[]::new)));
            statement.setString(4, domain);
            statement.setInt(5, epoch);
        });
    }

    /** By digest of the person the body of those that have none in a later epoch yet. */
    Map<ByteBuffer, String> unmapped(String domain, int epoch, Collection<byte[]> persons) {
        Map<ByteBuffer, String> bodies = new HashMap<>();
        jdbc.query("select person_digest, body from pseudonym.issued where domain = ? and epoch = ? and alias_of is null "
                + "and next_body is null and person_digest = any (?)", of(domain, epoch, persons),
                row -> { bodies.put(ByteBuffer.wrap(row.getBytes(1)), row.getString(2)); });
        return bodies;
    }

    long count(String domain, int epoch) {
        return jdbc.queryForObject("select count(*) from pseudonym.issued where domain = ? and epoch = ? "
                + "and alias_of is null", Long.class, domain, epoch);
    }

    void delete(String domain, int epoch) {
        jdbc.update("delete from pseudonym.issued where domain = ? and epoch = ?", domain, epoch);
    }

    private static PreparedStatementSetter of(String domain, int epoch, Collection<byte[]> persons) {
        return statement -> {
            statement.setString(1, domain);
            statement.setInt(2, epoch);
            statement.setArray(3, statement.getConnection().createArrayOf("bytea", persons.toArray(byte[][]::new)));
        };
    }
}
