package de.kimhub.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Problem;
import de.kimhub.pseudonym.Domain.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainsFileTest {

    @TempDir
    Path temp;
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void the_shipped_file_is_right() {
        PseudonymDomains domains = DomainsFile.load(Path.of("config/demo"), problems);

        assertThat(problems).isEmpty();
        assertThat(domains.domains()).extracting(Domain::mode)
                .containsExactly(Mode.KEYED, Mode.REVERSIBLE, Mode.TEMPORARY);
        assertThat(domains.domain("steuerung")).satisfies(domain -> {
            assertThat(domain.grace()).isEqualTo(Period.ofDays(90));
            assertThat(domain.length()).isEqualTo(20);
            assertThat(domain.tellsHolder()).isFalse();
        });
        assertThat(domains.domain("fallkonferenz").tellsHolder()).isTrue();
        assertThat(domains.domain("terminzettel").lifetime()).isEqualTo(Duration.ofDays(7));
        assertThat(domains.withPrefix("TMP")).map(Domain::uses).contains(3);
        assertThat(domains.officers()).hasSize(3);
    }

    @Test
    void without_a_file_there_are_no_domains() {
        assertThat(DomainsFile.load(temp, problems)).isEqualTo(PseudonymDomains.NONE);
        assertThat(problems).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_what_is_right_stays() throws IOException {
        PseudonymDomains domains = load("""
                domains:
                  - {name: a, prefix: AAA, recipient: jobcenter, purpose: statistics, legalBasis: x, mode: keyed,
                     validity: P1Y, retention: P1Y, length: "26"}
                  - {name: a, prefix: AAA, recipient: jobcenter, purpose: statistics, legalBasis: x, mode: keyed,
                     validity: P1Y, retention: P1Y}
                  - {name: b, prefix: BBB, recipient: lenkungsgruppe, purpose: statistics, legalBasis: x,
                     mode: reversible, validity: P1Y, retention: P1Y, length: 20}
                  - {name: c, prefix: CCC, recipient: jobcenter, purpose: statistics, legalBasis: x, mode: temporary,
                     validity: P1Y, uses: 2}
                  - {name: d, prefix: DDD, recipient: jobcenter, purpose: statistics, legalBasis: x, mode: temporary,
                     lifetime: P31D}
                  - {name: e, prefix: EEE, recipient: jobcenter, purpose: statistics, legalBasis: x, mode: keyed,
                     lifetime: PT5M}
                officers:
                  - {name: Dora, role: datenschutz}
                  - {name: Dora, role: datenschutz}
                """);

        assertThat(domains.domains()).extracting(Domain::length).containsExactly(26);
        assertThat(problems).extracting(problem -> problem.code().code()).containsExactly(
                "HUB-PSN-001", "HUB-PSN-002", "HUB-PSN-003", "HUB-PSN-005", "HUB-PSN-003", "HUB-PSN-003", "HUB-PSN-004",
                "HUB-PSN-003", "HUB-PSN-003", "HUB-PSN-003", "HUB-PSN-006", "HUB-PSN-007");
        assertThat(problems).allSatisfy(problem ->
                assertThat(problem.place().toString()).startsWith("config/test/pseudonym-domains.yaml:"));
    }

    @Test
    void the_schema_refuses_letters_that_are_mistaken_for_digits() throws IOException {
        load("""
                domains:
                  - {name: a, prefix: OIL, recipient: jobcenter, purpose: unknown, legalBasis: x, mode: magic,
                     validity: P1Y, retention: P1Y, length: 10}
                """);
        assertThat(problems).hasSize(4).allSatisfy(problem -> assertThat(problem.code().code()).startsWith("HUB-CFG-"));
    }

    private PseudonymDomains load(String yaml) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("config/test"));
        Files.writeString(folder.resolve("pseudonym-domains.yaml"), yaml);
        return DomainsFile.load(folder, problems);
    }
}
