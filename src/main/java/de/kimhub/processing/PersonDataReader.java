package de.kimhub.processing;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.FieldValues;
import de.kimhub.privacy.PersonData;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Says where the data of a person lie. In the caller's transaction. */
@Component
class PersonDataReader {

    private static final int SHORTEST = 3;

    private final JdbcTemplate jdbc;
    private final KeyVault keys;
    private final SourceCases cases;

    PersonDataReader(JdbcTemplate jdbc, KeyVault keys, SourceCases cases) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.cases = cases;
    }

    PersonData ofPerson(long person) {
        return of(cases.ofPerson(person));
    }

    /** @param files of one person, not necessarily all of them */
    PersonData of(Collection<SourceCase> files) {
        List<PersonData.File> all = files.stream().map(file -> new PersonData.File(file.id(), file.instanceNo(),
                file.caseDigest())).toList();
        long[] ids = files.stream().mapToLong(SourceCase::id).toArray();
        long person = files.stream().map(SourceCase::personId).distinct().count() != 1 ? PersonData.PART
                : files.iterator().next().personId();
        boolean whole = person != PersonData.PART && cases.ofPerson(person).size() == files.size();
        return new PersonData(whole ? person : PersonData.PART, all,
                jdbc.queryForList("select id from hub.event where case_id = any (?) order by id", Long.class, (Object) ids),
                words(ids));
    }

    private Set<Set<String>> words(long[] files) {
        Set<Set<String>> words = new HashSet<>();
        jdbc.query("select case_number from identity.source_case where id = any (?) and case_number is not null", row -> {
            add(words, Set.of(new String(keys.decrypt(row.getBytes(1), "case-number"), StandardCharsets.UTF_8)));
        }, (Object) files);
        jdbc.query("select content from identity.persona where case_id = any (?)", row -> {
            FieldValues persona = FieldValues.decode(keys.decrypt(row.getBytes(1), "persona"));
            String family = persona.first("person.names.official.family");
            String given = persona.first("person.names.official.given");
            if (family != null && given != null && !family.equalsIgnoreCase(given)) {
                add(words, Set.of(family, given));
            }
        }, (Object) files);
        return words;
    }

    /** What is too short stands in any record. */
    private static void add(Set<Set<String>> words, Set<String> all) {
        if (all.stream().mapToInt(String::length).sum() >= SHORTEST + all.size() - 1) {
            words.add(all);
        }
    }
}
