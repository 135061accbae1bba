package de.kimhub.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnGuesserTest {

    private static Guess guess(String column, String... values) {
        List<String> all = new ArrayList<>();
        Arrays.stream(values).map(value -> value.isEmpty() ? null : value).forEach(all::add);
        return ColumnGuesser.guess(Profile.of(column, all));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Nachname        | Muster|Beispiel          | person.names.official.family",
            "Nachn.          | Muster|Beispiel          | person.names.official.family",
            "LastName        | Muster|Beispiel          | person.names.official.family",
            "client.lastName | Muster|Beispiel          | person.names.official.family",
            "VN              | Mira|Tarek               | person.names.official.given",
            "GebDat          | 12.03.1988|00.00.1970    | person.birth.date",
            "Geb.-Datum      | 1988-03-12|1970-01-01    | person.birth.date",
            "date_of_birth   | 12.03.88|01.01.70        | person.birth.date",
            "Geschl.         | m|w                      | person.sex",
            "Gender          | männlich|weiblich        | person.sex",
            "Staatsang.      | syrisch|Afghanistan      | person.nationalities",
            "StaatsangehSchl | 475|423                  | person.nationalities",
            "nationality     | SYR|UKR                  | person.nationalities",
            "PLZ             | 32257|1067               | person.addresses.main.postalCode",
            "AGS             | 05758004|5758004         | person.addresses.main.municipality",
            "Az.             | A-1/26|A-2/26            | case.number",
            "Klienten-Nr     | 17|18                    | case.number",
            "Kundennummer    | 575A000001|575A000002    | person.identifiers.kundennummer.value",
            "AZR-Nr.         | 123456789012|123456789013 | person.identifiers.azr.value",
            "BG-Nummer       | 35502//0001234|35502//2  | person.identifiers.bgNummer.value",
            "E-Mail          | a@beispiel.example|b@b.de | person.email",
            "Ansprechpartner | Frau Probe|Herr Muster   | unit.name",
            "Niveau          | B1|A2                    | course.languageLevel",
            "Straße          | Musterweg|Weg            | person.addresses.main.street"})
    void columnsAreKnownByNameAndContent(String column, String one, String other, String path) {
        Guess guess = guess(column, one.strip(), other.strip());

        assertThat(guess.path()).isEqualTo(path.strip());
        assertThat(guess.sure()).isTrue();
        assertThat(guess.why()).as("says no value").doesNotContain(one.strip() + " ").doesNotContain("Muster", "Mira");
    }

    @Test
    void whatTheValuesContradictIsNotBelieved() {
        assertThat(guess("Staat", "aktiv seit gestern", "wartet noch immer", "x", "y", "z", "q", "ruht").path()).isNull();
        assertThat(guess("Geburtsdatum", "Bünde", "Löhne").meaning()).isEqualTo(Meaning.NONE);
        assertThat(guess("Geburtsdatum", "Bünde", "Löhne").why()).contains("klingt nach Geburtsdatum");
        assertThat(guess("Stand", "01.02.2026", "02.02.2026").holdsDays()).isTrue();
        assertThat(guess("Stand", "01.02.2026", "02.02.2026").meaning()).isNotEqualTo(Meaning.EVENT_KIND);
    }

    @Test
    void someThingsAreKnownByTheirLookAlone() {
        assertThat(guess("Feld7", "575A000001", "575A000002").meaning()).isEqualTo(Meaning.CUSTOMER_NUMBER);
        assertThat(guess("Feld8", "DE02 1203 0000 0000 2020 51", "DE02500105170137075030").meaning()).isEqualTo(Meaning.IBAN);
        assertThat(guess("Feld9", "m", "w", "m", "w").meaning()).isEqualTo(Meaning.SEX);
        assertThat(guess("Feld9", "m", "w", "m", "w").sure()).isFalse();
    }

    @Test
    void freeTextAndBankDetailsAreNeverRead() {
        assertThat(guess("Bemerkung", "kurz").path()).isNull();
        assertThat(guess("Beratungsnotizen", "lang").path()).isNull();
        assertThat(guess("Religionszugehörigkeit", "x").path()).isNull();
        assertThat(guess("IBAN", "").path()).isNull();
    }

    @Test
    void datesAreToldByAllTheirForms() {
        DateForms.Result dates = DateForms.of(List.of("01.02.2026", "1.3.2026", "2026-03-04", "00.00.0000", "31.12.9999",
                "00.05.1980", "1980", "31.02.2026", "04.03.26"));

        assertThat(dates.formats()).containsExactly("dd.MM.yyyy", "yyyy-MM-dd", "dd.MM.yy");
        assertThat(dates.dates()).isEqualTo(4);
        assertThat(dates.nothing()).isEqualTo(2);
        assertThat(dates.partial()).isEqualTo(2);
        assertThat(DateForms.of(List.of("12/31/2026", "01/02/2026")).formats()).containsExactly("MM/dd/yyyy");
        assertThat(DateForms.of(List.of("31/12/2026", "01/02/2026")).formats()).containsExactly("dd/MM/yyyy");
        assertThat(DateForms.of(List.of("20260301")).formats()).containsExactly("yyyyMMdd");
    }

    @Test
    void wordsOfEventsAreUnderstood() {
        assertThat(List.of("Kursbeginn", "Maßnahmeende", "case-opened", "Erstgespräch", "Leistungsbezug begonnen"))
                .allSatisfy(word -> assertThat(EventWords.event(word)).isPresent());
        assertThat(EventWords.event("pausiert")).isEmpty();
        assertThat(EventWords.isTakenBack("Storniert")).isTrue();
    }
}
