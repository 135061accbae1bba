package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.comparison.TraitsCodec;
import de.kimhub.message.FieldValues;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
    /** By rows that are as narrow as can be: a search reads some hundred. */
    private static final String SELECT_TRAITS = "select id, case_id, digest, case when traits_version = "
            + TraitsCodec.VERSION + " then traits end as traits from identity.persona";

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
                    personas.stream().map(one -> encrypted(one.persona())).toArray(byte[][]::new),
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
        read(" where id = any(?)", personas).forEach(one -> traits.put(one.id(), one.traits()));
        return traits;
    }

    private record Read(long id, long file, byte[] digest, Traits traits) {

        private static final Comparator<Read> ORDER = Comparator.comparingLong(Read::file)
                .thenComparing(Read::digest, Arrays::compareUnsigned);
    }

    /** Ordered by what they are, not by when they came. */
    private List<Read> read(String where, Collection<Long> numbers) {
        List<Read> read = jdbc.query(SELECT_TRAITS + where, (row, no) -> new Read(row.getLong(1), row.getLong(2),
                row.getBytes(3), row.getBytes(4) == null ? null
                        : TraitsCodec.decode(vault.decrypt(row.getBytes(4), TRAITS))), (Object) Sql.longs(numbers));
        List<Long> older = read.stream().filter(one -> one.traits() == null).map(Read::id).toList();
        Map<Long, Traits> anew = older.isEmpty() ? Map.of() : madeAnew(older);
        return read.stream().map(one -> one.traits() != null ? one
                : new Read(one.id(), one.file(), one.digest(), anew.get(one.id()))).sorted(Read.ORDER).toList();
    }

    /** Those of an older normalisation, of what they were made of: linking does not wait for {@link CatchUp}. */
    private Map<Long, Traits> madeAnew(List<Long> personas) {
        Map<Long, Traits> traits = new TreeMap<>();
        jdbc.query("select p.id, p.content, p.authority, s.instance_no from identity.persona p"
                + " join identity.source_case s on s.id = p.case_id where p.id = any(?)", row -> {
            traits.put(row.getLong(1), Traits.of(FieldValues.decode(vault.decrypt(row.getBytes(2), CONTENT)),
                    row.getString(3), row.getString(4)));
        }, Sql.longs(personas));
        return traits;
    }

    byte[] encrypted(Persona persona) {
        return vault.encrypt(persona.person().encode(), CONTENT);
    }

    byte[] encrypted(Traits traits) {
        return vault.encrypt(TraitsCodec.encode(traits), TRAITS);
    }

    /** Of all personas of each file that count, with the numbers that count. */
    Map<Long, List<Traits>> traits(Collection<Long> files) {
        Map<Long, List<Traits>> traits = new TreeMap<>();
        if (!files.isEmpty()) {
            read(" where case_id = any(array(select unnest(?::bigint[]))) and retracted_at is null", files).forEach(one ->
                    traits.computeIfAbsent(one.file(), file -> new ArrayList<>(1)).add(one.traits()));
        }
        ended.leaveOut(traits);
        return traits;
    }
}
