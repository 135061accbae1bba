package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverMappingTest {

    private static final String CSV = """
            deliver:
              idempotence: ledger
              format: {type: csv, charset: CHARSET, delimiter: ";", lineEnd: CRLF}
            """;
    private static final String DELIVER = """
            events: [measure.started, consent.withdrawn]
            columns:
              FALL: {from: recipient.case, maxLength: 10}
              EREIGNIS: {from: event.type, codelist: ereignis}
              ART: {from: event.kind}
              ID: {from: delivery.id, required: true}
              ERSETZT: {from: delivery.replaces}
              AM: {from: event.occurredOn, as: date, format: d.M.yy, required: true}
              MASSNAHME: {from: measure.name, maxLength: 20}
              VORHER: {from: before.measure.startsOn, as: date}
              UNTERLAGEN: {from: event.documents, codelist: unterlage, join: " / "}
              LAND: {from: person.birth.country, codelist: staat, optional: true, default: "-"}
              QUELLE: {constant: KIM-Hub}
            """;

    private static OutgoingItem item(FieldValues fields) {
        return new OutgoingItem("D-1", EventType.MEASURE_STARTED, MessageKind.EVENT, "AWO-1", fields,
                FieldValues.builder().set("measure.startsOn", "2026-01-31").build(), null);
    }

    private static FieldValues.Builder fields() {
        return FieldValues.builder().set("event.occurredOn", "2026-02-01").set("measure.name", "Kurs");
    }

    private static Translator translator(String charset) {
        return Connectors.delivering(CSV.replace("CHARSET", charset), DELIVER);
    }

    private static String line(String charset, FieldValues fields) {
        Rendering rendering = translator(charset).render(List.of(item(fields)));
        assertThat(rendering.problems()).isEmpty();
        return new String(rendering.bytes(), Charset.forName(charset)).split("\r\n")[1];
    }

    private static String measure(String charset, String name) {
        return line(charset, fields().set("measure.name", name).build()).split(";")[6];
    }

    @Test
    void anEventBecomesALineInTheToolsOwnForm() {
        String file = new String(translator("UTF-8").render(List.of(item(fields()
                .setAll("event.documents", List.of("pass", "lebenslauf")).build()))).bytes(), StandardCharsets.UTF_8);

        assertThat(file).isEqualTo("""
                FALL;EREIGNIS;ART;ID;ERSETZT;AM;MASSNAHME;VORHER;UNTERLAGEN;LAND;QUELLE
                AWO-1;Maßnahme begonnen;event;D-1;;1.2.26;Kurs;31.01.2026;Pass oder Passersatz / Lebenslauf;-;KIM-Hub
                """.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"Ağa ıșık Łódź|Aga isik Lódz", "Đorđević|Dordevic",
            "„Kurs“|„Kurs“", "Nguyễn|Nguyen", "Ǣ|Æ", "C̨̆a|Ca"})
    void whatWindows1252LacksBecomesItsBaseLetter(String text, String theirs) {
        assertThat(measure("windows-1252", text)).isEqualTo(theirs);
    }

    @Test
    void anOlderCharsetHasNoEuroSign() {
        assertThat(measure("ISO-8859-1", "1 € – ok")).isEqualTo("1 EUR - ok");
    }

    @Test
    void aLetterWithoutAnyFormIsAProblemAndNeverAQuestionMark() {
        Rendering rendering = translator("ISO-8859-1").render(List.of(
                item(fields().set("measure.name", "Привет").build()), item(fields().build())));

        assertThat(rendering.problems().get(0).code()).isEqualTo(TranslationProblem.NOT_RENDERED_CHARACTER);
        assertThat(new String(rendering.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("?").contains("Kurs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"=cmd()|'=cmd()", "@SUM(A1)|'@SUM(A1)", "+1+cmd|'+1+cmd",
            "-2+3*x|'-2+3*x", "+49 5223/12-3|+49 5223/12-3", "-5,50|-5,50", "a=b|a=b", "\t=1+1|'=1+1"})
    void whatASpreadsheetWouldRunIsNeutralised(String text, String cell) {
        assertThat(measure("UTF-8", text).strip()).isEqualTo(cell);
    }

    @Test
    void lineBreaksDelimitersAndQuotesDoNotBreakTheLine() {
        assertThat(line("UTF-8", fields().set("measure.name", "a;\"b\"\nc").build())).contains(";\"a;\"\"b\"\" c\";");
    }

    @Test
    void textIsCutButNumbersAreNot() {
        assertThat(measure("UTF-8", "Eine sehr lange Maßnahme")).isEqualTo("Eine sehr lange Maßn");
        OutgoingItem longNumber = new OutgoingItem("D-1", EventType.MEASURE_STARTED, MessageKind.EVENT,
                "12345678901", fields().build(), FieldValues.EMPTY, null);
        Rendering rendering = translator("UTF-8").render(List.of(longNumber));
        assertThat(rendering.bytes()).isEmpty();
        assertThat(rendering.problems().get(0).code()).isEqualTo(TranslationProblem.NOT_RENDERED_LENGTH);
        assertThat(rendering.problems().get(0).toString()).doesNotContain("12345678901");
    }

    @Test
    void anItemWithoutARequiredValueIsLeftOutWithAProblem() {
        Rendering rendering = translator("UTF-8").render(List.of(item(FieldValues.EMPTY), item(fields().build())));

        assertThat(rendering.problems()).containsOnlyKeys(0);
        assertThat(rendering.problems().get(0).place().field()).isEqualTo("AM");
        assertThat(new String(rendering.bytes(), StandardCharsets.UTF_8).split("\r\n")).hasSize(2);
    }

    @Test
    void aStopMayLackWhatAnEventMustHave() {
        OutgoingItem stop = new OutgoingItem("D-2", EventType.CONSENT_WITHDRAWN, MessageKind.STOP, "AWO-1",
                FieldValues.EMPTY, FieldValues.EMPTY, "D-1");

        assertThat(translator("UTF-8").render(List.of(stop)).problems()).isEmpty();
    }

    @Test
    void anEventThatTheToolDoesNotTakeIsNotRendered() {
        OutgoingItem other = new OutgoingItem("D-2", EventType.CASE_OPENED, MessageKind.EVENT, "AWO-1",
                fields().build(), FieldValues.EMPTY, null);

        assertThat(translator("UTF-8").render(List.of(other)).problems().get(0).code())
                .isEqualTo(TranslationProblem.NOT_TAKEN);
    }

    @Test
    void rowsAreAnArrayOfObjectsWithNullsForWhatIsNotThere() {
        Translator rows = Connectors.delivering("deliver: {idempotence: ledger, format: {type: rows}}", """
                events: [measure.started]
                columns:
                  fall: {from: recipient.case}
                  ersetzt: {from: delivery.replaces}
                  name: {from: measure.name}
                """);

        Rendering rendering = rows.render(List.of(item(fields().set("measure.name", "=\"x\"").build()), item(fields().build())));

        assertThat(new String(rendering.bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                [
                {"fall":"AWO-1","ersetzt":null,"name":"=\\"x\\""}
                ,{"fall":"AWO-1","ersetzt":null,"name":"Kurs"}
                ]
                """);
        assertThat(rows.fileExtension()).contains("json");
    }

    @Test
    void equalItemsGiveEqualBytes() {
        Translator translator = translator("UTF-8");

        assertThat(translator.render(List.of(item(fields().build()))).bytes())
                .isEqualTo(translator("UTF-8").render(List.of(item(fields().build()))).bytes());
        assertThat(translator.fileExtension()).contains("csv");
        assertThat(translator.delivers()).containsExactlyInAnyOrder(EventType.MEASURE_STARTED, EventType.CONSENT_WITHDRAWN);
    }
}
