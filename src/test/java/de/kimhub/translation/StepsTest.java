package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.FieldValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each step through the whole way: one column, one field. */
class StepsTest {

    private static Translation translate(String field, String value) {
        Translator translator = Connectors.receiving("receive: {delivery: events, format: {type: csv, delimiter: '|'}}", """
                record: {key: [K]}
                fields:
                  case.number: {from: K}
                  event.occurredOn: {constant: "@today"}
                  %s
                events: [{type: case.opened}]
                """.formatted(field));
        return Connectors.translate(translator, "K|V|W\n1|" + value + "\n", "UTF-8");
    }

    private static FieldValues fields(String field, String value) {
        return Connectors.accepted(translate(field, value)).drafts().getFirst().fields();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "person.arrivalYear: {from: V}#2015#2015",
            "person.arrivalYear: {from: V, as: decimal}#2.015,00#2015",
            "measure.name: {from: V, as: decimal}#1.234,50#1234.50",
            "measure.name: {from: V, as: decimal}#-1234,5#-1234.5",
            "measure.name: {from: V, as: upper}#straße#STRASSE",
            "measure.name: {from: V}#„Kurs“ – Teil…#\"Kurs\" - Teil...",
            "person.telephone: {from: V, as: digits}#05223 / 12-34#052231234",
            "event.municipality: {from: V}#5758004#05758004",
            "event.municipality: {from: V}#05758004#05758004",
            "person.addresses.main.postalCode: {from: V, as: postal-code}#1067#01067",
            "appointment.at: {from: V}#01.12.2026 9:30#2026-12-01T09:30",
            "appointment.at: {from: V, format: yyyy-MM-dd HH:mm:ss}#2026-12-01 09:30:15#2026-12-01T09:30",
            "appointment.at: {from: V, format: iso}#2026-11-22T23:15:30.123Z#2026-11-23T00:15",
            "appointment.at: {from: V, format: iso}#2026-07-01T23:15:30.123+02:00#2026-07-01T23:15",
            "appointment.at: {from: V, format: iso}#2026-12-01T09:30:00#2026-12-01T09:30",
            "event.deadline: {from: V, format: iso}#2026-11-22T23:15:30.123456789Z#2026-11-23",
            "event.deadline: {from: V, format: [iso, dd.MM.yyyy]}#2026-12-01+01:00#2026-12-01",
            "event.deadline: {from: V, format: yyyyMMdd}#20261201#2026-12-01",
            "event.deadline: {from: V, format: dd.MM.yy}#01.12.46#2046-12-01",
            "event.deadline: {from: V, format: dd.MM.yy}#01.12.47#1947-12-01",
            "consent.secrecyRelease: {from: V}#Ja#true",
            "consent.secrecyRelease: {from: V, 'true': [erteilt], 'false': [verweigert]}#verweigert#false",
            "person.sex: {from: V}#weiblich#w",
            "person.sex: {from: V, as: upper, codelist: geschlecht}#m#m",
            "residence.title: {from: V}#AERL-STAT-025#AERL-STAT-025"})
    void aStepMakesTheCanonicalForm(String field, String theirs, String canonical) {
        assertThat(fields(field, theirs + "|").first(field.substring(0, field.indexOf(':')))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
            "person.arrivalYear: {from: V}#2.015#HUB-MAP-008",
            "person.arrivalYear: {from: V, as: decimal}#1,5#HUB-MAP-008",
            "measure.name: {from: V, as: decimal}#1.23,50#HUB-MAP-008",
            "measure.name: {from: V}#Привет#HUB-MAP-006",
            "unit.telephone: {from: V}#01234567890123456789012345678901234567890#HUB-MAP-007",
            "person.telephone: {from: V, as: digits}#05223 Durchwahl 12#HUB-MAP-008",
            "event.municipality: {from: V}#758004#HUB-MAP-010",
            "event.municipality: {from: V}#95758004#HUB-MAP-010",
            "person.addresses.main.postalCode: {from: V, as: postal-code}#D-32257#HUB-MAP-011",
            "appointment.at: {from: V}#01.12.2026 24:30#HUB-MAP-005",
            "appointment.at: {from: V, format: iso}#2026-11-31T09:30:00.000+01:00#HUB-MAP-005",
            "appointment.at: {from: V, format: iso}#2026-11-30 09:30#HUB-MAP-005",
            "event.deadline: {from: V, format: iso}#2026-11-31#HUB-MAP-005",
            "event.deadline: {from: V, format: yyyyMMdd}#2026121#HUB-MAP-005",
            "consent.secrecyRelease: {from: V}#vielleicht#HUB-MAP-009",
            "residence.title: {from: V}#AERL-STAT-999#HUB-MAP-003"})
    void aValueThatItCannotTakeIsRefusedWithItsCode(String field, String theirs, String code) {
        assertThat(Connectors.refusals(translate(field, theirs + "|"))).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '`', value = {"00.00.0000", "31.12.9999", "99991231", "\u00A0"})
    void whatStandsForNothingIsNothing(String theirs) {
        assertThat(fields("event.deadline: {from: V, format: [dd.MM.yyyy, yyyyMMdd]}", theirs + "|").first("event.deadline"))
                .isNull();
    }

    @Test
    void anOpenEndInANumberColumnIsANumber() {
        assertThat(fields("measure.name: {from: V}", "99991231|").first("measure.name")).isEqualTo("99991231");
    }

    @Test
    void columnsAreJoinedWithoutTheEmptyOnes() {
        assertThat(fields("unit.name: {from: [V, W], join: \", \"}", "Team 1|Frau X").first("unit.name"))
                .isEqualTo("Team 1, Frau X");
        assertThat(fields("unit.name: {from: [V, W], join: \", \"}", "|Frau X").first("unit.name")).isEqualTo("Frau X");
    }

    @Test
    void severalColumnsAreSeveralValuesOfARepeatableField() {
        assertThat(fields("person.nationalities: {from: [V, W]}", "syrisch|deutsch").all("person.nationalities"))
                .containsExactly("475", "000");
        assertThat(fields("person.nationalities: {from: [V, W]}", "syrisch|475").all("person.nationalities"))
                .containsExactly("475");
    }

    @Test
    void alignedListsKeepTheirPlacesAndMustBeEquallyLong() {
        String aligned = """
                consent.fileNumberAt: {from: V, codelist: stelle, separator: ","}
                  consent.fileNumber: {from: W, separator: ","}""";
        assertThat(fields(aligned, "jobcenter,bamf|,B-1").all("consent.fileNumber")).containsExactly("", "B-1");
        assertThat(fields(aligned, "jobcenter|").all("consent.fileNumberAt")).isEmpty();
        assertThat(Connectors.refusals(translate(aligned, "jobcenter|A-1,B-1"))).containsExactly("HUB-MAP-014");
    }

    @Test
    void aFieldMayDependOnACondition() {
        String field = "measure.name: {from: V, when: {not: {any: [{column: W, equals: [x, y]}, {column: W, matches: 'z.*'}]}}}";

        assertThat(fields(field, "Kurs|a").first("measure.name")).isEqualTo("Kurs");
        assertThat(fields(field, "Kurs|y").first("measure.name")).isNull();
        assertThat(fields(field, "Kurs|zz").first("measure.name")).isNull();
    }

    @Test
    void aRecordOfSingleEventsThatNoRuleKnowsIsRefused() {
        Translator translator = Connectors.receiving("receive: {delivery: events, format: {type: csv}}", """
                fields:
                  case.number: {from: K}
                  event.occurredOn: {constant: "@today"}
                events: [{type: case.opened, when: {column: V, equals: offen}}]
                """);

        assertThat(Connectors.refusals(Connectors.translate(translator, "K;V\n1;unklar\n", "UTF-8")))
                .containsExactly("HUB-MAP-013");
        assertThat(Connectors.accepted(Connectors.translate(translator, "K;V\n1;offen\n", "UTF-8")).key())
                .isEqualTo(Connectors.accepted(Connectors.translate(translator, "K;V\n1;offen\n", "UTF-8")).content());
    }
}
