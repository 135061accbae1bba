package de.kimhub.linkage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class EvaluationOutputTest {

    private final Evaluation evaluation = People.pairs(60)
            .row("X", "Wilma", "Beispiel", "1971-05-06", "Am Muster 1", "Nirgendwo")
            .row("Y", "Wilma", "Beispiel", "1971-05-06", "Am Muster 1", "Nirgendwo")
            .row("Z", "Hugo", "Anders", "1934-08-19").row("Z", "Emil", "Fremd", "1955-01-02").evaluate();

    @Test
    void the_text_shows_levels_and_bits_of_the_errors_but_no_values() {
        assertThat(EvaluationText.of(evaluation, false, false))
                .contains("Zeilen 124", "Personen 63", "Zeilen 122 und 123", "Vorname: gleich", "Geburtsdatum: gleich",
                        "Zeilen 124 und 125", "kein gemeinsamer Schlüssel", "p >= 0,5", "--show-values")
                .doesNotContain("Wilma", "Beispiel", "1971", "Hugo", "Nirgendwo");
    }

    @Test
    void values_are_shown_only_when_they_are_asked_for() {
        assertThat(EvaluationText.of(evaluation, true, false)).contains("Wilma", "1971-05-06", "Hugo | Emil");
    }

    @Test
    void numbers_are_written_the_german_way_whatever_the_machine_speaks() {
        assertThat(EvaluationText.of(evaluation, false, true)).contains("0,98").doesNotContain("0.98");
    }

    @Test
    void the_numbers_have_stable_names_and_no_values() throws Exception {
        ObjectMapper json = new ObjectMapper();
        String text = json.writeValueAsString(EvaluationNumbers.of(evaluation));
        JsonNode numbers = json.readTree(text);

        for (String part : new String[] {"atHalf", "sure", "sureAndReview", "best", "persons"}) {
            for (String name : new String[] {"tp", "fp", "fn", "precision", "recall", "f1"}) {
                assertThat(numbers.path(part).path(name).isNumber()).as(part + "." + name).isTrue();
            }
        }
        assertThat(numbers.path("blocking").path("completeness").asDouble()).isEqualTo(60 / 61.0);
        assertThat(numbers.path("atHalf").path("fp").asInt()).isEqualTo(1);
        assertThat(text).doesNotContain("Wilma", "Beispiel", "1971", "Hugo", "NaN", "Infinity");
    }

    @Test
    void the_picture_is_an_svg_that_says_what_it_shows_and_needs_no_colour() throws Exception {
        String picture = EvaluationPicture.of(evaluation);
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.getBytes(StandardCharsets.UTF_8)));

        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains("F1");
        assertThat(picture).contains("SURE", "REVIEW", "NEW", "Paare einer Person", "Paare zweier Personen")
                .doesNotContain("Wilma");
        assertThat(java.util.regex.Pattern.compile("(?:fill|stroke)=\"([^\"]+)\"").matcher(picture).results()
                .map(one -> one.group(1)).distinct().toList())
                .allMatch(colour -> colour.matches("black|white|none|#(..)\\1\\1"));
    }
}
