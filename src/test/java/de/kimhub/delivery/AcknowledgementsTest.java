package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Endpoint;
import de.kimhub.message.ProblemCode;
import de.kimhub.testing.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgementsTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keyFolder;

    private World world;
    private Acknowledgements acknowledgements;
    private int jobcenter;

    @BeforeEach
    void aSourceThatReadsAcknowledgements() {
        world = new World(database, keyFolder);
        jobcenter = world.instance("jobcenter", "ledger", 100);
        acknowledgements = world.acknowledgements(
                code -> code.equals("HUB-MAP-001") ? Optional.of(new Known()) : Optional.empty());
    }

    @Test
    void tellsWhatWasAcceptedRepeatedAndRefusedWithPlaceAndCode() {
        long document = document(jobcenter, 1, 1, "Export Mustermann \"neu\".csv");
        progress(document, 10, 6, 3, 1);
        refuse(document, 7, 9, "Geburtsdatum", "HUB-MAP-001", "text that may be long");

        List<String> lines = sent();

        assertThat(lines.get(0)).startsWith("\"ART\";\"DOKUMENT\";\"DATEI\"");
        assertThat(lines.get(1)).startsWith("\"DOKUMENT\";\"" + document + "\";\"Export Mustermann \"\"neu\"\".csv\"")
                .contains(";\"10\";\"6\";\"3\";\"1\";\"6 von 10 Datensätzen angenommen. Teilweise eine Wiederholung: 3 "
                        + "schon bekannt, ohne weitere Wirkung. 1 zurückgestellt, siehe DATENSATZ.\"");
        assertThat(lines.get(2)).endsWith(
                ";\"7\";\"9\";\"Geburtsdatum\";\"HUB-MAP-001\";\"S123\";\"Bitte das Datum berichtigen.\"");
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(line.split("\";\"")).hasSize(15));
    }

    @Test
    void saysThatAllWasARepetition() {
        progress(document(jobcenter, 1, 1, "a.csv"), 5, 0, 5, 0);

        assertThat(sent().get(1)).contains("Alles war eine Wiederholung");
    }

    @Test
    void saysThatAllWasAccepted() {
        progress(document(jobcenter, 1, 1, "a.csv"), 5, 5, 0, 0);

        assertThat(sent().get(1)).contains("\"Alles angenommen.\"").doesNotContain("Wiederholung:");
    }

    @Test
    void tellsWhyADocumentWasRefusedAsAWhole() {
        long document = document(jobcenter, 1, 2, "a.csv");
        world.jdbc.update("update hub.source_document set code = 'HUB-MAP-001' where id = ?", document);

        assertThat(sent().get(1)).contains("als Ganzes zurückgewiesen", "HUB-MAP-001", "Bitte das Datum berichtigen.");
    }

    @Test
    void namesTheSourcesFileOnlyInsideTheAcknowledgement() {
        document(jobcenter, 1, 1, "Export Mustermann.csv");

        sent();

        Parcel parcel = world.transport.attempts().getFirst();
        assertThat(parcel.fileName()).isEqualTo("kimhub-000000000001.csv");
        assertThat(parcel.acknowledgement()).isTrue();
        byte[] stored = world.jdbc.queryForObject("select bytes from hub.delivery_batch", byte[].class);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Mustermann");
    }

    @Test
    void leavesOpenDocumentsAloneAndAcknowledgesEachFinishedOneOnceInOrder() {
        document(jobcenter, 1, 1, "first.csv");
        document(jobcenter, 2, 0, "open.csv");
        document(jobcenter, 3, 1, "third.csv");

        CompletableFuture.allOf(CompletableFuture.runAsync(acknowledgements::prepare),
                CompletableFuture.runAsync(acknowledgements::prepare)).join();
        acknowledgements.prepare();
        world.worker().drain(jobcenter, Delivery.ACKNOWLEDGEMENTS);

        assertThat(world.transport.arrived().stream().filter(line -> line.startsWith("\"DOKUMENT\"")))
                .satisfiesExactly(line -> assertThat(line).contains("first.csv"),
                        line -> assertThat(line).contains("third.csv"));
        assertThat(world.woken).contains(new LaneId(jobcenter, Delivery.ACKNOWLEDGEMENTS));
        assertThat(world.count("hub.source_document where not acknowledged")).isEqualTo(1);
    }

    @Test
    void theSweepPreparesThemToo() {
        document(jobcenter, 1, 1, "a.csv");

        world.worker().wakeDueLanes();

        assertThat(world.woken).contains(new LaneId(jobcenter, Delivery.ACKNOWLEDGEMENTS));
    }

    @Test
    void oneThatCannotBeWrittenHoldsNoOtherSourceUp() {
        int other = world.instance("other", "ledger", 100);
        document(jobcenter, 1, 1, "a.csv");
        world.jdbc.update("update hub.source_document set name = 'forged'::bytea");
        document(other, 1, 1, "b.csv");

        acknowledgements.prepare();

        assertThat(world.woken).containsExactly(new LaneId(other, Delivery.ACKNOWLEDGEMENTS));
    }

    @Test
    void sourcesWithoutAPlaceForAcknowledgementsGetNone() {
        int silent = world.instance("silent", Optional.of(new Endpoint("file", Map.of())), Optional.empty(),
                Optional.empty(), 100);
        document(silent, 1, 1, "a.csv");

        acknowledgements.prepare();

        assertThat(world.count("hub.source_document where acknowledged")).isEqualTo(1);
        assertThat(world.count("hub.delivery_batch")).isZero();
    }

    @Test
    void thousandsOfRefusedRecordsComeInSeveralFilesOfWhichOneHasTheSums() {
        long document = document(jobcenter, 1, 1, "bad.csv");
        progress(document, 20_001, 0, 0, 20_001);
        world.jdbc.update("""
                insert into hub.quarantine (document_id, instance_no, record_no, line_no, byte_offset, byte_length, code,
                                            message, hold_until)
                select ?, ?, n, n + 1, 0, 0, 'HUB-MAP-001', 'x', now() from generate_series(1, 20001) n""",
                document, jobcenter);

        List<String> lines = sent();

        assertThat(world.transport.attempts()).hasSize(3);
        assertThat(lines.stream().filter(line -> line.startsWith("\"DATENSATZ\";"))).hasSize(20_001);
        assertThat(lines.stream().filter(line -> line.startsWith("\"DOKUMENT\""))).hasSize(1);
    }

    private List<String> sent() {
        acknowledgements.prepare();
        world.worker().drain(jobcenter, Delivery.ACKNOWLEDGEMENTS);
        return world.transport.arrived();
    }

    private long document(int instance, int position, int state, String name) {
        return world.jdbc.queryForObject("""
                insert into hub.source_document (instance_no, position, handover, name, size, chunks, definition,
                                                 first_load, state, finished_at)
                values (?, ?, ?, ?, 1, 1, 'v', false, ?, now()) returning id""", Long.class, instance, position,
                world.keys.digest("handover", name), world.keys.encrypt(name.getBytes(StandardCharsets.UTF_8),
                        "document-name"), state);
    }

    private void progress(long document, int received, int accepted, int repeated, int quarantined) {
        world.jdbc.update("""
                insert into hub.document_progress (document_id, received, accepted, repeated, quarantined)
                values (?, ?, ?, ?, ?)""", document, received, accepted, repeated, quarantined);
    }

    private void refuse(long document, long record, long line, String field, String code, String message) {
        world.jdbc.update("""
                insert into hub.quarantine (document_id, instance_no, record_no, line_no, byte_offset, byte_length,
                                            field, code, message, hold_until)
                values (?, ?, ?, ?, 0, 0, ?, ?, ?, now())""", document, jobcenter, record, line, field, code, message);
    }

    private record Known() implements ProblemCode {
        @Override
        public String code() {
            return "HUB-MAP-001";
        }

        @Override
        public String germanText() {
            return "Bitte das Datum berichtigen.";
        }

        @Override
        public String xinneresCode() {
            return "S123";
        }
    }
}
