package de.kimhub.translation;

import static de.kimhub.translation.Connectors.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class XlsxReadingTest {

    private static final String RECEIVE = """
            record: {key: [Nr]}
            fields:
              case.number: {from: Fall, required: true}
              event.occurredOn: {from: am, required: true}
              person.addresses.main.postalCode: {from: PLZ, as: postal-code}
              person.names.official.family: {from: Name, as: name}
            events:
              - type: case.opened
            """;

    private final Translator xlsx = reading("type: xlsx");

    private static Translator reading(String format) {
        return Connectors.receiving("receive: {delivery: events, format: {" + format + ", unusedColumns: [Rest]}}", RECEIVE);
    }

    private static byte[] workbook(Consumer<Worksheet> filling, String... more) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            filling.accept(workbook.newWorksheet("Fälle"));
            for (String name : more) {
                workbook.newWorksheet(name).value(0, 0, "x");
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void header(Worksheet sheet, int row, String... names) {
        for (int i = 0; i < names.length; i++) {
            sheet.value(row, i, names[i]);
        }
    }

    private static byte[] good() {
        return workbook(sheet -> {
            header(sheet, 0, "Nr", "Fall", "am", "PLZ", "Name", "Rest");
            sheet.value(1, 0, 1);
            sheet.value(1, 1, "A-1");
            sheet.value(1, 2, LocalDate.of(2026, 2, 1));
            sheet.style(1, 2).format("dd.mm.yyyy").set();
            sheet.value(1, 3, 1067);
            sheet.value(1, 4, "Müster");
            sheet.value(3, 0, 2);
            sheet.value(3, 1, "A-2");
            sheet.value(3, 2, "2026-02-02");
        });
    }

    private static byte[] stored(Translator translator, byte[] file) {
        try {
            return translator.incoming(new ByteArrayInputStream(file)).readAllBytes();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static List<RawRecord> records(Translator translator, byte[] file) {
        Opening opening = translator.open(DocumentContent.of(stored(translator, file)), ReadMark.START);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        try (RecordReader reader = ((Opening.Opened) opening).reader()) {
            List<RawRecord> records = new ArrayList<>();
            for (List<RawRecord> next = reader.read(2); !next.isEmpty(); next = reader.read(2)) {
                records.addAll(next);
            }
            return records;
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static List<String> refusal(Translator translator, byte[] file) {
        byte[] stored = stored(translator, file);
        assertThat(stored).as("what cannot be read is stored as it came").isEqualTo(file);
        Opening opening = translator.open(DocumentContent.of(stored), ReadMark.START);
        assertThat(opening).isInstanceOf(Opening.RefusedDocument.class);
        return ((Opening.RefusedDocument) opening).problems().stream().map(problem -> problem.code().code()).toList();
    }

    private static SourceRow row(RawRecord record) {
        return ((RawRecord.Readable) record).row();
    }

    @Test
    void aTextFileThatLooksLikeTheHubsOwnLinesIsNoWorkbook() {
        for (String text : List.of("[\"Nr\",\"Fall\",\"am\",\"PLZ\",\"Name\"]\n{\"Nr\":\"1\"}\n", "\n[\"Nr\",\"Fall\"]\n")) {
            Opening opening = xlsx.open(DocumentContent.of(stored(xlsx, text.getBytes(StandardCharsets.UTF_8))), ReadMark.START);

            assertThat(opening).isInstanceOf(Opening.RefusedDocument.class);
            assertThat(((Opening.RefusedDocument) opening).problems()).extracting(de.kimhub.message.Problem::code)
                    .containsExactly(TranslationProblem.NOT_A_WORKBOOK);
        }
    }

    @Test
    void rowsOfASheetBecomeRecordsOnTheirRow() {
        List<RawRecord> records = records(xlsx, good());

        assertThat(records).extracting(RawRecord::line).containsExactly(2L, 4L);
        assertThat(records).extracting(RawRecord::number).containsExactly(1L, 2L);
        var first = accepted(xlsx.translate((RawRecord.Readable) records.getFirst()));
        assertThat(first.key()).isEqualTo("1");
        assertThat(first.drafts().getFirst().fields().all("event.occurredOn")).containsExactly("2026-02-01");
        assertThat(first.drafts().getFirst().fields().all("person.addresses.main.postalCode")).containsExactly("01067");
        assertThat(first.drafts().getFirst().fields().all("person.names.official.family")).containsExactly("Müster");
        assertThat(row(records.get(1)).value("PLZ")).isNull();
    }

    @Test
    void aRefusedRowIsReadAgainFromHeaderAndItsBytesAlone() throws IOException {
        byte[] stored = stored(xlsx, good());
        List<RawRecord> records = records(xlsx, good());
        RawRecord second = records.get(1);
        ByteArrayOutputStream alone = new ByteArrayOutputStream();
        alone.write(stored, 0, (int) records.getFirst().offset());
        alone.write(stored, (int) second.offset(), (int) second.length());

        Opening opening = xlsx.open(DocumentContent.of(alone.toByteArray()), ReadMark.START);
        assertThat(((Opening.Opened) opening).reader().read(10)).singleElement()
                .satisfies(record -> assertThat(row(record).value("Fall")).isEqualTo("A-2"));
    }

    @Test
    void readingGoesOnBehindAnyRecord() throws IOException {
        DocumentContent content = DocumentContent.of(stored(xlsx, good()));
        RecordReader reader = ((Opening.Opened) xlsx.open(content, ReadMark.START)).reader();
        reader.read(1);

        List<RawRecord> rest = ((Opening.Opened) xlsx.open(content, reader.mark())).reader().read(10);

        assertThat(rest).singleElement().satisfies(record -> {
            assertThat(record.line()).isEqualTo(4);
            assertThat(row(record).value("Nr")).isEqualTo("2");
        });
    }

    @Test
    void cellsBecomePlainText() {
        byte[] file = workbook(sheet -> {
            header(sheet, 0, "Nr", "Fall", "am", "PLZ", "Name", "Rest");
            Object[] values = {45.300000000000004, 1e12, LocalDateTime.of(2026, 3, 4, 9, 30), true, "a_x000D_\nb", 0.1 + 0.2};
            for (int i = 0; i < values.length; i++) {
                value(sheet, 1, i, values[i]);
            }
            sheet.style(1, 2).format("dd.mm.yyyy hh:mm").set();
            sheet.value(2, 0, 0.395833333333333);
            sheet.style(2, 0).format("hh:mm").set();
            sheet.value(2, 1, -3);
            sheet.value(2, 2, 1);
            sheet.style(2, 2).format("[$-407]d. mmmm yyyy").set();
            sheet.value(2, 3, 45000.5);
            sheet.style(2, 3).format("#,##0.00 &quot;Tage&quot;").set();
            sheet.formula(2, 4, "1/0");
        });

        List<RawRecord> records = records(xlsx, file);

        assertThat(values(records.get(0))).containsExactly("45.3", "1000000000000", "2026-03-04T09:30", "true", "a\r\nb", "0.3");
        assertThat(values(records.get(1))).containsExactly("09:30", "-3", "1900-01-01", "45000.5", null, null);
    }

    private static void value(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case Number number -> sheet.value(row, column, number);
            case LocalDateTime moment -> sheet.value(row, column, moment);
            case Boolean truth -> sheet.value(row, column, truth);
            default -> sheet.value(row, column, value.toString());
        }
    }

    private static List<String> values(RawRecord record) {
        SourceRow row = row(record);
        List<String> values = new ArrayList<>();
        row.columns().forEach(column -> values.add(row.value(column)));
        return values;
    }

    @Test
    void formulasGiveTheirLastResult() throws IOException {
        byte[] file = sheetXml(good(), xml -> xml.replaceFirst("(?s)<sheetData>.*</sheetData>", """
                <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nr</t></is></c><c r="B1" t="inlineStr"><is><t>Fall</t></is></c>\
                <c r="C1" t="inlineStr"><is><t>am</t></is></c></row>\
                <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>"A-"&amp;2</f><v>A-2</v></c>\
                <c r="C2" t="str"><f>NA()</f><v>#N/A</v></c></row>\
                <row r="3"><c r="A3" t="b"><f>TRUE()</f><v>1</v></c><c r="B3" t="e"><v>#REF!</v></c></row></sheetData>"""));

        assertThat(records(xlsx, file)).satisfiesExactly(
                first -> assertThat(values(first)).containsExactly("2", "A-2", null),
                second -> assertThat(values(second)).containsExactly("true", null, null));
    }

    @Test
    void sheetAndHeaderRowCanBeChosen() {
        byte[] file = workbook(sheet -> {
            sheet.value(0, 0, "Auszug vom Testtag");
            header(sheet, 2, "Nr", "Fall", "am");
            header(sheet, 3, "7", "A-7", "2026-02-01");
        }, "Legende");

        for (String format : List.of("type: xlsx, sheet: Fälle, headerRow: \"3\"", "type: xlsx, sheet: \"1\", headerRow: \"3\"")) {
            assertThat(records(reading(format), file)).singleElement()
                    .satisfies(record -> assertThat(record.line()).isEqualTo(4));
        }
        assertThat(refusal(reading("type: xlsx, sheet: Personen"), file)).containsExactly("HUB-XLSX-005");
        assertThat(refusal(reading("type: xlsx, headerRow: \"9\""), file)).containsExactly("HUB-CSV-003");
    }

    @Test
    void headersWithoutANameOrWithOneTwiceRefuseTheFile() {
        byte[] merged = workbook(sheet -> {
            header(sheet, 0, "Nr", "Fall", "am", "x", "Name");
            sheet.range(0, 2, 0, 3).merge();
            sheet.value(0, 3, (String) null);
        });

        assertThat(refusal(xlsx, merged)).containsExactly("HUB-CSV-003");
        assertThat(refusal(xlsx, workbook(sheet -> header(sheet, 0, "Nr", "Fall", "Fall "))))
                .containsExactly("HUB-CSV-004");
        assertThat(refusal(xlsx, workbook(sheet -> { }))).containsExactly("HUB-CSV-003");
    }

    @Test
    void aMissingRequiredColumnRefusesAndANewOneIsAFinding() {
        byte[] lacks = workbook(sheet -> header(sheet, 0, "Nr", "am"));
        assertThat(((Opening.RefusedDocument) xlsx.open(DocumentContent.of(stored(xlsx, lacks)), ReadMark.START))
                .problems()).extracting(problem -> problem.code().code()).containsExactly("HUB-CSV-005");

        byte[] newColumn = workbook(sheet -> header(sheet, 0, "Nr", "Fall", "am", "PLZ", "Name", "Neu"));
        assertThat(((Opening.Opened) xlsx.open(DocumentContent.of(stored(xlsx, newColumn)), ReadMark.START)).findings())
                .extracting(problem -> problem.code().code()).containsExactly("HUB-CSV-007", "HUB-CSV-008");
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsRefusedAlone() {
        byte[] file = workbook(sheet -> {
            header(sheet, 0, "Nr", "Fall", "am");
            header(sheet, 1, "1", "A-1", "2026-02-01", "zu viel");
            header(sheet, 2, "2", "A-2", "2026-02-01");
        });

        List<RawRecord> records = records(xlsx, file);

        assertThat(((RawRecord.Unreadable) records.getFirst()).problem().code()).isEqualTo(TranslationProblem.TOO_MANY_COLUMNS);
        assertThat(row(records.get(1)).value("Fall")).isEqualTo("A-2");
    }

    @Test
    void whatIsNoWorkbookIsRefusedWithItsReason() {
        byte[] old = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 4096);
        byte[] locked = old.clone();
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, locked, 2000, name.length);

        assertThat(refusal(xlsx, old)).containsExactly("HUB-XLSX-002");
        assertThat(refusal(xlsx, locked)).containsExactly("HUB-XLSX-003");
        assertThat(refusal(xlsx, "Nr;Fall;am\n".getBytes(StandardCharsets.UTF_8))).containsExactly("HUB-XLSX-001");
        assertThat(refusal(xlsx, new byte[0])).containsExactly("HUB-CSV-001");
        byte[] good = good();
        for (int length = 3; length < good.length; length += 41) {
            assertThat(refusal(xlsx, Arrays.copyOf(good, length))).containsExactly("HUB-XLSX-001");
        }
    }

    @Test
    void whatUnpacksToFarTooMuchIsRefused() throws IOException {
        byte[] bomb = withPart(good(), "xl/media/bild.bin", 800L * 1024 * 1024);
        assertThat(bomb.length).isLessThan(2 * 1024 * 1024);

        assertThat(refusal(xlsx, bomb)).containsExactly("HUB-XLSX-004");
    }

    @Test
    void cellsThatNoSheetHasAndDocumentTypesAreRefused() throws IOException {
        for (String bad : List.of("<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>", "<row r=\"99999999\"/>",
                "<row r=\"3\"><c r=\"A3\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>4711</v></c></row>")) {
            byte[] file = sheetXml(good(), xml -> xml.replaceFirst("<row r=\"2\".*</sheetData>", bad + "</sheetData>"));
            assertThat(refusal(xlsx, file)).as(bad).containsExactly("HUB-XLSX-001");
        }
        byte[] entities = sheetXml(good(), xml -> xml.replaceFirst("<worksheet",
                "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><worksheet"));
        assertThat(refusal(xlsx, entities)).containsExactly("HUB-XLSX-001");
    }

    private static byte[] sheetXml(byte[] file, java.util.function.UnaryOperator<String> change) throws IOException {
        return rewritten(file, (name, bytes) -> name.equals("xl/worksheets/sheet1.xml")
                ? change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8) : bytes, null, 0);
    }

    private static byte[] withPart(byte[] file, String name, long zeros) throws IOException {
        return rewritten(file, (part, bytes) -> bytes, name, zeros);
    }

    private static byte[] rewritten(byte[] file, java.util.function.BiFunction<String, byte[], byte[]> change,
                                    String more, long zeros) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
             ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(change.apply(entry.getName(), in.getInputStream(entry).readAllBytes()));
            }
            if (more != null) {
                out.putNextEntry(new ZipEntry(more));
                byte[] block = new byte[1024 * 1024];
                for (long written = 0; written < zeros; written += block.length) {
                    out.write(block);
                }
            }
        }
        return bytes.toByteArray();
    }
}
