package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.comparison.TraitsCodec;
import de.kimhub.message.FieldValues;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every version of a person as a file has them, once; what was a mistake is kept and does not count. */
@Component
class PersonaTable {

    static final String CONTENT = "persona";
    static final String TRAITS = "traits";
    private static final String SELECT_TRAITS = "select p.id, p.case_id, p.traits, p.traits_version, p.content, p.authority,"
            + " s.instance_no from identity.persona p join identity.source_case s on s.id = p.case_id";

    private final JdbcTemplate jdbc;
    private final KeyVault vault;
    private final SourceCases cases;
    private final EndedNumbers ended;

    PersonaTable(JdbcTemplate jdbc, KeyVault vault, SourceCases cases, EndedNumbers ended) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.cases = cases;
        this.ended = ended;
    }

    /** @param late it is not how the source writes now */
    record New(long file, Persona persona, Traits traits, boolean late) {

        New(long file, Persona persona, Traits traits) {
            this(file, persona, traits, false);
        }
    }

    byte[] digest(Persona persona) {
        return cases.digest(persona.person(), persona.authority());
    }

    /**
     * As it is kept.
     *
     * @param digest of who the source said it is
     */
    record Stored(long id, long file, ByteBuffer digest, boolean retracted) {
    }

    List<Stored> stored(Collection<Long> files) {
        return files.isEmpty() ? List.of() : jdbc.query(
                "select id, case_id, digest, retracted_at is not null from identity.persona where case_id = any(?) order by id",
                (row, no) -> new Stored(row.getLong(1), row.getLong(2), ByteBuffer.wrap(row.getBytes(3)),
                        row.getBoolean(4)), (Object) Sql.longs(files));
    }

    /** Retracted ones count again. */
    void insert(List<New> personas) {
        if (!personas.isEmpty()) {
            jdbc.update("""
                    insert into identity.persona (case_id, digest, content, traits, traits_version, authority, late)
                    select f, d, c, t, ?, a, l
                    from unnest(?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[], ?::text[], ?::boolean[])
                        as p (f, d, c, t, a, l)
                    on conflict (case_id, digest) do update set retracted_at = null, late = excluded.late,
                        said_at = case when excluded.late then persona.said_at else excluded.said_at end""",
                    TraitsCodec.VERSION, personas.stream().mapToLong(New::file).toArray(),
                    personas.stream().map(one -> digest(one.persona())).toArray(byte[][]::new),
                    personas.stream().map(one -> vault.encrypt(one.persona().person().encode(), CONTENT))
                            .toArray(byte[][]::new),
                    personas.stream().map(one -> encrypted(one.traits())).toArray(byte[][]::new),
                    personas.stream().map(one -> one.persona().authority()).toArray(String[]::new),
                    personas.stream().map(New::late).toArray(Boolean[]::new));
        }
    }

    /** How sources write the people of these files now, also where they once wrote so before. */
    void saidNow(Map<Long, ByteBuffer> digests) {
        if (!digests.isEmpty()) {
            jdbc.update("""
                    update identity.persona p set said_at = clock_timestamp(), late = false
                    from unnest(?::bigint[], ?::bytea[]) as n (f, d) where p.case_id = n.f and p.digest = n.d
                      and (p.late or exists (select 1 from identity.persona o where o.case_id = n.f and not o.late
                           and (o.said_at, o.id) > (p.said_at, p.id)))""",
                    digests.keySet().stream().mapToLong(Long::longValue).toArray(),
                    digests.values().stream().map(ByteBuffer::array).toArray(byte[][]::new));
        }
    }

    void retract(Collection<Long> personas) {
        jdbc.update("update identity.persona set retracted_at = now() where id = any(?)", (Object) Sql.longs(personas));
    }

    /** Of these personas, retracted or not, by number. */
    Map<Long, Traits> traitsOf(Collection<Long> personas) {
        Map<Long, Traits> traits = new TreeMap<>();
        jdbc.query(SELECT_TRAITS + " where p.id = any(?)", row -> {
            traits.put(row.getLong("id"), traits(row));
        }, Sql.longs(personas));
        return traits;
    }

    /** Those of an older normalisation are made anew from what they were made of: linking does not wait for {@link CatchUp}. */
    private Traits traits(ResultSet row) throws SQLException {
        return row.getInt("traits_version") == TraitsCodec.VERSION
                ? TraitsCodec.decode(vault.decrypt(row.getBytes("traits"), TRAITS))
                : Traits.of(FieldValues.decode(vault.decrypt(row.getBytes("content"), CONTENT)), row.getString("authority"),
                        row.getString("instance_no"));
    }

    byte[] encrypted(Traits traits) {
        return vault.encrypt(TraitsCodec.encode(traits), TRAITS);
    }

    /** Of all personas of each file that count, with the numbers that count. */
    Map<Long, List<Traits>> traits(Collection<Long> files) {
        Map<Long, List<Traits>> traits = new TreeMap<>();
        if (!files.isEmpty()) {
            jdbc.query(SELECT_TRAITS + " where p.case_id = any(?) and p.retracted_at is null order by p.case_id, p.digest",
                    row -> {
                traits.computeIfAbsent(row.getLong("case_id"), file -> new ArrayList<>(1)).add(traits(row));
            }, Sql.longs(files));
        }
        ended.leaveOut(traits);
        return traits;
    }
}
