package de.kimhub.translation;

import static de.kimhub.translation.Connectors.HEADER;
import static de.kimhub.translation.Connectors.codes;
import static de.kimhub.translation.Connectors.jobcenter;
import static de.kimhub.translation.Connectors.open;
import static de.kimhub.translation.Connectors.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReadingTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String GOOD = "1;Müller;Ahmad;12.03.1988;m;syrisch;32257;Kurs;01.02.2026;;;gut\r\n";

    private static String row(int number) {
        return number + GOOD.substring(1);
    }

    private static List<RawRecord> read(String rows) {
        return records(jobcenter(), (HEADER + rows).getBytes(WINDOWS));
    }

    private static String code(RawRecord record) {
        return record instanceof RawRecord.Unreadable unreadable ? unreadable.problem().code().code() : "read";
    }

    private static String value(RawRecord record, String column) {
        return ((RawRecord.Readable) record).row().value(column);
    }

    @Test
    void recordsKnowTheirNumberLineAndBytes() {
        List<RawRecord> records = read(row(1) + "\r\n" + row(2));

        assertThat(records).extracting(RawRecord::number).containsExactly(1L, 2L);
        assertThat(records).extracting(RawRecord::line).containsExactly(2L, 4L);
        assertThat(records.getFirst().offset()).isEqualTo(HEADER.length());
        assertThat(records.getFirst().length()).isEqualTo(GOOD.length());
        assertThat(records.get(1).offset()).isEqualTo(HEADER.length() + GOOD.length() + 2);
        assertThat(value(records.getFirst(), "Name")).isEqualTo("Müller");
        assertThat(value(records.getFirst(), "Austritt")).isNull();
        assertThat(value(records.getFirst(), "Alter")).isNull();
    }

    @Test
    void quotesProtectDelimitersQuotesAndLineBreaks() {
        List<RawRecord> records = read(GOOD.replace("gut", "\"sagt: \"\"ja; sofort\"\"\r\nund geht\" ") + row(2));

        assertThat(value(records.getFirst(), "Bemerkung")).isEqualTo("sagt: \"ja; sofort\"\r\nund geht");
        assertThat(records.get(1).line()).isEqualTo(4);
    }

    @Test
    void aQuoteWithinAFieldIsJustACharacter() {
        assertThat(value(read(GOOD.replace("Kurs", "Kurs \"A1\"")).getFirst(), "Maßnahme")).isEqualTo("Kurs \"A1\"");
    }

    @Test
    void anUnclosedQuoteSpoilsItsOwnLineAndNothingElse() {
        List<RawRecord> records = read(row(1) + row(2).replace("gut", "\"offen") + row(3) + row(4).replace("gut", "\"zu\"")
                + row(5));

        assertThat(records).extracting(CsvReadingTest::code)
                .containsExactly("read", "HUB-CSV-024", "read", "read", "read");
        assertThat(records).extracting(RawRecord::line).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(value(records.get(2), "Kundennummer")).isEqualTo("3");
    }

    @Test
    void anUnclosedQuoteThatNothingClosesSpoilsItsOwnLineToo() {
        assertThat(read(row(1) + row(2).replace("Müller", "\"Müller") + row(3))).extracting(CsvReadingTest::code)
                .containsExactly("read", "HUB-CSV-023", "read");
    }

    @Test
    void aRecordOverSeveralLinesWithAnotherColumnCountIsOnlyItsFirstLine() {
        List<RawRecord> records = read(row(1).replace("gut", "\"auf") + "zu\";mehr\r\n" + row(2));

        assertThat(records).extracting(CsvReadingTest::code)
                .containsExactly("HUB-CSV-023", "HUB-CSV-025", "read");
        assertThat(records).extracting(RawRecord::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void columnCountsAreChecked() {
        assertThat(read(row(1).replace(";gut", ";gut;;;") + row(2).replace(";gut", ";gut;mehr") + "3;zu kurz\r\n" + row(4)))
                .extracting(CsvReadingTest::code).containsExactly("read", "HUB-CSV-026", "HUB-CSV-025", "read");
    }

    @Test
    void blankLinesAndLinesOfDelimitersAreNoRecords() {
        assertThat(read("\r\n;;;;;;;;;;;\r\n" + row(1) + "   \r\n\r\n")).extracting(RawRecord::line).containsExactly(4L);
    }

    @Test
    void nulBytesSpoilTheirRecordOnly() {
        assertThat(read(row(1).replace("Ahmad", "Ah\0mad") + row(2))).extracting(CsvReadingTest::code)
                .containsExactly("HUB-CSV-021", "read");
    }

    @Test
    void bytesThatTheCharsetLacksSpoilTheirRecordOnly() {
        byte[] bytes = (HEADER + row(1).replace("Ahmad", "A#") + row(2)).getBytes(WINDOWS);
        bytes[new String(bytes, WINDOWS).indexOf('#')] = (byte) 0x81;

        assertThat(records(jobcenter(), bytes)).extracting(CsvReadingTest::code).containsExactly("HUB-CSV-022", "read");
    }

    @Test
    void allLineEndsEndLines() {
        assertThat(read(row(1).replace("\r\n", "\n") + row(2).replace("\r\n", "\r") + row(3).replace("\r\n", "")))
                .extracting(CsvReadingTest::code).containsExactly("read", "read", "read");
    }

    @Test
    void aLineOfFiftyMegabytesIsOneUnreadableRecordInBoundedMemory() throws IOException {
        byte[] before = (HEADER + row(1)).getBytes(WINDOWS);
        byte[] after = ("\r\n" + row(3)).getBytes(WINDOWS);
        long length = 50L << 20;
        DocumentContent content = new DocumentContent() {
            @Override
            public InputStream openAt(long offset) throws IOException {
                InputStream all = new SequenceInputStream(java.util.Collections.enumeration(List.of(
                        new java.io.ByteArrayInputStream(before), new Repeated(length),
                        new java.io.ByteArrayInputStream(after))));
                all.skipNBytes(offset);
                return all;
            }

            @Override
            public long size() {
                return before.length + length + after.length;
            }
        };
        RecordReader reader = ((Opening.Opened) jobcenter().open(content, ReadMark.START)).reader();

        List<RawRecord> records = reader.read(100);

        assertThat(records).extracting(CsvReadingTest::code).containsExactly("read", "HUB-CSV-020", "read");
        assertThat(records.get(1).length()).isEqualTo(length + 2);
        assertThat(value(records.get(2), "Kundennummer")).isEqualTo("3");
        assertThat(reader.read(100)).isEmpty();
        assertThat(reader.mark()).isEqualTo(new ReadMark(content.size(), 3, 4));
    }

    @Test
    void manyUnclosedQuotesDoNotMakeReadingQuadratic() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            rows.append(row(i).replace("Müller", "\"Müller"));
        }
        assertThat(read(rows.toString())).hasSize(20_000);
    }

    @Test
    void aMarkLeadsOnInAnotherProcess() throws IOException {
        byte[] document = (HEADER + row(1) + row(2).replace("gut", "\"zwei\r\nZeilen\"") + "kaputt\r\n" + row(4))
                .getBytes(WINDOWS);
        RecordReader first = ((Opening.Opened) jobcenter().open(DocumentContent.of(document), ReadMark.START)).reader();
        first.read(2);

        List<RawRecord> rest = records(jobcenter(), document, first.mark(), 100);

        assertThat(rest).extracting(RawRecord::number).containsExactly(3L, 4L);
        assertThat(rest).extracting(RawRecord::line).containsExactly(5L, 6L);
        assertThat(value(rest.get(1), "Kundennummer")).isEqualTo("4");
    }

    @Test
    void headerAndOneRecordMakeADocumentOfTheirOwn() throws IOException {
        byte[] document = (HEADER + row(1) + row(2)).getBytes(WINDOWS);
        RecordReader reader = ((Opening.Opened) jobcenter().open(DocumentContent.of(document), ReadMark.START)).reader();
        List<RawRecord> records = reader.read(2);
        RawRecord second = records.get(1);
        ByteArrayOutputStream replay = new ByteArrayOutputStream();
        replay.write(document, 0, (int) records.getFirst().offset());
        replay.write(document, (int) second.offset(), (int) second.length());

        assertThat(value(records(jobcenter(), replay.toByteArray()).getFirst(), "Kundennummer")).isEqualTo("2");
    }

    @Test
    void anEmptyDocumentIsRefused() {
        assertThat(refusal("", WINDOWS)).containsExactly("HUB-CSV-001");
        assertThat(refusal(" \r\n\r\n", WINDOWS)).containsExactly("HUB-CSV-001");
        assertThat(refusal("\uFEFF", StandardCharsets.UTF_8)).containsExactly("HUB-CSV-001");
    }

    @Test
    void aHeaderAloneIsFine() {
        Opening.Opened opened = (Opening.Opened) open(jobcenter(), HEADER, "windows-1252");

        assertThat(codes(opened.findings())).containsExactly("HUB-CSV-008");
        assertThat(records(jobcenter(), HEADER.getBytes(WINDOWS))).isEmpty();
    }

    @Test
    void aMissingOrDoubledColumnRefusesTheDocument() {
        assertThat(refusal(HEADER.replace("Eintritt", "Eintrittsdatum") + GOOD, WINDOWS)).containsExactly("HUB-CSV-005");
        assertThat(refusal(HEADER.replace("Vorname", "Name") + GOOD, WINDOWS)).contains("HUB-CSV-004");
        assertThat(refusal("\"Kundennummer;" + HEADER.substring(13) + GOOD, WINDOWS)).containsExactly("HUB-CSV-003");
    }

    @Test
    void aNewOrMissingOptionalColumnIsAFinding() {
        Opening.Opened opened = (Opening.Opened) open(jobcenter(),
                HEADER.replace("PLZ", "Postleitzahl") + GOOD, "windows-1252");

        assertThat(opened.findings()).extracting(problem -> problem.code().code() + " " + problem.place().field())
                .containsExactly("HUB-CSV-006 PLZ", "HUB-CSV-007 no. 7");
    }

    @Test
    void aHeaderIsTrimmedAndMayEndInEmptyColumns() {
        assertThat(records(jobcenter(), (HEADER.replace(";Name;", "; Name\u00A0;").replace("\r\n", ";;\r\n") + GOOD)
                .getBytes(WINDOWS))).hasSize(1);
    }

    @Test
    void aByteOrderMarkWinsOverTheDeclaredCharset() {
        byte[] document = ("\uFEFF" + HEADER + GOOD).getBytes(StandardCharsets.UTF_8);
        Opening.Opened opened = (Opening.Opened) jobcenter().open(DocumentContent.of(document), ReadMark.START);

        assertThat(codes(opened.findings())).containsExactly("HUB-CSV-009");
        assertThat(value(records(jobcenter(), document).getFirst(), "Name")).isEqualTo("Müller");
    }

    @Test
    void aDocumentInAnotherCharsetIsRefusedWithTheCharsetItLooksLike() {
        assertThat(refusal(HEADER + GOOD, StandardCharsets.UTF_8)).containsExactly("HUB-CSV-002");
        assertThat(refusal(HEADER + GOOD, StandardCharsets.UTF_16)).containsExactly("HUB-CSV-002");
        assertThat(refusal(HEADER + GOOD, StandardCharsets.UTF_16LE)).containsExactly("HUB-CSV-002");
        Translator utf8 = Connectors.receiving(Connectors.JOBCENTER.replace("windows-1252", "UTF-8"),
                Connectors.JOBCENTER_RECEIVE);
        Opening.RefusedDocument refused = (Opening.RefusedDocument) open(utf8, HEADER + GOOD, "windows-1252");
        assertThat(refused.problems().getFirst().text()).contains("looks like windows-1252");
    }

    @Test
    void noProblemRepeatsAValueOfADocumentWithoutHeader() {
        Opening.RefusedDocument refused = (Opening.RefusedDocument) open(jobcenter(),
                "17;Schmidt;Schmidt;1;2;3;4;5;6;7;8;9\r\n", "windows-1252");

        assertThat(refused.problems().toString()).doesNotContain("Schmidt");
    }

    private static List<String> refusal(String document, Charset charset) {
        Opening opening = open(jobcenter(), document, charset.name());
        assertThat(opening).isInstanceOf(Opening.RefusedDocument.class);
        return codes(((Opening.RefusedDocument) opening).problems());
    }

    /** So many x. */
    private static final class Repeated extends InputStream {

        private long left;

        Repeated(long length) {
            this.left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            java.util.Arrays.fill(into, from, from + count, (byte) 'x');
            left -= count;
            return count;
        }
    }

    private static final String WITH_TITLE = """
            receive:
              delivery: events
              format: {type: csv, delimiter: "|", headerRow: 3, unusedColumns: ["Tel. (2)", Bemerkung]}
            """;
    private static final String READS_TELEPHONE = """
            record: {key: [Nr]}
            fields:
              case.number: {from: Nr}
              event.occurredOn: {from: Datum}
              unit.telephone: {from: Tel.}
            events: [{type: case.opened}]
            """;

    @Test
    void whatStandsAboveTheHeaderIsSkippedAlsoAnUnclosedQuote() {
        Translator translator = Connectors.receiving(WITH_TITLE, READS_TELEPHONE);
        byte[] document = "Liste \"Stand\n\nNr|Datum|Tel.|Tel.|Bemerkung|\n7|2026-11-03|05221 1|05221 2|\"a\nb\"|\n"
                .getBytes(StandardCharsets.UTF_8);

        List<RawRecord> records = records(translator, document);

        assertThat(records).hasSize(1);
        assertThat(records.getFirst().line()).isEqualTo(4);
        assertThat(value(records.getFirst(), "Tel.")).isEqualTo("05221 1");
        assertThat(value(records.getFirst(), "Tel. (2)")).isEqualTo("05221 2");
        assertThat(value(records.getFirst(), "Bemerkung")).isEqualTo("a\nb");
    }

    @Test
    void twoColumnsOfOneNameAreRefusedWhereTheConnectorDoesNotTellThemApart() {
        Translator translator = Connectors.receiving(WITH_TITLE.replace("\"Tel. (2)\", ", ""), READS_TELEPHONE);

        Opening opening = open(translator, "Liste\n\nNr|Datum|Tel.|Tel.|Bemerkung\n1|2026-11-03|||\n", "UTF-8");

        assertThat(codes(((Opening.RefusedDocument) opening).problems())).containsExactly("HUB-CSV-004");
    }

    @Test
    void aDocumentThatEndsAboveItsHeaderIsRefused() {
        Opening opening = open(Connectors.receiving(WITH_TITLE, READS_TELEPHONE), "Liste\n", "UTF-8");

        assertThat(codes(((Opening.RefusedDocument) opening).problems())).containsExactly("HUB-CSV-001");
    }
}
