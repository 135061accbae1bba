package de.kimhub.translation;

import static de.kimhub.translation.Connectors.codes;
import static de.kimhub.translation.Connectors.records;
import static de.kimhub.translation.XmlConnectors.bytes;
import static de.kimhub.translation.XmlConnectors.collection;
import static de.kimhub.translation.XmlConnectors.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlSecurityTest {

    private static final String LAUGHS = """
            <!DOCTYPE m:sammlung [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
            """;

    private final Translator xml = XmlConnectors.translator();

    @TempDir
    Path folder;

    private List<String> outcome(String document) {
        Opening opening = xml.open(DocumentContent.of(bytes(document)), ReadMark.START);
        return opening instanceof Opening.RefusedDocument refused ? codes(refused.problems())
                : records(xml, bytes(document)).stream().map(XmlReadingTest::code).toList();
    }

    @Test
    void documentTypesAreRefusedWhereverTheyStand() {
        String collection = collection(message(1).replace("A-1", "&d;"), message(2));

        assertThat(outcome(collection.replaceFirst("\n", "\n" + LAUGHS))).containsExactly("HUB-XML-002");
        assertThat(outcome(collection.replace("<m:Meldung.1", LAUGHS + "<m:Meldung.1"))).containsExactly("HUB-XML-002");
        assertThat(outcome(collection.replace("&d;", LAUGHS))).containsExactly("HUB-XML-002");
        assertThat(outcome(collection)).containsExactly("HUB-XML-020", "read");
    }

    @Test
    void nothingIsReadFromFilesOrTheNetwork() throws Exception {
        Path secret = Files.writeString(folder.resolve("geheim.txt"), "A-geheim");
        noConnection(port -> {
            for (String address : List.of(secret.toUri().toString(), "http://127.0.0.1:" + port + "/x.dtd")) {
                String document = collection(message(1).replace("A-1", "&x;"));
                for (String type : List.of("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + address + "\">]>\n",
                        "<!DOCTYPE a SYSTEM \"" + address + "\">\n",
                        "<!DOCTYPE a [<!ENTITY % p SYSTEM \"" + address + "\"> %p;]>\n")) {
                    assertThat(outcome(document.replaceFirst("\n", "\n" + type))).containsExactly("HUB-XML-002");
                }
                String hinted = message(1).replace(" version", " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " i:schemaLocation=\"" + XmlConnectors.NEW + " " + address + "\" version");
                String include = message(2, "<i:include xmlns:i=\"http://www.w3.org/2001/XInclude\" href=\"" + address
                        + "\"/>");
                assertThat(outcome(collection(hinted, include))).containsExactly("read", "read");
                assertThat(outcome("<?xml version=\"1.0\"?><?xml-stylesheet href=\"" + address + "\"?>"
                        + collection(message(1)).substring(collection().indexOf('\n')))).containsExactly("read");
            }
        });
    }

    interface WithPort {
        void run(int port) throws Exception;
    }

    /** Fails when anybody connects to the port. */
    static void noConnection(WithPort work) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            work.run(listening.getLocalPort());
            listening.setSoTimeout(50);
            ThrowingCallable waiting = listening::accept;
            org.assertj.core.api.Assertions.assertThatThrownBy(waiting).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void whatIsTooDeepOrTooManyIsRefusedAlone() {
        Translator large = Connectors.receiving(XmlConnectors.FORMAT.replace("maxRecordLength: 3000",
                "maxRecordLength: 10000000"), XmlConnectors.receive());
        StringBuilder attributes = new StringBuilder("<a");
        for (int i = 0; i < 10_001; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        byte[] document = bytes(collection(
                message(1, "<a>".repeat(99) + "</a>".repeat(99)),
                message(2, "<a>".repeat(100) + "</a>".repeat(100)),
                message(3, "<a>".repeat(50_000) + "</a>".repeat(50_000)),
                message(4, "<a>" + "<b/>".repeat(10_000) + "</a>"),
                message(5, "<a>" + "<b/>".repeat(10_001) + "</a>"),
                message(6, attributes + "/>"),
                message(7, ("<a>" + "<b/>".repeat(9_999) + "</a>").repeat(6)),
                message(8)));

        assertThat(records(large, document)).extracting(XmlReadingTest::code).containsExactly("read", "HUB-XML-022",
                "HUB-XML-022", "read", "HUB-XML-022", "HUB-XML-022", "HUB-XML-022", "read");
    }

    /** A document that is never in memory as a whole: a beginning, something very often, an end. */
    static DocumentContent endless(String before, String again, long times, String behind) {
        byte[] first = bytes(before);
        byte[] middle = bytes(again);
        byte[] last = bytes(behind);
        long size = first.length + middle.length * times + last.length;
        return new DocumentContent() {
            @Override
            public InputStream openAt(long offset) {
                return new InputStream() {
                    private long at = offset;

                    @Override
                    public int read() {
                        byte[] one = new byte[1];
                        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
                    }

                    @Override
                    public int read(byte[] to, int from, int length) {
                        long inside = at - first.length;
                        long behindMiddle = inside - middle.length * times;
                        byte[] part = inside < 0 ? first : behindMiddle < 0 ? middle : last;
                        int index = (int) (inside < 0 ? at : behindMiddle < 0 ? inside % middle.length : behindMiddle);
                        int count = Math.min(length, part.length - index);
                        System.arraycopy(part, index, to, from, count);
                        at += count;
                        return count == 0 ? -1 : count;
                    }
                };
            }

            @Override
            public long size() {
                return size;
            }
        };
    }

    @Test
    void whatIsVeryLongIsRefusedWithoutBeingHeld() throws IOException {
        long times = 400_000;
        String kilobyte = "x".repeat(1000);
        List<String> places = new ArrayList<>(List.of("<a b=\"?\"/>", "<a>?</a>", "<!--?-->", "<![CDATA[?]]>"));
        for (String place : places) {
            String[] parts = collection(message(1, place.replace("?", "#")), message(2)).split("#", 2);
            assertThat(outcome(endless(parts[0], kilobyte, times, parts[1]))).as(place).containsExactly("HUB-CSV-020", "read");
        }
        String[] between = collection(message(1), "<!--#-->" + message(2)).split("#", 2);
        assertThat(outcome(endless(between[0], kilobyte, times, between[1]))).containsExactly("read", "read");
        String[] before = ("<!--#-->" + message(1)).split("#", 2);
        assertThat(outcome(endless(before[0], kilobyte, times, before[1]))).containsExactly("HUB-CSV-020");
        String[] root = collection(message(1)).replace("täglich", "#").split("#", 2);
        assertThat(outcome(endless(root[0], kilobyte, times, root[1]))).containsExactly("HUB-CSV-020");
    }

    private List<String> outcome(DocumentContent content) throws IOException {
        Opening opening = xml.open(content, ReadMark.START);
        if (opening instanceof Opening.RefusedDocument refused) {
            return codes(refused.problems());
        }
        List<String> all = new ArrayList<>();
        try (RecordReader reader = ((Opening.Opened) opening).reader()) {
            for (List<RawRecord> some = reader.read(10); !some.isEmpty(); some = reader.read(10)) {
                some.forEach(record -> all.add(XmlReadingTest.code(record)));
            }
        }
        return all;
    }

    @Test
    void aHundredThousandMessagesAreStreamed() throws IOException {
        String message = message(1) + "\n";
        String[] parts = collection("#").split("#", 2);
        DocumentContent content = endless(parts[0], message, 100_000, parts[1]);
        long count = 0;
        long end = 0;
        try (RecordReader reader = ((Opening.Opened) xml.open(content, ReadMark.START)).reader()) {
            for (List<RawRecord> some = reader.read(500); !some.isEmpty(); some = reader.read(500)) {
                assertThat(some).hasSizeLessThanOrEqualTo(500).allMatch(RawRecord.Readable.class::isInstance);
                count += some.size();
                end = some.getLast().offset() + some.getLast().length();
            }
        }
        assertThat(count).isEqualTo(100_000);
        assertThat(end).isEqualTo(content.size());
    }

    @Test
    void aBatchOfLargeRecordsEndsEarly() throws IOException {
        Translator large = Connectors.receiving(XmlConnectors.FORMAT.replace("maxRecordLength: 3000",
                "maxRecordLength: 1000000"), XmlConnectors.receive());
        String[] parts = collection("#").split("#", 2);
        DocumentContent content = endless(parts[0], message(1, "<m:grund>" + "x".repeat(900_000) + "</m:grund>"), 50,
                parts[1]);

        try (RecordReader reader = ((Opening.Opened) large.open(content, ReadMark.START)).reader()) {
            assertThat(reader.read(500)).hasSize(5);
        }
    }
}
