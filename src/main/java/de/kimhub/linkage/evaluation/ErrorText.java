package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Cap;
import de.kimhub.linkage.comparison.Level;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.message.FieldValues;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Why a pair has its score, in German. */
final class ErrorText {

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("EQUAL", "gleich"),
            Map.entry("SPELLING", "andere Schreibweise"), Map.entry("CLOSE", "ähnlich"), Map.entry("PARTIAL", "teilweise"),
            Map.entry("INITIAL", "Anfangsbuchstabe"), Map.entry("RESEMBLING", "entfernt ähnlich"),
            Map.entry("DIFFERENT", "verschieden"),
            Map.entry("SWAPPED", "Tag und Monat vertauscht"), Map.entry("NEAR_YEAR", "ein Jahr daneben"),
            Map.entry("ONE_DIGIT", "eine Ziffer anders"), Map.entry("SAME_PLACEHOLDER", "beide nur das Jahr"),
            Map.entry("SAME_YEAR", "gleiches Jahr"), Map.entry("TWO_PARTS", "zwei von drei Teilen"),
            Map.entry("YEARS_NEAR", "Jahre nahe"), Map.entry("STREET", "gleiche Straße"),
            Map.entry("POSTAL_CODE", "Postleitzahl (fast) gleich"), Map.entry("TOWN", "gleicher Ort"),
            Map.entry("OTHER_GENERATION", "eine Generation auseinander"), Map.entry("OTHER", "verschieden"),
            Map.entry("SAME", "dieselbe"));

    private static final Map<String, String> TRAITS = Map.ofEntries(Map.entry("GIVEN", "Vorname"), Map.entry("FAMILY",
            "Familienname"), Map.entry("BIRTH", "Geburtsdatum"), Map.entry("SEX", "Geschlecht"), Map.entry("NATIONALITY",
            "Staatsangehörigkeit"), Map.entry("BIRTH_PLACE", "Geburtsort"), Map.entry("ADDRESS", "Anschrift"),
            Map.entry("EMAIL", "E-Mail"), Map.entry("TELEPHONE", "Telefon"), Map.entry("IDENTIFIER", "Kennnummer"),
            Map.entry("SOURCE", "Quelle"));

    private ErrorText() {
    }

    static String of(Evidenced error, boolean showValues) {
        PairScore score = error.score();
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.GERMANY, "  Zeilen %d und %d: %+.1f Bit, p = %s, %s%s%n", error.left().line(),
                error.right().line(), score.bits(), EvaluationText.probability(score.posterior()), score.band(),
                error.compared() ? "" : ", kein gemeinsamer Schlüssel"));
        score.evidence().forEach(one -> text.append(
                String.format(Locale.GERMANY, "      %+6.1f  %s%n", one.bits(), level(one.level()))));
        for (Cap cap : score.caps()) {
            text.append("      ").append(cap.text()).append(System.lineSeparator());
        }
        if (showValues) {
            values(error.left().person(), error.right().person(), text);
        }
        return text.toString();
    }

    static String level(Level level) {
        String trait = level.trait().name();
        String kind = level.name().substring(Math.min(level.name().length(), trait.length() + 1));
        return TRAITS.getOrDefault(trait, trait) + ": "
                + WORDS.getOrDefault(kind, kind.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static void values(FieldValues left, FieldValues right, StringBuilder text) {
        TreeSet<String> paths = new TreeSet<>();
        left.forEach((field, all) -> paths.add(field.path()));
        right.forEach((field, all) -> paths.add(field.path()));
        for (String path : paths) {
            text.append("        %-36s %s | %s%n".formatted(path, shown(left.all(path)), shown(right.all(path))));
        }
    }

    private static String shown(List<String> values) {
        return values.isEmpty() ? "-" : String.join(", ", values);
    }
}
