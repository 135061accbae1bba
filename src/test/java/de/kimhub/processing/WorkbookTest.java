package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A tool that exports workbooks: they go the way of any document. */
class WorkbookTest {

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        Path config = folder.resolve("config/test");
        write(config.resolve("connectors/kurse-xlsx/connector.yaml"), """
                title: Sprachkurse (Excel)
                authority: sprachkurstraeger
                purpose: Kursdaten
                legalBasis: Einwilligung
                retention: P7D
                capabilities: [reads-acknowledgements]
                receive: {delivery: events, format: {type: xlsx, sheet: Kurse}}
                """);
        write(config.resolve("connectors/kurse-xlsx/receive.yaml"), """
                record: {key: [Nr]}
                fields:
                  case.number: {from: Teilnehmer, required: true}
                  event.occurredOn: {from: Beginn, as: date, required: true}
                  person.names.official.family: {from: Name, as: name}
                events:
                  - type: course.started
                """);
        write(config.resolve("instances/kurse.yaml"), """
                title: Kurse
                connector: kurse-xlsx
                municipality: "05758"
                mode: live
                release: {controller: Musteramt, contract: AVV 1, contractDate: 2026-01-02, date: 2026-01-15}
                receive: {transport: file, folder: in/kurse}
                acknowledgements: {transport: file, folder: ack/kurse}
                """);
        hub = new TestHub(database, folder, 50);
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static byte[] workbook(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Kurse");
            List<String> header = List.of("Nr", "Teilnehmer", "Beginn", "Name");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            for (int row = 1; row <= names.length; row++) {
                sheet.value(row, 0, row);
                sheet.value(row, 1, "T-" + row);
                sheet.value(row, 2, LocalDate.of(2026, 3, row));
                sheet.style(row, 2).format("dd.mm.yyyy").set();
                sheet.value(row, 3, names[row - 1]);
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Test
    void rowsAreTakenAndARefusedOneIsNamedByItsRowAndReplayed() {
        byte[] file = workbook("Musterfrau", "M?ller", "Beispiel");
        long document = hub.give("kurse", "kurse.xlsx", file);
        hub.run();

        assertThat(hub.source("kurse").accepted()).isEqualTo(2);
        assertThat(hub.jdbc().sql("select line_no from hub.quarantine where document_id = ?").param(document)
                .query(Long.class).list()).containsExactly(3L);
        assertThat(hub.allOf("kurse/ack")).contains("HUB-MAP-006");
        assertThat(hub.bean(Replay.class).replay(Optional.empty(), Optional.empty()).toString())
                .as("the record is read again from what was kept of it").contains("stillRefused=1");
        assertThat(hub.give("kurse", "kurse.xlsx", file)).as("another hand-over").isNotEqualTo(document);
    }

    @Test
    void brokenWorkbooksAreRefusedWithAnAcknowledgement() {
        byte[] good = workbook("Musterfrau");
        hub.give("kurse", "kaputt.xlsx", Arrays.copyOf(good, good.length / 2));
        hub.give("kurse", "alt.xls", Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 2000));
        hub.give("kurse", "text.xlsx", "Nr;Teilnehmer\n1;T-1\n".getBytes(StandardCharsets.UTF_8));
        hub.give("kurse", "leer.xlsx", new byte[0]);
        hub.give("kurse", "gut.xlsx", good);
        hub.run();

        assertThat(hub.source("kurse").accepted()).isEqualTo(1);
        assertThat(hub.allOf("kurse/ack")).contains("HUB-XLSX-001", "HUB-XLSX-002", "HUB-CSV-001");
    }
}
