package de.kimhub.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code mvn test -Dtest=SpellingTaskTest -Dlinkage.data=<folder with names_*_latin.tsv>}; the figures are its names. */
@EnabledIfSystemProperty(named = "linkage.data", matches = ".+")
class SpellingTaskTest {

    @ParameterizedTest(name = "{0}, seen {1} times or more: F1 at least {2} latin, {3} across scripts")
    @CsvSource({"names_arabic_latin.tsv, 1, 0.84, 0.92", "names_russian_latin.tsv, 1, 0.77, 0.91",
            "names_arabic_latin.tsv, 2, 0.87, 0.92", "names_russian_latin.tsv, 2, 0.85, 0.93"})
    void spellings_of_one_name_are_told_from_other_names(String table, int often, double latin, double across)
            throws IOException {
        SpellingTask task = new SpellingTask(Path.of(System.getProperty("linkage.data")).resolve(table), often);
        SpellingTask.Figures amongLatin = SpellingTask.figures(task.latinPairs());
        SpellingTask.Figures acrossScripts = SpellingTask.figures(task.crossPairs());
        assertThat(amongLatin.f1()).as("latin %s", amongLatin).isGreaterThan(latin);
        assertThat(acrossScripts.f1()).as("across scripts %s", acrossScripts).isGreaterThan(across);
    }
}
