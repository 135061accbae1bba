package de.kimhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kimhub.configuration.ConfigFile;
import de.kimhub.translation.CodeLists;
import de.kimhub.translation.NamedStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the descriptions of the YAML files name is what the modules know that give it a meaning. */
class VocabularyTest {

    @Test
    void kindsOfBodiesAreTheCanonicalCodeList() throws IOException {
        assertThat(allowed(ConfigFile.CONNECTOR, "/properties/authority/enum"))
                .containsExactlyElementsOf(CodeLists.canonical().codes("stelle"));
    }

    @Test
    void purposesAreTheCanonicalCodeList() throws IOException {
        assertThat(allowed(ConfigFile.PSEUDONYM_DOMAINS, "/properties/domains/items/properties/purpose/enum"))
                .containsExactlyElementsOf(CodeLists.canonical().codes("zweck"));
    }

    @Test
    void namedStepsAreThoseOfTheTranslation() throws IOException {
        List<String> steps = Arrays.stream(NamedStep.values()).map(NamedStep::code).toList();

        assertThat(allowed(ConfigFile.RECEIVE, "/definitions/field/properties/as/enum"))
                .containsExactlyInAnyOrderElementsOf(steps);
    }

    private static List<String> allowed(ConfigFile file, String pointer) throws IOException {
        List<String> values = new ArrayList<>();
        JsonNode schema = JsonMapper.builder().build().readTree(file.schema());
        schema.at(pointer).forEach(value -> values.add(value.asText()));
        return values;
    }
}
