package de.kimhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationsTest {

    @TempDir
    Path product;

    private Folders folders;

    @BeforeEach
    void writeOneInstallation() {
        folders = new Folders(product);
        folders.connector("kurs-csv");
        folders.kamelets();
        folders.instance("kurse-herford", "kurs-csv", "receive: {transport: file, folder: ../tools/kurse/export}\n");
    }

    @Test
    void readsAWholeInstallation() {
        folders.write("config/test/hub.yaml", """
                data: ../../data/test
                database: {url: "jdbc:postgresql://db/kim", user: kim, password: secret:KIM_DB}
                work: {workers: 3, sweep: PT1S}
                retention: {notEnrolled: P3D}
                """);

        Installation installation = load();

        assertThat(installation.problems()).isEmpty();
        assertThat(installation.name()).isEqualTo("test");
        assertThat(installation.hub().data()).isEqualTo(product.toAbsolutePath().resolve("data/test"));
        assertThat(installation.hub().database()).get().extracting(HubConfiguration.Database::password)
                .isEqualTo("secret:KIM_DB");
        assertThat(installation.hub().work()).isEqualTo(
                new HubConfiguration.Work(3, 4, 500, Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThat(installation.hub().retention().notEnrolled()).isEqualTo(Period.ofDays(3));
        Instance instance = installation.instance("kurse-herford").orElseThrow();
        assertThat(instance.authority()).isEqualTo("sprachkurstraeger");
        assertThat(instance.receive().orElseThrow().parameter("folder", ""))
                .isEqualTo(product.toAbsolutePath().resolve("config/tools/kurse/export").toString());
    }

    @Test
    void allProblemsOfAllFilesComeAtOnceAndTheRightInstancesStay() {
        folders.write("config/test/hub.yaml", "dta: x\n");
        folders.write("config/test/sharing.yaml", "rules: {}\n");
        folders.instance("no-connector", "kurz-csv", "receive: {transport: file, folder: in}\n");
        folders.instance("no-endpoint", "kurs-csv", "");
        folders.instance("wrong-direction", "kurs-csv", "deliver: {transport: file, folder: out}\n");
        folders.instance("no-acknowledgements", "kurs-csv",
                "receive: {transport: file, folder: in2}\nacknowledgements: {transport: file, folder: out2}\n");
        folders.instance("Bad_Name", "kurs-csv", "receive: {transport: file, folder: in3}\n");

        Installation installation = load();

        assertThat(installation.hub()).isNull();
        assertThat(installation.sharing()).isEmpty();
        assertThat(installation.instances()).containsOnlyKeys("kurse-herford");
        assertThat(installation.problems()).extracting(Problem::toString)
                .anyMatch(text -> text.startsWith("config/test/hub.yaml:1: 'dta' is not known here. Did you mean 'data'?"))
                .anyMatch(text -> text.startsWith("config/test/sharing.yaml:1: 'rules' has to be a list"))
                .anyMatch(text -> text.startsWith("config/test/instances/no-connector.yaml:2: There is no connector"
                        + " 'kurz-csv'. Did you mean 'kurs-csv'?"))
                .anyMatch(text -> text.startsWith("config/test/instances/no-endpoint.yaml:1: The instance neither"))
                .anyMatch(text -> text.startsWith("config/test/instances/wrong-direction.yaml:4: The connector has no"
                        + " 'deliver'"))
                .anyMatch(text -> text.startsWith("config/test/instances/no-acknowledgements.yaml:5:"))
                .anyMatch(text -> text.startsWith("config/test/instances/Bad_Name.yaml: An instance's"));
    }

    @Test
    void withErrorsInTheSharingRulesNothingMayStartAndWithoutRulesNothingIsShared() {
        assertThat(load().hub()).isNotNull();

        folders.write("config/test/sharing.yaml", "rules: [{id: a}]\n");
        assertThat(load().hub()).isNull();
    }

    @Test
    void anInstanceOfABrokenConnectorSaysSo() {
        folders.write("connectors/kurs-csv/receive.yaml", "events: x\n");

        Installation installation = load();

        assertThat(installation.instances()).isEmpty();
        assertThat(codes(installation.problems())).contains("HUB-CON-021");
    }

    @Test
    void acknowledgementsAsXinneresMessagesNeedTheHubsOwnAddress() {
        folders.connector("abh-csv");
        folders.write("connectors/abh-csv/connector.yaml", Folders.DESCRIPTOR.replace("delivery: events,",
                "delivery: events, acknowledgementFormat: xinneres,") + "capabilities: [reads-acknowledgements]\n");
        folders.instance("abh", "abh-csv", """
                receive: {transport: file, folder: in}
                acknowledgements: {transport: file, folder: ack}
                """);

        assertThat(load().problems()).extracting(Problem::toString).singleElement().asString()
                .startsWith("config/test/instances/abh.yaml: ").contains("clearing").endsWith("[HUB-CON-032]");
        assertThat(load().instances()).doesNotContainKey("abh");

        folders.write("config/test/hub.yaml", """
                data: ../../data/test
                clearing: {name: Kreis Muster, identifier: "kim:05758", street: Beispielweg, houseNumber: "1",
                  postalCode: "32049", town: Herford, email: kim@example.invalid, telephone: "05221 13-0000"}
                """);
        assertThat(load().problems()).isEmpty();
        assertThat(load().instances()).containsKey("abh");
        assertThat(load().hub().clearing()).isPresent();
    }

    @Test
    void parametersAreThoseOfTheKamelet() {
        folders.instance("kurse-herford", "kurs-csv", """
                receive:
                  transport: file
                  foldr: x
                  delay: soon
                """);
        folders.instance("two", "kurs-csv", "receive: {transport: fle, folder: x}\n");

        assertThat(load().problems()).extracting(Problem::toString).containsExactly(
                "config/test/instances/kurse-herford.yaml:6: The transport 'file-receive' has no parameter 'foldr'. Did"
                        + " you mean 'folder'? Allowed: delay, folder, password. [HUB-CON-025]",
                "config/test/instances/kurse-herford.yaml:7: 'delay' has to be of the type integer. Correct the value."
                        + " [HUB-CON-030]",
                "config/test/instances/kurse-herford.yaml:5: The transport 'file-receive' needs the parameter 'folder'."
                        + " Add 'folder: ...'. [HUB-CON-026]",
                "config/test/instances/two.yaml:4: There is no transport 'fle' to receive with. Did you mean 'file'?"
                        + " Allowed: file. [HUB-CON-024]");
    }

    @Test
    void passwordsStandOnlyInReferencesAndAreNeverRepeated() {
        folders.instance("kurse-herford", "kurs-csv",
                "receive: {transport: file, folder: x, password: hunter2}\n");
        folders.instance("two", "kurs-csv",
                "receive: {transport: file, folder: \"sftp://me:hunter2@host/x\"}\n");

        assertThat(load().problems()).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.code().code()).isEqualTo("HUB-CON-027");
            assertThat(problem.text()).doesNotContain("hunter2");
        });
    }

    @Test
    void missingSecretsAreNamedWithoutKeepingTheInstanceOut() {
        folders.instance("kurse-herford", "kurs-csv",
                "receive: {transport: file, folder: x, password: secret:NO_SUCH_SECRET}\n");
        Installation installation = load();
        assertThat(installation.problems()).isEmpty();
        assertThat(codes(Installations.missingSecrets(installation))).containsExactly("HUB-CON-029");

        folders.write("config/test/secrets/NO_SUCH_SECRET", "hunter2\n");
        assertThat(Installations.missingSecrets(installation)).isEmpty();
    }

    @Test
    void theKeyThatWrapsAllOthersMayBeASecret() {
        folders.write("config/test/hub.yaml", "data: ../../data/test\nkeys: {wrappingKey: \"secret:NO_SUCH_SECRET\"}\n");
        Installation installation = load();
        assertThat(installation.problems()).isEmpty();
        assertThat(installation.hub().wrappingKey()).contains("secret:NO_SUCH_SECRET");
        assertThat(codes(Installations.missingSecrets(installation))).containsExactly("HUB-CON-029");

        folders.write("config/test/hub.yaml", "data: ../../data/test\nkeys: {wrappingKey: hunter2}\n");
        assertThat(load().problems()).isNotEmpty().allSatisfy(problem ->
                assertThat(problem.toString()).doesNotContain("hunter2"));
    }

    @Test
    void twoEndpointsNeverShareAFolder() {
        folders.instance("zwei", "kurs-csv", "receive: {transport: file, folder: ../tools/kurse/./export}\n");

        Installation installation = load();

        assertThat(installation.instances()).containsOnlyKeys("kurse-herford");
        assertThat(codes(installation.problems())).containsExactly("HUB-CON-028");
    }

    private Installation load() {
        return Installations.load(folders.config, folders.shipped());
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(problem -> problem.code().code()).toList();
    }
}
