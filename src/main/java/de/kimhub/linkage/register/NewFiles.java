package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.TraitsCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes files that are new, each with a person of its own and its first persona, in one round trip. */
@Component
class NewFiles {

    private static final String INSERT = """
            with person as (
                insert into identity.person (created_at) select now() from unnest(?::bigint[]) returning id),
            file as materialized (
                select f.*, p.id as person
                  from unnest(?::bigint[], ?::smallint[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[],
                              ?::text[]) with ordinality
                      as f (id, instance_no, case_digest, case_number, digest, content, traits, authority, no)
                  join (select id, row_number() over (order by id) as no from person) p on p.no = f.no),
            opened as (
                insert into identity.source_case (id, instance_no, case_digest, case_number, person_id)
                overriding system value select id, instance_no, case_digest, case_number, person from file order by no),
            version as (
                insert into identity.persona (case_id, digest, content, traits, traits_version, authority)
                select id, digest, content, traits, ?, authority from file order by no)
            select person from file order by no""";

    private final JdbcTemplate jdbc;
    private final KeyVault vault;
    private final PersonaTable personas;

    NewFiles(JdbcTemplate jdbc, KeyVault vault, PersonaTable personas) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.personas = personas;
    }

    /**
     * @param prepared their personas, in the same order
     * @return their persons, in the same order
     */
    List<Long> insert(List<NewFile> files, List<Prepared> prepared) {
        long[] numbers = files.stream().mapToLong(NewFile::id).toArray();
        return files.isEmpty() ? List.of() : jdbc.queryForList(INSERT, Long.class, numbers, numbers,
                files.stream().mapToInt(one -> one.persona().instanceNo()).toArray(),
                files.stream().map(one -> one.persona().caseDigest()).toArray(byte[][]::new),
                files.stream().map(one -> vault.encrypt(one.caseNumber().getBytes(StandardCharsets.UTF_8),
                        SourceCases.CASE_NUMBER)).toArray(byte[][]::new),
                files.stream().map(one -> personas.digest(one.persona())).toArray(byte[][]::new),
                files.stream().map(one -> personas.encrypted(one.persona())).toArray(byte[][]::new),
                prepared.stream().map(one -> personas.encrypted(one.traits())).toArray(byte[][]::new),
                files.stream().map(one -> one.persona().authority()).toArray(String[]::new), TraitsCodec.VERSION);
    }
}
