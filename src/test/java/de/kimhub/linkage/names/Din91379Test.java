package de.kimhub.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names in official messages consist of the letters and sequences of DIN 91379. */
class Din91379Test {

    private static final Path LETTERS = Path.of("src/main/resources/de/kimhub/translation/din91379.csv");

    @Test
    void every_letter_and_sequence_has_a_latin_form() throws IOException {
        List<String> letters = Files.readAllLines(LETTERS).stream().filter(line -> line.startsWith("L;"))
                .map(line -> text(line.split(";")[1])).toList();
        assertThat(letters).hasSizeGreaterThan(600).allSatisfy(letter -> assertThat(formsOf("ab" + letter + "ba"))
                .isNotEmpty().allMatch(form -> form.matches("ab[a-z]*ba")));
    }

    private static List<String> formsOf(String name) {
        return PreparedName.of(name).parts().stream().flatMap(part -> part.forms().stream()).toList();
    }

    private static String text(String codePoints) {
        StringBuilder text = new StringBuilder();
        for (String code : codePoints.strip().split("[ +]")) {
            text.appendCodePoint(Integer.parseInt(code, 16));
        }
        return text.toString();
    }
}
