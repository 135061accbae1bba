package de.kimhub.operations.pages;

import de.kimhub.processing.ConsentForm;
import de.kimhub.processing.ConsentRefused;
import de.kimhub.processing.ConsentRefused.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, so that each leads to its field. */
final class Objections {

    private static final Map<String, String> FIELDS = Map.ofEntries(Map.entry("number", "nummer"),
            Map.entry("givenOn", "unterschrift"), Map.entry("purposes", "zwecke"), Map.entry("sources", "quellen"),
            Map.entry("recipients", "empfaenger"), Map.entry("dataCategories", "datenarten"), Map.entry("validUntil", "bis"),
            Map.entry("formVersion", "fassung"), Map.entry("formLanguage", "sprache"), Map.entry("shown", "gezeigt"),
            Map.entry("person", "person"), Map.entry("file", "aktenzeichen"));
    private static final Map<String, String> DAYS = Map.of("unterschrift", "Tag der Unterschrift", "bis", "Gültig bis",
            "geboren", "Geburtsdatum", "tag", "Tag des Widerrufs");

    private Objections() {
    }

    /** @param field id of the field on the page */
    record Objection(String field, String label, String text) {
    }

    static List<Objection> of(ConsentRefused refused) {
        return refused.refusals().stream().map(Objections::of).toList();
    }

    static List<Objection> of(Days days) {
        List<Objection> objections = new ArrayList<>();
        days.wrong().forEach(field -> objections.add(of(field, DAYS.get(field), PageProblem.NO_DAY)));
        return objections;
    }

    static Objection noFileNumber() {
        return of("aktenzeichen", "Aktenzeichen", PageProblem.NO_FILE_NUMBER);
    }

    private static Objection of(String field, String label, PageProblem problem) {
        return new Objection(field, label, problem.germanText() + " Code " + problem.code());
    }

    private static Objection of(Refusal refusal) {
        return new Objection(FIELDS.getOrDefault(refusal.where(), "aktenzeichen"), ConsentForm.label(refusal.where()),
                refusal.problem().germanText() + " Code " + refusal.problem().code());
    }
}
