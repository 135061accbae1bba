package de.kimhub.translation;

import static de.kimhub.translation.Connectors.accepted;
import static de.kimhub.translation.Connectors.jobcenterRow;
import static de.kimhub.translation.Connectors.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiveMappingTest {

    private static final String ROW = "123A456789;Müller;Ahmad;12.03.1988;m;syrisch;32257;Kurs;01.02.2026;31.12.9999;;";

    @Test
    void aRowBecomesOneDraftForEveryRule() {
        Translation.Accepted accepted = accepted(jobcenterRow(ROW));

        assertThat(accepted.key()).isEqualTo("123A456789");
        assertThat(accepted.caseNumber()).isEqualTo("123A456789");
        assertThat(accepted.drafts()).extracting(Translation.EventDraft::type, Translation.EventDraft::applies)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(EventType.MEASURE_STARTED, true),
                        org.assertj.core.groups.Tuple.tuple(EventType.MEASURE_ENDED, false));
        FieldValues fields = accepted.drafts().getFirst().fields();
        assertThat(fields.first("person.names.official.family")).isEqualTo("Müller");
        assertThat(fields.first("person.birth.date")).isEqualTo("1988-03-12");
        assertThat(fields.first("person.nationalities")).isEqualTo("475");
        assertThat(fields.first("event.occurredOn")).isEqualTo("2026-02-01");
        assertThat(fields.first("measure.name")).isEqualTo("Kurs");
        assertThat(fields.first("unit.name")).isEqualTo("Jobcenter Herford");
        assertThat(accepted.drafts().get(1).fields()).isEqualTo(FieldValues.EMPTY);
    }

    @Test
    void watchedAndIdentityTextsTellACorrectionFromANewEvent() {
        var before = accepted(jobcenterRow(ROW)).drafts().getFirst();
        var otherDay = accepted(jobcenterRow(ROW.replace("01.02.2026", "08.02.2026"))).drafts().getFirst();
        var otherMeasure = accepted(jobcenterRow(ROW.replace(";Kurs;", ";Praktikum;"))).drafts().getFirst();

        assertThat(otherDay.watched()).isNotEqualTo(before.watched());
        assertThat(otherDay.identity()).isEqualTo(before.identity());
        assertThat(otherMeasure.identity()).isNotEqualTo(before.identity());
        assertThat(accepted(jobcenterRow(ROW)).drafts().get(1).identity()).isNull();
    }

    @Test
    void contentIsWhatTheMappingReadsAndNothingElse() {
        String content = accepted(jobcenterRow(ROW)).content();

        assertThat(accepted(jobcenterRow(ROW + "ruft nie zurück")).content()).isEqualTo(content);
        assertThat(accepted(jobcenterRow(ROW.replace("Müller", " Müller "))).content()).isEqualTo(content);
        assertThat(accepted(jobcenterRow(ROW.replace("31.12.9999", "00.00.0000"))).content()).isEqualTo(content);
        assertThat(accepted(jobcenterRow(ROW.replace("Müller", "Muller"))).content()).isNotEqualTo(content);
    }

    @Test
    void aRecordThatTakesItsEventBackSaysSo() {
        assertThat(accepted(jobcenterRow(ROW.replace("31.12.9999;;", ";storniert;"))).drafts().getFirst().retracts())
                .isTrue();
        assertThat(accepted(jobcenterRow(ROW)).drafts().getFirst().retracts()).isFalse();
    }

    @Test
    void theSumsLineIsNoRecord() {
        assertThat(jobcenterRow("Summe: 17;;;;;;;;;;;")).isEqualTo(new Translation.NoRecord("sums line"));
    }

    @Test
    void theCaseNumberIsReadableEvenOfARefusedRecord() {
        var refused = (Translation.Refused) jobcenterRow(ROW.replace("syrisch", "marsianisch"));

        assertThat(refused.caseNumber()).isEqualTo("123A456789");
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(TranslationProblem.UNKNOWN_CODE);
            assertThat(problem.place().field()).isEqualTo("Staatsangehörigkeit");
            assertThat(problem.place().line()).isEqualTo(2);
            assertThat(problem.toString()).doesNotContain("marsianisch").doesNotContain("123A456789");
        });
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(refusals(jobcenterRow("123A456789;M?ller;Ahmad;31.02.1988;m;marsianisch;32257;Kurs;31.04.2026;;;")))
                .containsExactly("HUB-MAP-006", "HUB-MAP-005", "HUB-MAP-003", "HUB-MAP-005");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12.03.88|1988-03-12", "12.03.25|2025-03-12", "12.03.27|1927-03-12",
            "00.00.1980|1980", "00.05.1980|1980-05", "1.3.1988|1988-03-01"})
    void birthDatesComeAsToolsWriteThem(String theirs, String canonical) {
        assertThat(accepted(jobcenterRow(ROW.replace("12.03.1988", theirs))).drafts().getFirst().fields()
                .first("person.birth.date")).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00.00.0000", "31.12.9999", "01.01.1900", "", "  "})
    void whatStandsForNoDateIsNone(String theirs) {
        assertThat(accepted(jobcenterRow(ROW.replace("12.03.1988", theirs))).drafts().getFirst().fields()
                .first("person.birth.date")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.1988", "12.13.1988", "12.03.2031", "1988-03-12", "unbekannt", "12.03.0088"})
    void impossibleBirthDatesAreRefused(String theirs) {
        assertThat(refusals(jobcenterRow(ROW.replace("12.03.1988", theirs)))).containsExactly("HUB-MAP-005");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"syrisch|475", "Syrien, Arab. Rep.|475", "SYRISCH|475", "475|475", "Syrien|475",
            "deutsch|000", "0|000", "serbisch|170", "staatenlos|997", "Türkei|163"})
    void nationalitiesAreKnownByCodeAdjectiveOrCountry(String theirs, String canonical) {
        Translator translator = Connectors.receiving(Connectors.JOBCENTER,
                Connectors.JOBCENTER_RECEIVE.replace(", separator: \",\"", ""));
        String row = ROW.replace("syrisch", theirs);

        assertThat(accepted(Connectors.translate(translator, Connectors.HEADER + row, "windows-1252")).drafts()
                .getFirst().fields().first("person.nationalities")).isEqualTo(canonical);
    }

    @Test
    void severalNationalitiesStandInOneColumn() {
        assertThat(accepted(jobcenterRow(ROW.replace("syrisch", "syrisch, deutsch,"))).drafts().getFirst().fields()
                .all("person.nationalities")).containsExactly("475", "000");
    }

    @Test
    void anOptionalFieldThatCannotBeTakenIsAFindingAndLeftOut() {
        Translation.Accepted accepted = accepted(jobcenterRow(ROW.replace("32257", "unbekannt")));

        assertThat(Connectors.codes(accepted.findings())).containsExactly("HUB-MAP-011");
        assertThat(accepted.drafts().getFirst().fields().first("person.addresses.main.postalCode")).isNull();
    }

    @Test
    void aSpreadsheetsLostZeroIsRestored() {
        assertThat(accepted(jobcenterRow(ROW.replace("32257", "1067"))).drafts().getFirst().fields()
                .first("person.addresses.main.postalCode")).isEqualTo("01067");
    }

    @Test
    void aDefaultStandsInForAnEmptyColumn() {
        assertThat(accepted(jobcenterRow(ROW.replace(";m;", ";;"))).drafts().getFirst().fields().first("person.sex"))
                .isEqualTo("x");
    }

    @Test
    void withoutItsKeyARecordIsRefused() {
        assertThat(refusals(jobcenterRow(ROW.replace("123A456789", "")))).containsExactly("HUB-MAP-001");
    }

    @Test
    void aVanishedRowMeansWhatTheMappingSays() {
        assertThat(Connectors.jobcenter().vanished(LocalDate.of(2026, 11, 1))).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.BENEFIT_ENDED);
            assertThat(event.fields().first("event.occurredOn")).isEqualTo("2026-11-01");
            assertThat(event.fields().first("benefit.endsOn")).isEqualTo("2026-11-01");
        });
    }

    @Test
    void aTranslatorSaysWhatItMakes() {
        Translator translator = Connectors.jobcenter();

        assertThat(translator.isSnapshot()).isTrue();
        assertThat(translator.receives()).containsExactlyInAnyOrder(EventType.MEASURE_STARTED, EventType.MEASURE_ENDED,
                EventType.BENEFIT_ENDED);
        assertThat(translator.delivers()).isEmpty();
    }

    @Test
    void aRunningNumberThatOnlyTellsTheSumsLineIsNoChangeOfTheRecord() {
        Translator numbered = Connectors.receiving("""
                receive:
                  delivery: events
                  format: {type: csv}
                """, """
                record:
                  key: [Az]
                  noRecord: [{column: Lfd, equals: Summe, as: sums line}]
                fields:
                  case.number: {from: Az}
                  event.occurredOn: {from: Datum}
                events: [{type: case.opened}]
                """);

        List<RawRecord> records = Connectors.records(numbered,
                "Lfd;Az;Datum\n1;A-1;2026-11-03\n2;A-1;2026-11-03\nSumme;;\n".getBytes(StandardCharsets.UTF_8));
        List<Translation> translations = records.stream()
                .map(record -> numbered.translate((RawRecord.Readable) record)).toList();

        assertThat(((Translation.Accepted) translations.get(0)).content())
                .isEqualTo(((Translation.Accepted) translations.get(1)).content());
        assertThat(translations.get(2)).isInstanceOf(Translation.NoRecord.class);
    }
}
