package de.kimhub.processing;

import de.kimhub.message.FieldValues;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A consent as it stands on a signed form.
 *
 * @param number         of the form; {@code null}: the hub gives it one
 * @param givenOn        day of the signature
 * @param purposes       codes of {@code zweck}
 * @param sources        who may tell: codes of {@code stelle}, or {@code instance:<id>}
 * @param recipients     who may be told: likewise
 * @param dataCategories codes of {@code datenart}; empty: all
 * @param validUntil     last day; {@code null}: until it is withdrawn
 * @param formLanguage   language that the form is written in, code of {@code sprache}
 * @param representative given by who represents the person, e.g. a child's parent
 * @param secrecyRelease releases from § 203 StGB
 * @param shown          other offices' file numbers, as the client showed them
 * @param person         who it is, where no tool has told of the file yet; {@code null} otherwise
 */
public record ConsentForm(String number, LocalDate givenOn, Set<String> purposes, Set<String> sources,
                          Set<String> recipients, Set<String> dataCategories, LocalDate validUntil, String formVersion,
                          String formLanguage, boolean representative, boolean secrecyRelease, List<Shown> shown,
                          Person person) {

    private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("number", "Nummer"),
            Map.entry("givenOn", "Tag der Unterschrift"), Map.entry("purposes", "Zwecke"), Map.entry("sources", "Quellen"),
            Map.entry("recipients", "Empfänger"), Map.entry("dataCategories", "Arten von Daten"),
            Map.entry("validUntil", "Gültig bis"), Map.entry("formVersion", "Fassung des Formulars"),
            Map.entry("formLanguage", "Sprache des Formulars"), Map.entry("shown", "Aktenzeichen anderer Stellen"),
            Map.entry("person", "Person"), Map.entry("file", "Akte"), Map.entry("by", "Aufgenommen durch"));

    /** @param at code of {@code stelle} */
    public record Shown(String at, String number) {

        /** Names no number. */
        @Override
        public String toString() {
            return at + ":...";
        }
    }

    /** Of a file that no tool has told of. */
    public record Person(String family, String given, LocalDate birthDate) {

        @Override
        public String toString() {
            return "...";
        }
    }

    /** What staff call this entry, in German. */
    public static String label(String entry) {
        return LABELS.getOrDefault(entry, entry);
    }

    /** Names no value of the person. */
    @Override
    public String toString() {
        return "ConsentForm" + sources + " -> " + recipients;
    }

    FieldValues fields(String fileNumber, String consentNumber) {
        FieldValues.Builder fields = FieldValues.builder().set("case.number", fileNumber)
                .set("event.occurredOn", givenOn.toString()).set("consent.id", consentNumber)
                .set("consent.validUntil", validUntil == null ? null : validUntil.toString())
                .set("consent.formVersion", formVersion).set("consent.formLanguage", formLanguage)
                .set("consent.secrecyRelease", Boolean.toString(secrecyRelease))
                .set("consent.representative", Boolean.toString(representative))
                .setAll("consent.purposes", sorted(purposes)).setAll("consent.sources", sorted(sources))
                .setAll("consent.recipients", sorted(recipients)).setAll("consent.dataCategories", sorted(dataCategories))
                .setAll("consent.fileNumberAt", shown.stream().map(Shown::at).toList())
                .setAll("consent.fileNumber", shown.stream().map(Shown::number).toList());
        if (person != null) {
            fields.set("person.names.official.family", person.family()).set("person.names.official.given", person.given())
                    .set("person.birth.date", person.birthDate() == null ? null : person.birthDate().toString());
        }
        return fields.build();
    }

    static FieldValues withdrawal(String fileNumber, String consentNumber, LocalDate on) {
        return FieldValues.builder().set("case.number", fileNumber).set("event.occurredOn", on.toString())
                .set("consent.id", consentNumber).build();
    }

    private static List<String> sorted(Collection<String> codes) {
        List<String> all = new ArrayList<>(codes);
        all.sort(null);
        return all;
    }
}
