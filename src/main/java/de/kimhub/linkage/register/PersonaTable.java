package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.comparison.TraitsCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every version of a person as a file has them, once. */
@Component
class PersonaTable {

    static final String CONTENT = "persona";
    static final String TRAITS = "traits";

    private final JdbcTemplate jdbc;
    private final KeyVault vault;

    PersonaTable(JdbcTemplate jdbc, KeyVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    record New(long file, Persona persona, Traits traits) {
    }

    byte[] digest(Persona persona) {
        return vault.digest("persona", HexFormat.of().formatHex(persona.person().encode()),
                persona.authority());
    }

    /** Which of these are not stored yet. */
    List<New> unknown(List<New> all) {
        Map<Long, List<byte[]>> known = new HashMap<>();
        jdbc.query("select case_id, digest from identity.persona where case_id = any(?)", row -> {
            known.computeIfAbsent(row.getLong(1), file -> new ArrayList<>()).add(row.getBytes(2));
        }, (Object) all.stream().mapToLong(New::file).distinct().toArray());
        return all.stream().filter(one -> known.getOrDefault(one.file(), List.of()).stream()
                .noneMatch(digest -> Arrays.equals(digest, digest(one.persona())))).toList();
    }

    void insert(List<New> personas) {
        if (!personas.isEmpty()) {
            jdbc.update("""
                    insert into identity.persona (case_id, digest, content, traits, traits_version, authority)
                    select f, d, c, t, ?, a
                    from unnest(?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[], ?::text[]) as p (f, d, c, t, a)
                    on conflict (case_id, digest) do nothing""",
                    TraitsCodec.VERSION, personas.stream().mapToLong(New::file).toArray(),
                    personas.stream().map(one -> digest(one.persona())).toArray(byte[][]::new),
                    personas.stream().map(one -> vault.encrypt(one.persona().person().encode(), CONTENT))
                            .toArray(byte[][]::new),
                    personas.stream().map(one -> encrypted(one.traits())).toArray(byte[][]::new),
                    personas.stream().map(one -> one.persona().authority()).toArray(String[]::new));
        }
    }

    byte[] encrypted(Traits traits) {
        return vault.encrypt(TraitsCodec.encode(traits), TRAITS);
    }

    /** Of all personas of each file; those that await the new normalisation are left out. */
    Map<Long, List<Traits>> traits(Collection<Long> files) {
        Map<Long, List<Traits>> traits = new TreeMap<>();
        if (!files.isEmpty()) {
            jdbc.query("select case_id, traits from identity.persona where case_id = any(?) and traits_version = ?"
                    + " order by case_id, digest", row -> {
                traits.computeIfAbsent(row.getLong(1), file -> new ArrayList<>(1))
                        .add(TraitsCodec.decode(vault.decrypt(row.getBytes(2), TRAITS)));
            }, Sql.longs(files), TraitsCodec.VERSION);
        }
        return traits;
    }
}
