package de.kimhub.linkage.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Former;
import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.PersonRegister.Observation;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.register.Registers;
import de.kimhub.message.FieldValues;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class KnownFilesTest {

    private static final FieldValues HERE = livingIn("Herford");
    private static final FieldValues THERE = livingIn("Bünde");

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path keys;

    private static FieldValues livingIn(String town) {
        return FieldValues.builder().set("person.names.official.given", "Amira")
                .set("person.names.official.family", "Testowski").set("person.birth.date", "1990-05-17")
                .set("person.addresses.main.town", town).build();
    }

    @Test
    void what_a_source_says_again_is_what_it_says_last() throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
        KeyVault vault = new KeyFolder(keys).open();
        SourceCases cases = new SourceCases(jdbc, vault);
        Scorer scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, List.of()));
        PersonRegister register = Registers.of(jdbc, vault, () -> scorer);
        int no = jdbc.queryForObject("insert into hub.instance (id, authority) values ('awo', 'wohlfahrtsverband')"
                + " returning no", Integer.class);
        long file = cases.newCaseNumbers(1).getFirst();
        transaction.executeWithoutResult(status -> register.open(List.of(new NewFile(file, "A-1",
                persona(no, HERE), null)), persons -> Set.of()));

        FieldValues before = HERE;
        for (FieldValues now : List.of(THERE, HERE)) {
            Former former = new Former(Set.of(digest(cases, before)), Set.of());
            transaction.executeWithoutResult(status -> register.observe(List.of(new Observation(file, persona(no, now),
                    Set.of(digest(cases, now)), former, false)), persons -> Set.of()));
            before = now;
        }

        assertThat(new KnownFiles(jdbc, vault).of(List.of(file)).get(file).personas()).containsExactly(HERE, THERE);
    }

    private static Persona persona(int no, FieldValues person) {
        return new Persona(no, "wohlfahrtsverband", new byte[] {1}, person, null);
    }

    private static ByteBuffer digest(SourceCases cases, FieldValues person) {
        return ByteBuffer.wrap(cases.digest(person, "wohlfahrtsverband"));
    }
}
