package de.kimhub.translation;

import static de.kimhub.translation.Connectors.records;
import static de.kimhub.translation.XmlConnectors.bytes;
import static de.kimhub.translation.XmlConnectors.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class XmlReadingPropertiesTest {

    private final Translator xml = XmlConnectors.translator();

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> record = Arbitraries.of(message(1), message(2, "<!-- ž>< --><![CDATA[<m:Meldung.1>]]>"),
                message(3, "<?pi <a?>"), message(4).replace("A-4", "\uD835\uDD04"), "<m:fremd/>", "<m:fremd a='>'>ü</m:fremd>",
                message(5).replace("A-5", "&x;"), "<Meldung.1/>", "Text", "<![CDATA[x]]>",
                message(6, "y".repeat(3000)), message(7).replace("Meldung.1", "Meldung.2"));
        Arbitrary<String> between = Arbitraries.of("", "\n", " \r\n\t", "<!-- a\n -- -->", "<?x y?>\n", "<!--<m:a>-->");
        Arbitrary<String> behind = Arbitraries.of("</m:sammlung>", "\n</m:sammlung>\n<!--e-->", "", "\n", "</m:falsch>",
                "</m:sammlung><zuviel/>", "<!DOCTYPE a>", "</m:sammlung>Text", "<", "<m:a", "<!-- offen", "</m:sammlung");
        return Combinators.combine(Arbitraries.of("", "\uFEFF", "<?xml version='1.0'?>\r\n<!--ü-->"),
                        Combinators.combine(record, between).as(String::concat).list().ofMaxSize(6), behind)
                .as((before, parts, end) -> before + "<m:sammlung xmlns:m='" + XmlConnectors.NEW + "'>"
                        + String.join("", parts) + end);
    }

    private List<RawRecord> read(byte[] document) {
        Opening opening = xml.open(DocumentContent.of(document), ReadMark.START);
        return opening instanceof Opening.Opened ? records(xml, document) : List.of();
    }

    @Property(tries = 500)
    void everyByteBelongsToTheHeaderOrToOneRecord(@ForAll("documents") String text) {
        byte[] document = bytes(text);
        List<RawRecord> records = read(document);

        long end = records.isEmpty() ? 0 : records.getFirst().offset();
        for (RawRecord record : records) {
            assertThat(record.offset()).isEqualTo(end);
            end = record.offset() + record.length();
            String before = new String(document, 0, (int) record.offset(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(record.line()).isEqualTo(before.chars().filter(c -> c == '\n').count() + 1);
        }
        assertThat(records.isEmpty() || end == document.length).isTrue();
    }

    @Property(tries = 500)
    void goingOnAtAnyMarkGivesTheSameRecords(@ForAll("documents") String text, @ForAll @IntRange(min = 1, max = 3) int some)
            throws IOException {
        byte[] document = bytes(text);
        List<RawRecord> atOnce = read(document);
        List<RawRecord> inSlices = new ArrayList<>();
        ReadMark mark = ReadMark.START;
        List<RawRecord> next = null;
        while (!atOnce.isEmpty() && (next == null || !next.isEmpty())) {
            try (RecordReader reader = ((Opening.Opened) xml.open(DocumentContent.of(document), mark)).reader()) {
                next = reader.read(some);
                mark = next.isEmpty() ? mark : reader.mark();
            }
            inSlices.addAll(next);
        }
        assertThat(inSlices.stream().map(XmlReadingPropertiesTest::shown).toList())
                .isEqualTo(atOnce.stream().map(XmlReadingPropertiesTest::shown).toList());
    }

    private static String shown(RawRecord record) {
        return record.number() + " " + record.line() + " " + record.offset() + " " + record.length() + " "
                + XmlReadingTest.code(record);
    }

    @Property(tries = 300)
    void everyRecordIsReadTheSameFromTheHeaderAndItsOwnBytes(@ForAll("documents") String text) {
        byte[] document = bytes(text);
        List<RawRecord> records = read(document);
        for (RawRecord record : records) {
            int header = (int) records.getFirst().offset();
            byte[] replay = Arrays.copyOf(document, header + (int) record.length());
            System.arraycopy(document, (int) record.offset(), replay, header, (int) record.length());
            Opening opening = xml.open(DocumentContent.of(replay), ReadMark.START);
            boolean readable = record instanceof RawRecord.Readable;
            assertThat(readable && !(opening instanceof Opening.Opened)).isFalse();
            if (readable) {
                RawRecord again = records(xml, replay).getFirst();
                assertThat(again).isInstanceOf(RawRecord.Readable.class);
                assertThat(((RawRecord.Readable) again).row().values("nachricht/uuid"))
                        .isEqualTo(((RawRecord.Readable) record).row().values("nachricht/uuid"));
            }
        }
    }

    @Property(tries = 500)
    void garbageNeverThrows(@ForAll("documents") String text, @ForAll @IntRange(max = 2000) int at, @ForAll byte other) {
        byte[] document = bytes(text);
        document[at % document.length] = other;

        read(document).forEach(record -> {
            if (record instanceof RawRecord.Readable readable) {
                assertThat(xml.translate(readable)).isNotNull();
            }
        });
        read(Arrays.copyOf(document, at % document.length));
    }
}
