package de.kimhub.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Problem;
import de.kimhub.runtime.KimHub;
import de.kimhub.translation.CodeLists;
import de.kimhub.translation.PeopleTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class LinkEvaluateCommandTest {

    private static final Path EXAMPLES = Path.of("docs/examples/linkage");

    @TempDir
    Path temp;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(temp.resolve("map.yaml"), """
                fields:
                  person.names.official.given: {from: Vorname}
                  person.names.official.family: {from: Name}
                  person.birth.date: {from: geboren}
                  person.addresses.main.town: {from: Ort}
                """);
        Files.writeString(temp.resolve("leute.csv"), """
                wer,Vorname,Name,geboren,Ort
                1,Adalbertine,Musterfrau,1980-02-03,Nirgendwo
                1,Adalbertine,Musterfrau,03.02.1980,Nirgendwo
                2,Quirinius,Beispiel,1991-07-08,Irgendwo
                2,Quirinius,Beispiel,unleserlich,Irgendwo
                3,Zebedäus,Probst,1965-11-12,Anderswo
                """);
    }

    @Test
    void a_table_is_measured_and_written_as_text_numbers_and_picture() throws IOException {
        Path json = temp.resolve("out.json");
        Path svg = temp.resolve("out.svg");
        int code = evaluate("leute.csv", "wer", "--json", json.toString(), "--svg", svg.toString(), "--levels");

        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Zeilen 5, Personen 3, wahre Paare 2", "geboren [HUB-MAP-", "Präzision",
                "SURE + REVIEW", "Stufen des Vergleichs").doesNotContain("Adalbertine", "unleserlich");
        JsonNode numbers = new ObjectMapper().readTree(json.toFile());
        assertThat(numbers.path("atHalf").path("tp").asInt() + numbers.path("atHalf").path("fn").asInt()).isEqualTo(2);
        assertThat(Files.readString(svg)).startsWith("<svg").contains("<title", "<desc");
    }

    @Test
    void several_tables_count_as_one() throws IOException {
        Files.writeString(temp.resolve("mehr.csv"), """
                wer;Vorname;Name;geboren;Ort
                3;Zebedäus;Probst;1965-11-12;Anderswo
                """);
        assertThat(hub("link", "evaluate", temp.resolve("leute.csv").toString(), temp.resolve("mehr.csv").toString(),
                "--truth", "wer", "--map", temp.resolve("map.yaml").toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Zeilen 6, Personen 3, wahre Paare 3");
    }

    @Test
    void a_truth_column_that_is_not_there_is_answered_with_those_that_are() {
        assertThat(evaluate("leute.csv", "cluster")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("'cluster'", "wer, Vorname, Name, geboren, Ort").doesNotContain("Adalbertine");
    }

    @Test
    void a_map_with_errors_is_answered_with_all_of_them_and_their_lines() throws IOException {
        Files.writeString(temp.resolve("map.yaml"), """
                fields:
                  person.names.official.given: {form: Vorname}
                  person.name: {from: Name}
                """);
        assertThat(evaluate("leute.csv", "wer")).isEqualTo(ExitCodes.FAILURE);
        assertThat(err.toString()).contains("map.yaml:2", "map.yaml:3", "HUB-CFG-").doesNotContain("\tat ");
    }

    @Test
    void files_that_are_not_there_are_named() {
        assertThat(evaluate("fehlt.csv", "wer")).isEqualTo(ExitCodes.FAILURE);
        assertThat(hub("link", "evaluate", "x.csv", "--truth", "wer", "--map", "fehlt.yaml")).isEqualTo(ExitCodes.FAILURE);
        assertThat(hub("link", "evaluate", "x.csv")).isEqualTo(ExitCodes.USAGE);
        assertThat(err.toString()).contains("fehlt.csv", "fehlt.yaml", "--truth").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @MethodSource
    void every_example_map_is_a_good_one(Path map) {
        List<Problem> problems = new ArrayList<>();
        CodeLists lists = CodeLists.load(map.resolveSibling("codelists"), problems);
        new ConfigReader(Path.of("")).read(map, problems).ifPresent(node -> PeopleTable.compile(node, lists, problems));
        assertThat(problems).isEmpty();
    }

    static List<Path> every_example_map_is_a_good_one() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    private int evaluate(String table, String truth, String... more) {
        List<String> arguments = new ArrayList<>(List.of("link", "evaluate", temp.resolve(table).toString(), "--truth", truth,
                "--map", temp.resolve("map.yaml").toString()));
        arguments.addAll(List.of(more));
        return hub(arguments.toArray(String[]::new));
    }

    private int hub(String... arguments) {
        CommandLine hub = KimHub.commandLine();
        hub.setOut(new PrintWriter(out, true));
        hub.setErr(new PrintWriter(err, true));
        return hub.execute(arguments);
    }
}
