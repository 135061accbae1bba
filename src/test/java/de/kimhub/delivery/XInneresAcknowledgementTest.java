package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Descriptor;
import de.kimhub.connector.Endpoint;
import de.kimhub.connector.HubConfiguration.Clearing;
import de.kimhub.connector.Instance;
import de.kimhub.message.EventType;
import de.kimhub.message.ProblemCode;
import de.kimhub.testing.Database;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class XInneresAcknowledgementTest {

    static final Clearing CLEARING = new Clearing("Kreis Muster, KIM-Hub", "kim:05758", "Beispielstraße", "1", "32049",
            "Herford", "kim@example.invalid", "05221 13-0000");
    private static final String HEAD = """
            <nachrichtenkopf.g2g><identifikation.nachricht>\
            <nachrichtenUUID>6f1c1b2e-0001-4c5d-8a11-%s</nachrichtenUUID>\
            <nachrichtentyp listURI="urn:de:xauslaender:codelist:nachrichtentyp" listVersionID="19"><code>%s</code></nachrichtentyp>\
            <erstellungszeitpunkt>2026-11-22T08:15:30.123+01:00</erstellungszeitpunkt></identifikation.nachricht>\
            <leser><verzeichnisdienst listVersionID="1"><code>DVDV</code></verzeichnisdienst><kennung>kim:05758</kennung><name>Hub</name></leser>\
            <autor><verzeichnisdienst listVersionID="1"><code>DVDV</code></verzeichnisdienst><kennung>azr:048300</kennung>\
            <name>Kreis Muster, Ausländerbehörde &amp; Co</name></autor></nachrichtenkopf.g2g>""";

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keyFolder;

    private final Stored stored = new Stored();
    private World world;
    private int office;
    private Instance instance;
    private Connector former;
    private Acknowledgements acknowledgements;

    @BeforeEach
    void anOfficeThatReadsXInneres() {
        world = new World(database, keyFolder);
        Endpoint endpoint = new Endpoint("folder", Map.of());
        office = world.instance("abh", "ledger", 100);
        Descriptor descriptor = new Descriptor("abh", "abh", "auslaenderbehoerde", false,
                Optional.of(new Descriptor.Receives(Descriptor.Delivery.EVENTS, Descriptor.AcknowledgementFormat.XINNERES)),
                Optional.empty(), Set.of(Descriptor.Capability.READS_ACKNOWLEDGEMENTS), "test", "test", Period.ofDays(7));
        instance = new Instance("abh", "Ausländerbehörde „Muster“", new Connector(descriptor, new LineTranslator(), "1", Path.of(".")),
                "05758004", "auslaenderbehoerde", Optional.of(endpoint), Optional.empty(), Optional.of(endpoint), 1, 100, "");
        acknowledgements = acknowledgements(stored);
    }

    @Test
    void eachRefusedMessageIsGivenBackAloneWithTheReason() throws Exception {
        long document = document(1);
        refuse(document, 2, "xa:personalien/name", "HUB-MAP-003", 0);
        stored.records.put(2L, collection("000000070001", "070001", "<xa:name>Testfamilie</xa:name>"));

        List<Document> sent = sent();

        assertThat(sent).hasSize(1);
        Document rejection = sent.getFirst();
        assertThat(rejection.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.osci.de/xinneres/rueckweisung/6");
        assertThat(rejection.getDocumentElement().getLocalName()).isEqualTo("rueckweisung.asynchron.0010");
        assertThat(value(rejection, "count(//*[namespace-uri() != ''])")).isEqualTo("1");
        assertThat(value(rejection, "/*/nachrichtenkopf.g2g/leser/kennung")).isEqualTo("azr:048300");
        assertThat(value(rejection, "/*/nachrichtenkopf.g2g/leser/name")).isEqualTo("Kreis Muster, Ausländerbehörde & Co");
        assertThat(value(rejection, "/*/nachrichtenkopf.g2g/autor/kennung")).isEqualTo("kim:05758");
        assertThat(value(rejection, "//erstellungszeitpunkt")).isEqualTo("2026-11-22T11:00:00.120+01:00");
        assertThat(value(rejection, "/*/rueckweisung/rueckweisendeStelle/pruefinstanz")).isEqualTo("Kreis Muster, KIM-Hub");
        assertThat(value(rejection, "/*/rueckweisung/rueckweisungsgrund/grund/code")).isEqualTo("S011");
        assertThat(value(rejection, "//fehlerbeschreibung"))
                .isEqualTo("HUB-MAP-003: Der Wert \"steht\" nicht in der Schlüsseltabelle. (xa:personalien/name)")
                .doesNotContain("Testfamilie");
        assertThat(value(rejection, "/*/rueckweisung/idNachricht/nachrichtenUUID")).isEqualTo("6f1c1b2e-0001-4c5d-8a11-000000070001");
        assertThat(value(rejection, "/*/rueckweisung/idNachricht/nachrichtentyp/@listVersionID")).isEqualTo("19");
        Document back = parse(Base64.getDecoder().decode(value(rejection, "/*/rueckweisung/nachricht")));
        assertThat(back.getDocumentElement().getLocalName()).isEqualTo("nachricht");
        assertThat(back.getDocumentElement().getNamespaceURI()).isEqualTo("urn:xa");
        assertThat(value(back, "/*/*[local-name() = 'name' and namespace-uri() = 'urn:xa']")).isEqualTo("Testfamilie");
        assertThat(world.transport.attempts().getFirst().fileName()).endsWith(".xml");
    }

    @Test
    void aSingleMessageIsGivenBackAsItCame() throws Exception {
        String message = "<xa:nachricht xmlns:xa='urn:xa' test='TEST'>" + HEAD.formatted("000000070001", "070001") + "</xa:nachricht>\n";
        refuse(document(1), 1, null, "HUB-MAP-003", 0);
        stored.records.put(1L, new SourceMessages.Message("<?xml version='1.0'?>\n<!-- a -->".getBytes(StandardCharsets.UTF_8),
                message.getBytes(StandardCharsets.UTF_8)));

        Document rejection = sent().getFirst();

        assertThat(new String(Base64.getDecoder().decode(value(rejection, "//nachricht")), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version='1.0'?>\n<!-- a -->" + message);
        assertThat(value(rejection, "/*/@test")).isEqualTo("TEST");
    }

    @Test
    void aMessageThatCannotBeReadIsRefusedWithoutItsIdentification() throws Exception {
        refuse(document(1), 1, null, "HUB-XYZ-999", 0);
        stored.records.put(1L, new SourceMessages.Message(new byte[0], "<a><b>".getBytes(StandardCharsets.UTF_8)));

        Document rejection = sent().getFirst();

        assertThat(value(rejection, "//rueckweisungsgrund/grund/code")).isEqualTo("S999");
        assertThat(value(rejection, "//grundSpezifisch/fehlerbeschreibung")).startsWith("HUB-XYZ-999: ");
        assertThat(value(rejection, "count(//idNachricht)")).isEqualTo("0");
        assertThat(value(rejection, "//leser/name")).isEqualTo("Ausländerbehörde \"Muster\"");
        assertThat(value(rejection, "//nachricht")).isEqualTo(Base64.getEncoder().encodeToString("<a><b>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDocumentRefusedAsAWholeIsOneRejection() throws Exception {
        long document = document(2);
        world.jdbc.update("update hub.source_document set code = 'HUB-MAP-003' where id = ?", document);
        stored.whole = "no xml".getBytes(StandardCharsets.UTF_8);

        List<Document> sent = sent();

        assertThat(sent).hasSize(1);
        assertThat(value(sent.getFirst(), "//grund/code")).isEqualTo("S011");
        assertThat(new String(Base64.getDecoder().decode(value(sent.getFirst(), "//nachricht")), StandardCharsets.UTF_8)).isEqualTo("no xml");
    }

    @Test
    void severalMessagesRefusedAsAWholeAreNotRejectedInTheNameOfOne() throws Exception {
        long document = document(2);
        world.jdbc.update("update hub.source_document set code = 'HUB-MAP-003' where id = ?", document);
        String first = "<nachrichten>" + "<a>" + HEAD.formatted("000000070001", "070001") + "</a>";
        stored.whole = (first + "<a>" + HEAD.formatted("000000070002", "070001") + "</a></nachrichten>").getBytes(StandardCharsets.UTF_8);

        Document rejection = sent().getFirst();

        assertThat(value(rejection, "count(//idNachricht)")).isEqualTo("0");
        assertThat(value(rejection, "//leser/name")).isEqualTo("Ausländerbehörde \"Muster\"");
        assertThat(value(rejection, "//leser/kennung")).isEqualTo("unbekannt");
        MessageXml one = new MessageXml(new SourceMessages.Message(new byte[0],
                (first + "</nachrichten>").getBytes(StandardCharsets.UTF_8)));
        assertThat(XInneresAnswers.isIdentified(one.onlyHead())).as("one message").isTrue();
    }

    @Test
    void theFormIsThatOfTheVersionTheDocumentCameInUnder() {
        document(1);
        Descriptor now = instance.connector().descriptor();
        Descriptor before = new Descriptor(now.id(), now.title(), now.authority(), false,
                Optional.of(new Descriptor.Receives(Descriptor.Delivery.EVENTS, Descriptor.AcknowledgementFormat.CSV)),
                Optional.empty(), Set.of(Descriptor.Capability.READS_ACKNOWLEDGEMENTS), "test", "test", Period.ofDays(7));
        former = new Connector(before, new LineTranslator(), "v", Path.of("."));

        acknowledgements.prepare();

        assertThat(world.count("hub.source_document where not acknowledged"))
                .as("there is no form for CSV in this test, so it waits").isEqualTo(1);
    }

    @Test
    void aProcessedDisclosureBlockHasAReceiptAndNothingElseHas() throws Exception {
        long document = document(1);
        event(document, 1, EventType.PERSON_MOVED);
        event(document, 2, EventType.DISCLOSURE_BLOCK_SET);
        event(document, 3, EventType.DISCLOSURE_BLOCK_SET);
        stored.records.put(1L, collection("000000030101", "030101", ""));
        stored.records.put(2L, collection("000000030112", "030112", event("ereignis", "E-7")));
        stored.records.put(3L, collection("000000070022", "070022", ""));
        event(document, 4, EventType.DISCLOSURE_BLOCK_SET);
        stored.records.put(4L, collection("000000030101", "030101", event("ereignis", "E-8")
                + event("quittungsrelevanterSachverhalt", "Q-8") + event("quittungsrelevanterSachverhalt", "Q-9")));

        List<Document> sent = sent();

        assertThat(sent).hasSize(2);
        assertThat(value(sent.get(1), "//ursprungsereignis/ereignis.zeichen")).isEqualTo("Q-8");
        Document receipt = sent.getFirst();
        assertThat(receipt.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.osci.de/xinneres/quittung/5");
        assertThat(receipt.getDocumentElement().getLocalName()).isEqualTo("quittungVonSachverhalten.quittung.0020");
        assertThat(value(receipt, "/*/ursprungsnachricht/nachrichtenUUID")).isEqualTo("6f1c1b2e-0001-4c5d-8a11-000000030112");
        assertThat(value(receipt, "/*/quittung/ursprungsereignis/ereignis.zeichen")).isEqualTo("E-7");
        assertThat(value(receipt, "/*/quittung/sachverhalt/code")).isEqualTo("1");
    }

    @Test
    void anAcceptedDocumentYieldsNoMessageAndAReplayedRecordNoRejection() throws Exception {
        document(1);
        refuse(document(1), 1, null, "HUB-MAP-003", 1);

        assertThat(sent()).isEmpty();
        assertThat(world.count("hub.source_document where not acknowledged")).isZero();
    }

    @Test
    void killedBeforeTheDocumentIsMarkedNothingIsSealedAndTheNextAttemptSealsTheSameMessage() throws Exception {
        refuse(document(1), 1, null, "HUB-MAP-003", 0);
        refuse(document(1), 1, null, "HUB-MAP-003", 0);
        stored.records.put(1L, collection("000000070001", "070001", ""));
        stored.failAt = 2;

        acknowledgements.prepare();
        assertThat(world.count("hub.delivery_batch")).isZero();
        assertThat(world.count("hub.source_document where not acknowledged")).isEqualTo(2);

        List<Document> sent = sent();
        acknowledgements.prepare();
        assertThat(sent).hasSize(2);
        assertThat(world.count("hub.delivery_batch")).isEqualTo(2);
        assertThat(sent.stream().map(message -> value(message, "/*/nachrichtenkopf.g2g//nachrichtenUUID")).distinct()).hasSize(2)
                .allSatisfy(uuid -> assertThat(uuid).matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void withoutTheHubsAddressTheyWait() {
        document(1);
        new Acknowledgements(world.jdbc, world.transactions, directory(), new FinishedDocuments(world.jdbc, world.keys),
                new BatchStore(world.jdbc, world.keys), Map.of(), world.wakeUp()).prepare();

        assertThat(world.count("hub.source_document where not acknowledged")).isEqualTo(1);
    }

    private Acknowledgements acknowledgements(SourceMessages messages) {
        FinishedDocuments documents = new FinishedDocuments(world.jdbc, world.keys);
        XInneresAcknowledgement form = new XInneresAcknowledgement(documents, messages,
                code -> code.equals("HUB-MAP-003") ? Optional.of(new UnknownCode()) : Optional.empty(), world.keys, CLEARING,
                Clock.fixed(Instant.parse("2026-11-22T10:00:00.120Z"), ZoneOffset.UTC));
        return new Acknowledgements(world.jdbc, world.transactions, directory(), documents,
                new BatchStore(world.jdbc, world.keys), Map.of(Descriptor.AcknowledgementFormat.XINNERES, form), world.wakeUp());
    }

    private InstanceDirectory directory() {
        return new InstanceDirectory() {
            @Override
            public int numberOf(String instanceId) {
                return office;
            }

            @Override
            public Optional<Instance> byNumber(int number) {
                return Optional.of(instance);
            }

            @Override
            public Instance asOf(String definition, Instance source) {
                return former == null ? source : source.with(former);
            }
        };
    }

    private List<Document> sent() throws Exception {
        acknowledgements.prepare();
        world.worker().drain(office, Delivery.ACKNOWLEDGEMENTS);
        List<Document> documents = new ArrayList<>();
        for (Parcel parcel : world.transport.attempts()) {
            documents.add(parse(parcel.bytes()));
        }
        return documents;
    }

    private long document(int state) {
        int position = world.count("hub.source_document") + 1;
        return world.jdbc.queryForObject("""
                insert into hub.source_document (instance_no, position, handover, size, chunks, definition, first_load, state,
                                                 finished_at)
                values (?, ?, ?, 1, 1, 'v', false, ?, now()) returning id""", Long.class, office, position,
                world.keys.digest("handover", "d" + position), state);
    }

    private void refuse(long document, long record, String field, String code, int state) {
        world.jdbc.update("""
                insert into hub.quarantine (document_id, instance_no, record_no, line_no, byte_offset, byte_length,
                                            field, code, message, hold_until, state)
                values (?, ?, ?, 1, 0, 0, ?, ?, 'x', now(), ?)""", document, office, record, field, code, state);
    }

    private void event(long document, long record, EventType type) {
        world.jdbc.update("""
                insert into hub.event (document_id, record_no, occurred_on, instance_no, type, kind, state, rules)
                values (?, ?, date '2026-11-21', ?, ?, 0, 0, 'v1')""", document, record, office, type.number());
    }

    private static String event(String kind, String sign) {
        return "<identifikation." + kind + "><ereignis.zeitpunkt>2026-11-21T10:00:00+01:00</ereignis.zeitpunkt>"
                + "<ereignis.zeichen>" + sign + "</ereignis.zeichen></identifikation." + kind + ">";
    }

    /** The second message of a collection, whose prefix the collection declares; others stand before it. */
    private static SourceMessages.Message collection(String uuidEnd, String type, String content) {
        return new SourceMessages.Message("<?xml version='1.0' encoding='UTF-8'?>\n<nachrichten xmlns:xa='urn:xa'>\n".getBytes(StandardCharsets.UTF_8),
                ("<xa:nachricht>" + HEAD.formatted(uuidEnd, type) + content + "</xa:nachricht>\n</nachrichten>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Document parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    static String value(Document document, String path) {
        try {
            return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
        } catch (javax.xml.xpath.XPathExpressionException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** What intake keeps. */
    private static final class Stored implements SourceMessages {

        private final Map<Long, Message> records = new HashMap<>();
        private byte[] whole;
        private int failAt = -1;
        private int asked;

        @Override
        public Optional<Message> refused(long documentId, long recordNo) {
            if (++asked == failAt) {
                throw new IllegalStateException("killed");
            }
            return Optional.ofNullable(records.get(recordNo));
        }

        @Override
        public Optional<byte[]> document(long documentId) {
            return Optional.ofNullable(whole);
        }

        @Override
        public Map<Long, Message> records(Instance source, long documentId, Set<Long> numbers) {
            Map<Long, Message> found = new TreeMap<>(records);
            found.keySet().retainAll(numbers);
            return found;
        }
    }

    private record UnknownCode() implements ProblemCode {
        @Override
        public String code() {
            return "HUB-MAP-003";
        }

        @Override
        public String germanText() {
            return "Der Wert „steht“ nicht in der Schlüsseltabelle.";
        }

        @Override
        public String xinneresCode() {
            return "S011";
        }
    }
}
