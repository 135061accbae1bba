package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: the immigration office's messages in, rejections and receipts back to it. */
class XInneresAnswersTest {

    private static final Path CONNECTOR = Path.of("connectors/auslaenderbehoerde");
    private static final Pattern BACK = Pattern.compile("<nachricht>([^<]*)</nachricht>");

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void anOfficeThatReadsXInneres() throws IOException {
        hub = new TestHub(database, folder, 500, Checkpoints.NONE, Set.of(), installation(folder));
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void acceptedMessagesHaveNoAnswerButProcessedDisclosureBlocks() throws IOException {
        give("antrag-und-termin");
        assertThat(answers()).isEmpty();

        give("auskunftssperre-gesetzt-und-aufgehoben");
        assertThat(answers()).hasSize(4).allSatisfy(answer -> assertThat(answer)
                .contains("quittungVonSachverhalten.quittung.0020", "<sachverhalt><code>1</code></sachverhalt>"));
        assertThat(answers().stream().map(answer -> uuids(answer).getLast()).map(uuid -> uuid.substring(33)))
                .containsExactly("231", "232", "235", "233");
        assertThat(answers().getFirst()).contains("<ereignis.zeichen>MUSTER-SPERRE</ereignis.zeichen>");

        give("auskunftssperre-gesetzt-und-aufgehoben");
        assertThat(answers()).as("a message that came again").hasSize(4);
    }

    @Test
    void aRefusedMessageComesBackAlone() throws IOException {
        give("nicht-schluessel-unbekannt");

        String sent = sample("nicht-schluessel-unbekannt");
        assertThat(answers()).hasSize(hub.source("abh").quarantined() > 0 ? (int) hub.source("abh").quarantined() : -1)
                .allSatisfy(answer -> {
                    assertThat(answer).contains("rueckweisung.asynchron.0010", "<grund><code>S", "HUB-MAP-003");
                    String back = back(answer);
                    String uuid = uuids(back).getFirst();
                    assertThat(uuids(back)).hasSize(1);
                    assertThat(sent).contains(uuid);
                    assertThat(answer).contains("<idNachricht><nachrichtenUUID>" + uuid);
                });
    }

    @Test
    void whatIsRefusedAsAWholeOrCannotBeReadIsRejectedToo() throws IOException {
        give("nicht-mit-doctype");
        give("nicht-wohlgeformt");

        assertThat(answers()).hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(answer -> assertThat(answer).contains("rueckweisung.asynchron.0010", "<grundSpezifisch>"));
        hub.assertEverythingAddsUp();
    }

    @Test
    void messagesOneBehindTheOtherAreNeverLostInAReplay() throws IOException {
        String sent = sample("antrag-und-termin");
        Matcher messages = Pattern.compile("(?s)<(xa:[\\w.]+\\.\\d{6})[ >].*?</\\1>").matcher(sent);
        String declared = Pattern.compile("xmlns:xa=\"[^\"]+\"").matcher(sent).results().findFirst().orElseThrow().group();
        StringBuilder together = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        while (messages.find()) {
            String name = messages.group(1);
            together.append(messages.group().contains("xmlns:xa=") ? messages.group()
                    : messages.group().replaceFirst(name, name + " " + declared)).append('\n');
        }
        hub.give("abh", "together.xml", together.toString().getBytes(StandardCharsets.UTF_8));
        hub.run();
        assertThat(hub.source("abh").quarantined()).isEqualTo(1);

        hub.bean(Replay.class).replay(java.util.Optional.empty(), java.util.Optional.empty());

        assertThat(hub.source("abh").quarantined()).as("its rest is more than one message").isEqualTo(1);
        hub.assertEverythingAddsUp();
    }

    private void give(String sample) throws IOException {
        hub.give("abh", sample + ".xml", Files.readAllBytes(CONNECTOR.resolve("samples").resolve(sample).resolve("input.xml")));
        hub.run();
    }

    private List<String> answers() {
        return hub.files("abh/ack");
    }

    private static String sample(String name) throws IOException {
        return Files.readString(CONNECTOR.resolve("samples").resolve(name).resolve("input.xml"));
    }

    private static String back(String answer) {
        Matcher base64 = BACK.matcher(answer);
        assertThat(base64.find()).isTrue();
        return new String(Base64.getDecoder().decode(base64.group(1)), StandardCharsets.UTF_8);
    }

    private static List<String> uuids(String message) {
        return Pattern.compile("<nachrichtenUUID>([^<]+)<").matcher(message).results().map(match -> match.group(1)).toList();
    }

    /** The shipped connector, answering in XInneres, and the hub's own address. */
    private static Map<String, String> installation(Path folder) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> shipped = Files.walk(CONNECTOR)) {
            for (Path file : (Iterable<Path>) shipped.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(CONNECTOR.resolve("samples")))::iterator) {
                Files.createDirectories(folder.resolve("config/test").resolve(file).getParent());
                files.put(file.toString(), Files.readString(file));
            }
        }
        files.compute(CONNECTOR + "/connector.yaml", (name, yaml) -> yaml.contains("acknowledgementFormat") ? yaml
                : yaml.replace("receive:\n", "receive:\n  acknowledgementFormat: xinneres\n"));
        files.put("instances/abh.yaml", """
                title: Ausländerbehörde Kreis Muster
                connector: auslaenderbehoerde
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/abh}
                acknowledgements: {transport: file, folder: ack/abh}
                """);
        files.put("hub.yaml", """
                data: ../../data
                clearing: {name: "Kreis Muster, KIM-Hub", identifier: "kim:05758", street: Beispielweg, houseNumber: "1",
                  postalCode: "32049", town: Herford, email: kim@example.invalid, telephone: "05221 13-0000"}
                """);
        return files;
    }
}
