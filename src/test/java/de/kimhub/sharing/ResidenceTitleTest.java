package de.kimhub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Field;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exact residence title is for ABH, BAMF and EBH; everybody else gets the coarse one. */
class ResidenceTitleTest {

    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    private SharingRules rules(String to, String fields) throws IOException {
        Path file = Files.writeString(folder.resolve("sharing.yaml"), """
                rules:
                  - id: titel
                    from: auslaenderbehoerde
                    to: [%s]
                    events: [residence.granted]
                    fields: [event.occurredOn, %s]
                    purpose: case-management
                    legalBasis: Einwilligung
                    consent: required
                    retention: P1Y
                """.formatted(to, fields));
        return SharingFile.read(new ConfigReader(folder).read(file, problems).orElseThrow(), problems);
    }

    private List<String> given(SharingRules rules, String instance, String authority) {
        return rules.rules().getFirst().fieldsFor(new Party(instance, authority)).stream().map(Field::path)
                .filter(path -> path.startsWith("residence.title")).sorted().toList();
    }

    @Test
    void a_rule_that_names_it_for_somebody_else_is_an_error() throws IOException {
        assertThat(rules("wohlfahrtsverband", "residence.title").rules()).isEmpty();
        assertThat(problems).extracting(problem -> problem.code().code()).containsExactly("HUB-SHR-008");
    }

    @Test
    void those_who_decide_may_have_it() throws IOException {
        SharingRules rules = rules("bamf, einbuergerungsbehoerde", "residence.title");
        assertThat(problems).isEmpty();
        assertThat(given(rules, "bamf", "bamf")).containsExactly("residence.title");
    }

    @Test
    void a_group_leaves_it_out_for_others() throws IOException {
        SharingRules rules = rules("jobcenter", "\"residence.*\"");
        assertThat(problems).isEmpty();
        assertThat(given(rules, "jobcenter", "jobcenter")).containsExactly("residence.titleCoarse");
    }

    @Test
    void a_rule_to_one_instance_gives_it_only_if_its_body_may_have_it() throws IOException {
        SharingRules rules = rules("instance:awo", "residence.title, residence.titleCoarse");
        assertThat(given(rules, "awo", "wohlfahrtsverband")).containsExactly("residence.titleCoarse");
        assertThat(given(rules, "awo", "auslaenderbehoerde")).containsExactly("residence.title",
                "residence.titleCoarse");
    }
}
