package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTableTest {

    private static final String MAP = """
            fields:
              person.names.official.given: {from: Vorname}
              person.names.official.family: {from: Name}
              person.birth.date: {from: geboren}
              person.sex: {from: sex}
            """;

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void the_separator_is_found_in_the_header(String separator) throws IOException {
        String table = "Vorname;Name;geboren;sex;wer\n Ada ; Muster; 1980-02-03 ;f; P1 \n".replace(";", separator);
        PeopleTable.Row row = rows(MAP, table).getFirst();

        assertThat(row.person().first("person.names.official.given")).isEqualTo("Ada");
        assertThat(row.person().first("person.birth.date")).isEqualTo("1980-02-03");
        assertThat(row.person().first("person.sex")).isEqualTo("w");
        assertThat(row.also()).containsExactly("P1");
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.leftOut()).isEmpty();
    }

    @Test
    void a_separator_inside_quotes_is_none() throws IOException {
        assertThat(rows(MAP, "\"Vorname\",Name,geboren,sex,\"wer;;;;;;\",wer\nAda,\"Muster, geb. Probe\",,,,P1\n").getFirst()
                .person().first("person.names.official.family")).isEqualTo("Muster, geb. Probe");
    }

    @Test
    void names_in_any_script_are_taken_as_they_are() throws IOException {
        for (String name : new String[] {"محمد", "Олена", "ኃይሌ", "Şahîn", "王"}) {
            PeopleTable.Row row = rows(MAP, "Vorname;Name;geboren;sex;wer\n" + name + ";X;;;P1\n").getFirst();
            assertThat(row.person().first("person.names.official.given")).isEqualTo(name);
            assertThat(row.leftOut()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"19081209,1908-12-09", "1996-00-00,1996", "1996-05-00,1996-05", "03.02.1980,1980-02-03", "1634-07-02,1634-07-02",
            "1980,1980", "1980/02/03,1980-02-03"})
    void dates_are_read_in_all_usual_forms_and_as_far_as_they_are_known(String written, String read) throws IOException {
        assertThat(rows(MAP, "Vorname;Name;geboren;sex;wer\nAda;Muster;" + written + ";;P1\n").getFirst().person()
                .first("person.birth.date")).isEqualTo(read);
    }

    @Test
    void a_value_that_cannot_be_read_is_left_out_and_said_without_the_value() throws IOException {
        String required = MAP.replace("{from: geboren}", "{from: geboren, required: true}");
        PeopleTable.Row row = rows(required, "Vorname;Name;geboren;sex;wer\nAda;Muster;19801399;quer;P1\n").getFirst();

        assertThat(row.person().first("person.birth.date")).isNull();
        assertThat(row.person().first("person.names.official.family")).isEqualTo("Muster");
        assertThat(row.leftOut()).hasSize(2).allSatisfy(problem ->
                assertThat(problem.toString()).doesNotContain("19801399", "quer"));
    }

    @Test
    void long_values_and_foreign_postal_codes_are_taken() throws IOException {
        String map = "fields: {person.addresses.main.postalCode: {from: plz}, person.names.official.family: {from: name}}";
        PeopleTable.Row row = rows(map, "plz;name;wer\nSW1A 1AA;" + "x".repeat(300) + ";P1\n").getFirst();

        assertThat(row.person().first("person.addresses.main.postalCode")).isEqualTo("SW1A 1AA");
        assertThat(row.person().first("person.names.official.family")).hasSize(300);
    }

    @Test
    void the_kind_of_body_is_constant_or_stands_in_a_column() throws IOException {
        String table = "Vorname;Name;geboren;sex;wer\nAda;ABH;;;P1\nBo;Jobcenter;;;P2\nCy;???;;;P3\n";

        assertThat(rows(MAP, table)).extracting(PeopleTable.Row::authority).containsOnly("sonstige");
        assertThat(rows(MAP + "authority: jobcenter\n", table)).extracting(PeopleTable.Row::authority)
                .containsOnly("jobcenter");
        assertThat(rows(MAP + "authority: {from: Name}\n", table)).extracting(PeopleTable.Row::authority)
                .containsExactly("auslaenderbehoerde", "jobcenter", "sonstige");
    }

    @Test
    void the_office_that_a_row_is_of_stands_in_the_column_that_source_names() throws IOException {
        String table = "Vorname;Name;geboren;sex;Stelle;wer\nAda;Muster;;; AWO ;P1\nBo;Muster;;;;P2\n";

        assertThat(rows(MAP + "source: Stelle\n", table)).extracting(PeopleTable.Row::source).containsExactly("AWO", null);
        assertThat(rows(MAP, table)).extracting(PeopleTable.Row::source).containsOnlyNulls();
        assertThat(compile(MAP + "source: Amt\n").read(content(table), List.of(), row -> { }, problems)).isFalse();
        assertThat(problems).extracting(Problem::text).singleElement().asString().contains("'Amt'", "Stelle");
    }

    @Test
    void all_errors_of_a_map_are_told_at_once_with_their_lines() {
        compile("""
                authority: jobzentrum
                fields:
                  person.names.official.familie: {from: Name}
                  case.number: {from: Nr}
                  person.sex: {von: sex}
                """);
        assertThat(problems).extracting(Problem::place).contains(Place.line("map.yaml", 1), Place.line("map.yaml", 3),
                Place.line("map.yaml", 4), Place.line("map.yaml", 5));
        assertThat(problems).extracting(Problem::toString).anyMatch(text -> text.contains("person.names.official.family"));
    }

    @Test
    void errors_that_only_the_engine_sees_are_told_at_once_as_well() {
        compile("""
                fields:
                  person.sex: {from: sex, codelist: gibt-es-nicht}
                  person.birth.date: {from: dob, as: name}
                  person.names.official.family: {constant: x, from: y}
                """);
        assertThat(Connectors.codes(problems)).contains("HUB-CFG-108", "HUB-CFG-107", "HUB-CFG-101");
    }

    @Test
    void columns_that_are_not_there_are_named_with_those_that_are() throws IOException {
        PeopleTable table = compile(MAP + "authority: {from: Stelle}\n");
        boolean read = table.read(content("Vorname;NAME;geboren;sex\nAda;Muster;;\n"), List.of("wer"), row -> { }, problems);

        assertThat(read).isFalse();
        assertThat(problems).hasSize(3).extracting(Problem::text).allMatch(text ->
                text.contains("Vorname, NAME, geboren, sex"));
        assertThat(problems).extracting(Problem::toString).anyMatch(text -> text.contains("'wer'"))
                .anyMatch(text -> text.startsWith("map.yaml:3") && text.contains("'Name'"))
                .anyMatch(text -> text.startsWith("map.yaml:6") && text.contains("'Stelle'"));
    }

    @Test
    void rows_that_are_broken_are_told_and_the_others_read() throws IOException {
        List<PeopleTable.Row> rows = new ArrayList<>();
        boolean read = compile(MAP).read(content("Vorname;Name;geboren;sex;wer\nAda;Muster\nBo;Probe;;;P1\n"), List.of("wer"),
                rows::add, problems);

        assertThat(read).isTrue();
        assertThat(rows).hasSize(1);
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.place().line()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "Vorname;Name;geboren;sex;wer\n"})
    void a_table_without_rows_is_no_table(String table) throws IOException {
        assertThat(compile(MAP).read(content(table), List.of("wer"), row -> { }, problems)).isFalse();
        assertThat(problems).isNotEmpty();
    }

    private PeopleTable compile(String map) {
        return PeopleTable.compile(Yaml.of("map.yaml", map), CodeLists.canonical(), problems).orElse(null);
    }

    private List<PeopleTable.Row> rows(String map, String table) throws IOException {
        PeopleTable compiled = compile(map);
        assertThat(problems).isEmpty();
        List<PeopleTable.Row> rows = new ArrayList<>();
        assertThat(compiled.read(content(table), List.of("wer"), rows::add, problems)).as(problems.toString()).isTrue();
        return rows;
    }

    private static DocumentContent content(String table) {
        return DocumentContent.of(table.getBytes(StandardCharsets.UTF_8));
    }
}
