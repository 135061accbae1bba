package de.kimhub.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

    private static final String DESCRIPTOR = """
            title: Sprachkurse (CSV)
            authority: sprachkurstraeger
            purpose: Kursdaten
            legalBasis: Einwilligung
            retention: P7D
            """;
    private static final String RECEIVE = """
            record:
              key: [NR]
              noRecord:
                - {column: NR, matches: "Summe.*", as: sums line}
            fields:
              case.number: {from: NR, required: true}
              person.sex: {from: G, codelist: geschlecht, default: x}
            events:
              - type: course.started
                when: {all: [{column: A, is: filled}, {not: {column: B, equals: [x, y]}}]}
                fields:
                  event.occurredOn: {from: A, as: date, format: [dd.MM.yyyy], required: true}
            """;

    @TempDir
    Path base;

    @Test
    void aWholeDescriptorFits() throws IOException {
        assertThat(check(ConfigFile.CONNECTOR, DESCRIPTOR + """
                interim: true
                capabilities: [corrects]
                receive: {delivery: snapshot, format: {type: csv, charset: windows-1252, maxRecordLength: 1000}}
                deliver: {idempotence: ledger, format: {type: rows}}
                """)).isEmpty();
    }

    @Test
    void allFindingsComeAtOnceInTheOrderOfTheLines() throws IOException {
        assertThat(check(ConfigFile.CONNECTOR, """
                titel: Jobcenter
                authority: jobcentre
                purpose: [a]
                legalBasis:
                retention: 7 Tage
                receive: {delivery: snapshot}
                """)).containsExactly(
                "file.yaml:1: 'titel' is not known here. Did you mean 'title'? Allowed: authority, capabilities, deliver,"
                        + " interim, legalBasis, purpose, receive, retention, title. Correct the spelling, or remove it."
                        + " [HUB-CFG-010]",
                "file.yaml:1: 'title' is missing and has to be there: German, for people, e.g. Jobcenter (CSV-Export)."
                        + " Add 'title: ...'. [HUB-CFG-011]",
                "file.yaml:2: 'authority' has the value 'jobcentre', which is not allowed. Did you mean 'jobcenter'?"
                        + " Allowed: agentur-fuer-arbeit, auslaenderbehoerde, bamf, einbuergerungsbehoerde, jobcenter,"
                        + " ki-koordination, kommunales-case-management, lenkungsgruppe, migrantenselbstorganisation,"
                        + " ministerium, schule, sonstige, sprachkurstraeger, wohlfahrtsverband. [HUB-CFG-012]",
                "file.yaml:3: 'purpose' has to be a value, but is a list. Check the indentation and the form."
                        + " [HUB-CFG-013]",
                "file.yaml:4: 'legalBasis' is empty. Give it a value, or remove the key. [HUB-CFG-012]",
                "file.yaml:5: 'retention' has a value of the wrong form. Expected a period such as P7D (7 days), P3M"
                        + " (3 months) or P1Y (1 year). [HUB-CFG-012]",
                "file.yaml:6: 'format' is missing in 'receive' and has to be there: How the bytes are to be read. Add"
                        + " 'format: ...'. [HUB-CFG-011]");
    }

    @Test
    void aMappingFits() throws IOException {
        assertThat(check(ConfigFile.RECEIVE, RECEIVE)).isEmpty();
    }

    @Test
    void aMistypedCanonicalPathIsFoundWithTheOneThatIsMeant() throws IOException {
        assertThat(check(ConfigFile.RECEIVE, RECEIVE.replace("person.sex", "person.gender")))
                .singleElement().asString().startsWith("file.yaml:7: 'person.gender' is not known in 'fields'.")
                .contains("editor");
        assertThat(check(ConfigFile.RECEIVE, RECEIVE.replace("person.sex", "person.sexx")))
                .singleElement().asString().contains("Did you mean 'person.sex'?");
    }

    @Test
    void whereAListOrASingleValueMayStandOnlyTheRealFaultIsTold() throws IOException {
        assertThat(check(ConfigFile.RECEIVE, RECEIVE.replace("[x, y]", "{x: y}"))).singleElement().asString()
                .isEqualTo("file.yaml:10: 'equals' has to be a value, but is a section. Check the indentation and the"
                        + " form. [HUB-CFG-013]");
    }

    @Test
    void deliverColumnsNameCanonicalPathsOrTheDelivery() throws IOException {
        assertThat(check(ConfigFile.DELIVER, """
                events: [measure.started]
                columns:
                  A: {from: event.type, codelist: ereignis}
                  B: {from: before.measure.startsOn, as: date, format: dd.MM.yyyy}
                  C: {constant: KIM}
                  D: {from: measure.nam}
                """)).singleElement().asString()
                .contains("file.yaml:6: 'from' has the value 'measure.nam'").contains("Did you mean 'measure.name'?");
    }

    @Test
    void aPasswordInPlainTextIsRefusedAndNotRepeated() throws IOException {
        assertThat(check(ConfigFile.HUB, """
                data: ../../data/x
                database: {url: "jdbc:postgresql://db/kim", user: kim, password: geheim123}
                """)).singleElement().asString().contains("secret:NAME").doesNotContain("geheim123");
    }

    @Test
    void anInstanceAndSharingRulesFit() throws IOException {
        assertThat(check(ConfigFile.INSTANCE, """
                title: AWO Bünde
                connector: wohlfahrt-csv
                municipality: "05758004"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: ../in, delay: 500}
                lanes: 4
                """)).isEmpty();
        assertThat(check(ConfigFile.SHARING, """
                rules:
                  - id: a-b
                    from: jobcenter
                    to: [wohlfahrtsverband, "instance:awo-buende"]
                    events: [measure.started]
                    fields: [event.occurredOn, "unit.*"]
                    purpose: case-management
                    legalBasis: Einwilligung
                    consent: required
                    retention: P1Y
                """)).isEmpty();
    }

    private List<String> check(ConfigFile kind, String yaml) throws IOException {
        Path file = Files.writeString(base.resolve("file.yaml"), yaml);
        List<Problem> problems = new ArrayList<>();
        ConfigNode node = new ConfigReader(base).read(file, problems).orElseThrow();
        assertThat(kind.check(node, problems)).isEqualTo(problems.isEmpty());
        return problems.stream().map(Problem::toString).toList();
    }
}
