package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CsvReadingPropertiesTest {

    private static final String DESCRIPTOR = """
            receive:
              delivery: events
              format: {type: csv, charset: UTF-8, maxRecordLength: 300}
            """;
    private static final String RECEIVE = """
            record: {key: [A]}
            fields:
              case.number: {from: A, required: true}
              unit.name: {from: B, optional: true}
              event.occurredOn: {constant: "@today"}
            events:
              - type: case.opened
                fields: {measure.name: {from: C, optional: true}}
            """;

    private final Translator translator = Connectors.receiving(DESCRIPTOR, RECEIVE);

    @Property(tries = 300)
    void whatIsWrittenAsCsvIsReadBackTheSame(@ForAll("rows") List<List<String>> rows) {
        List<List<String>> read = new ArrayList<>();
        for (RawRecord record : Connectors.records(translator, csv(rows))) {
            SourceRow row = ((RawRecord.Readable) record).row();
            read.add(List.of("A", "B", "C").stream().map(row::value).map(text -> text == null ? "" : text).toList());
        }
        assertThat(read).isEqualTo(rows);
    }

    @Property(tries = 300)
    void goingOnAtAnyMarkGivesTheSameRecords(@ForAll("documents") byte[] document, @ForAll @IntRange(min = 1, max = 4) int step)
            throws IOException {
        List<String> inOneGo = described(Connectors.records(translator, document, ReadMark.START, 1000));
        List<String> inSteps = new ArrayList<>();
        ReadMark mark = ReadMark.START;
        while (true) {
            try (RecordReader reader = reader(DocumentContent.of(document), mark)) {
                List<RawRecord> some = reader.read(step);
                if (some.isEmpty()) {
                    break;
                }
                inSteps.addAll(described(some));
                mark = reader.mark();
            }
        }
        assertThat(inSteps).isEqualTo(inOneGo);
    }

    @Property(tries = 300)
    void theSizesInWhichBytesArriveDoNotMatter(@ForAll("documents") byte[] document,
                                               @ForAll @IntRange(min = 1, max = 40) int size) throws IOException {
        List<RawRecord> dripped = reader(dripping(document, size), ReadMark.START).read(10_000);

        assertThat(described(dripped)).isEqualTo(described(Connectors.records(translator, document)));
    }

    @Property(tries = 300)
    void everyByteBelongsToTheHeaderARecordOrABlankLine(@ForAll("documents") byte[] document) {
        long end = 6;
        for (RawRecord record : Connectors.records(translator, document)) {
            String between = new String(document, (int) end, (int) (record.offset() - end), StandardCharsets.ISO_8859_1);
            assertThat(between).matches("[;\\s]*");
            end = record.offset() + record.length();
        }
        assertThat(new String(document, (int) end, (int) (document.length - end), StandardCharsets.ISO_8859_1))
                .matches("[;\\s]*");
    }

    @Property(tries = 500)
    void garbageNeverThrows(@ForAll @Size(max = 2000) byte[] garbage, @ForAll boolean behindHeader) throws IOException {
        byte[] document = garbage;
        if (behindHeader) {
            byte[] header = "A;B;C\n".getBytes(StandardCharsets.UTF_8);
            document = java.util.Arrays.copyOf(header, header.length + garbage.length);
            System.arraycopy(garbage, 0, document, header.length, garbage.length);
        }
        if (translator.open(DocumentContent.of(document), ReadMark.START) instanceof Opening.Opened opened) {
            for (List<RawRecord> some = opened.reader().read(7); !some.isEmpty(); some = opened.reader().read(7)) {
                for (RawRecord record : some) {
                    if (record instanceof RawRecord.Readable readable) {
                        assertThat(translator.translate(readable)).isNotNull();
                    }
                }
            }
        }
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.strings().withChars("ab;\"\r\n 'äß€ş").ofMaxLength(12);
        Arbitrary<String> first = cell.map(text -> "k" + text);
        return first.list().ofMaxSize(20).flatMap(keys -> cell.list().ofSize(keys.size() * 2).map(others -> {
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                rows.add(List.of(keys.get(i), others.get(2 * i), others.get(2 * i + 1)));
            }
            return rows;
        }));
    }

    /** A header and then anything: quotes, delimiters and line ends wherever they like. */
    @Provide
    Arbitrary<byte[]> documents() {
        Arbitrary<String> piece = Arbitraries.of("\"", ";", "\n", "\r\n", "\r", "a", "ä", " ", "\0", "1;2;3\n", "1;\"2\";3\n",
                "x".repeat(200), "\"\"", "\";");
        return piece.list().ofMaxSize(60).filter(pieces -> pieces.stream().filter("\0"::equals).count() < 16).map(pieces ->
                ("A;B;C\n" + String.join("", pieces)).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder("A;B;C\r\n");
        for (List<String> row : rows) {
            text.append(String.join(";", row.stream().map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"").toList()))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private RecordReader reader(DocumentContent content, ReadMark from) {
        return ((Opening.Opened) translator.open(content, from)).reader();
    }

    private static List<String> described(List<RawRecord> records) {
        return records.stream().map(record -> record.number() + " " + record.line() + " " + record.offset() + " "
                + record.length() + " " + switch (record) {
                    case RawRecord.Readable readable -> readable.row().value("A") + "|" + readable.row().value("C");
                    case RawRecord.Unreadable unreadable -> unreadable.problem().toString();
                }).toList();
    }

    private static DocumentContent dripping(byte[] document, int size) {
        return new DocumentContent() {
            @Override
            public InputStream openAt(long offset) {
                return new ByteArrayInputStream(document, (int) offset, document.length - (int) offset) {
                    @Override
                    public synchronized int read(byte[] into, int from, int length) {
                        return super.read(into, from, Math.min(length, size));
                    }
                };
            }

            @Override
            public long size() {
                return document.length;
            }
        };
    }
}
