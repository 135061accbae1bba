package de.kimhub.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

    @TempDir
    Path base;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void keepsEveryScalarAsTheTextThatStandsThere() throws IOException {
        ConfigNode node = read("ags: 05758004\nno: no\ndate: 2026-11-22\nempty:\nquoted: \"00.00\"\n").orElseThrow();

        assertThat(node.text("ags")).isEqualTo("05758004");
        assertThat(node.text("no")).isEqualTo("no");
        assertThat(node.text("date")).isEqualTo("2026-11-22");
        assertThat(node.text("empty")).isEmpty();
        assertThat(node.text("quoted")).isEqualTo("00.00");
        assertThat(problems).isEmpty();
    }

    @Test
    void knowsFileAndLineOfEveryValueAndKey() throws IOException {
        ConfigNode node = read("\uFEFFa: 1\nb:\n  - x\n  - y: z\n").orElseThrow();

        ConfigNode second = node.get("b").orElseThrow().items().get(1);
        assertThat(second.get("y").orElseThrow().place()).isEqualTo(Place.line("sub/test.yaml", 4));
        assertThat(((ConfigNode.Mapping) node).keyPlaces().get("b")).hasToString("sub/test.yaml:2");
    }

    @Test
    void everyDuplicateKeyIsAProblemWithBothLines() throws IOException {
        assertThat(read("a: 1\nb: {c: 1, c: 2}\na: 3\n")).isEmpty();

        assertThat(problems).extracting(Problem::toString).containsExactly(
                "sub/test.yaml:2: The key 'c' already stands in line 2. Keep one of the two. [HUB-CFG-005]",
                "sub/test.yaml:3: The key 'a' already stands in line 1. Keep one of the two. [HUB-CFG-005]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x 1\nb: *x\n", "a: &x [ *x ]\n", "a: !mine 1\n",
            "? [a, b]\n: 1\n"})
    void refusesAnchorsTagsAndCompoundKeys(String yaml) throws IOException {
        assertThat(read(yaml)).isEmpty();

        assertThat(problems).extracting(problem -> problem.code().code()).contains("HUB-CFG-006");
    }

    @Test
    void aMultiplyingChainOfAliasesIsRefusedAtOnce() throws IOException {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String previous = "*a" + (i - 1) + ", ";
            yaml.append("a%d: &a%d [%sx]%n".formatted(i, i, previous.repeat(9)));
        }

        assertThat(read(yaml.toString())).isEmpty();
        assertThat(problems).isNotEmpty().hasSizeLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1, 2\nb: 3\n", "a: b: c\n", "\ta: 1\n", "a: 1\n---\nb: 2\n", "a: \"x\n", "a: \u0000\n",
            "a: !!java.net.URL [\"http://x.invalid\"]\n"})
    void saysWhereAFileIsNoYaml(String yaml) throws IOException {
        assertThat(read(yaml)).isEmpty();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code().code()).isEqualTo("HUB-CFG-003");
            assertThat(problem.place().file()).isEqualTo("sub/test.yaml");
            assertThat(problem.text()).doesNotContain("\n");
        });
    }

    @Test
    void refusesDeepNestingInsteadOfOverflowing() throws IOException {
        assertThat(read("[".repeat(5000) + "]".repeat(5000))).isEmpty();

        assertThat(problems).hasSize(1);
    }

    @Test
    void tellsMissingEmptyAndWronglyEncodedFilesApart() throws IOException {
        Path latin = Files.write(base.resolve("latin.yaml"), "a: ü".getBytes(StandardCharsets.ISO_8859_1));
        Path empty = Files.writeString(base.resolve("empty.yaml"), "# nothing\n");
        ConfigReader reader = new ConfigReader(base);

        for (Path file : List.of(latin, empty, base.resolve("missing.yaml"), base)) {
            assertThat(reader.read(file, problems)).isEmpty();
        }
        assertThat(problems).extracting(problem -> problem.code().code())
                .containsExactly("HUB-CFG-002", "HUB-CFG-004", "HUB-CFG-001", "HUB-CFG-001");
    }

    private Optional<ConfigNode> read(String yaml) throws IOException {
        Path file = base.resolve("sub").resolve("test.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
        return new ConfigReader(base).read(file, problems);
    }
}
