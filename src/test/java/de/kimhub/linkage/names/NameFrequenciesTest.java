package de.kimhub.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameFrequenciesTest {

    private static final Path TABLE = Path.of("src/main/resources/de/kimhub/linkage/names/frequencies.csv");

    /** {@code mvn test -Dtest=NameFrequenciesTest -Dregenerate=true -Dlinkage.data=<folder of the source tables>}. */
    @Test
    @EnabledIfSystemProperty(named = "linkage.data", matches = ".+")
    void the_shipped_table_is_what_the_sources_give() throws IOException {
        Path tables = Path.of(System.getProperty("linkage.data"));
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(tables.resolve("vornamen_berlin_2012_2023.csv")));
        List<String> lines = new ArrayList<>(List.of("skeleton;given;family"));
        lines.addAll(new FrequencySources(tables).lines());
        if (Boolean.getBoolean("regenerate")) {
            Files.write(TABLE, lines);
        }
        assertThat(Files.readAllLines(TABLE)).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mohammed", "Muhammad", "Mohamad", "Muhamed", "Maxamed", "محمد", "Мухаммед", "Ahmad", "Ahmet", "أحمد",
            "Ali", "Aly", "علي", "Anna", "Анна", "Maria", "Марія"})
    void frequent_given_names_are_frequent_in_every_spelling(String name) {
        assertThat(NameFrequencies.given(part(name))).isGreaterThan(0.003);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Müller", "Mueller", "Nguyen", "Nguyễn", "Yilmaz", "Yılmaz", "Schmidt", "Schmitt", "Ivanov", "Iwanow"})
    void frequent_family_names_are_frequent_in_every_spelling(String name) {
        assertThat(NameFrequencies.family(part(name))).isGreaterThan(0.0005);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wolfgangmaria", "Krstevska-Popdimitrova", "Quetzalcoatl", "Ẑẑẑ", "名"})
    void a_name_that_no_table_knows_is_rare_but_not_impossible(String name) {
        assertThat(NameFrequencies.family(part(name))).isBetween(NameFrequencies.FLOOR, 0.0005);
    }

    private static NamePart part(String name) {
        return PreparedName.of(name).parts().getFirst();
    }
}
