package de.kimhub.translation;

import static de.kimhub.translation.Connectors.accepted;
import static de.kimhub.translation.Connectors.codes;
import static de.kimhub.translation.Connectors.records;
import static de.kimhub.translation.XmlConnectors.bytes;
import static de.kimhub.translation.XmlConnectors.collection;
import static de.kimhub.translation.XmlConnectors.message;
import static de.kimhub.translation.XmlConnectors.single;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class XmlReadingTest {

    private final Translator xml = XmlConnectors.translator();

    private List<Problem> refused(byte[] document) {
        Opening opening = xml.open(DocumentContent.of(document), ReadMark.START);
        assertThat(opening).isInstanceOf(Opening.RefusedDocument.class);
        return ((Opening.RefusedDocument) opening).problems();
    }

    private List<String> refused(String document) {
        return codes(refused(bytes(document)));
    }

    static String code(RawRecord record) {
        return record instanceof RawRecord.Unreadable unreadable ? unreadable.problem().code().code() : "read";
    }

    private Translation translate(RawRecord record) {
        return xml.translate((RawRecord.Readable) record);
    }

    @Test
    void aSingleMessageIsADocumentWithOneRecord() {
        byte[] document = bytes(single(message(1), XmlConnectors.NEW));

        List<RawRecord> records = records(xml, document);

        assertThat(records).hasSize(1);
        assertThat(records.getFirst().line()).isEqualTo(3);
        var accepted = accepted(translate(records.getFirst()));
        assertThat(accepted.key()).isEqualTo("u-1");
        assertThat(accepted.caseNumber()).isEqualTo("A-1");
        assertThat(accepted.drafts().getFirst().fields().first("person.names.official.family")).isEqualTo("Šahīn-Müller");
        assertThat(accepted.findings()).isEmpty();
        assertThat(accepted.replaces()).isNull();
        assertThat(accepted.test()).isFalse();
        assertThat(xml.refusesChangedRecords()).isTrue();
    }

    @Test
    void aPrefixStandsForAllItsReleasesAndTheDocumentMayUseAnotherPrefix() {
        String old = single(message(1), XmlConnectors.OLD).replace("m:", "xyz:").replace("xmlns:m=", "xmlns:xyz=");
        byte[] document = bytes(old);

        assertThat(accepted(translate(records(xml, document).getFirst())).drafts().getFirst().applies()).isTrue();

        Translator byProfile = Connectors.receiving(XmlConnectors.FORMAT, XmlConnectors.receive()
                .replace("equals: \"m:Meldung.1\"", "equals: \"m:Meldung.1\"}, {column: \"profile()\", equals: \"26.05\"}]")
                .replace("when: {column: \"name()\", equals: \"m:Meldung.1\"}, ",
                        "when: {all: [{column: \"name()\", equals: \"m:Meldung.1\"}, "));
        assertThat(accepted(byProfile.translate((RawRecord.Readable) records(byProfile, document).getFirst()))).isNotNull();
        List<RawRecord> current = records(byProfile, bytes(single(message(1), XmlConnectors.NEW)));
        assertThat(Connectors.refusals(byProfile.translate((RawRecord.Readable) current.getFirst())))
                .containsExactly("HUB-MAP-013");
    }

    @Test
    void ofSeveralEqualElementsTheOneIsTakenInWhichAValueStands() {
        Translator phone = Connectors.receiving(XmlConnectors.FORMAT, XmlConnectors.receive()
                + "    fields: {unit.telephone: {from: \"m:kontakt[art/m:code='02']/nummer\"}}\n");
        String contacts = "<m:kontakt><art><m:code>01</m:code></art><nummer>a@b.invalid</nummer></m:kontakt>"
                + "<m:kontakt><art><m:code> 02 </m:code></art><nummer>05221 0</nummer></m:kontakt>";
        String closed = message(1, contacts + "<m:grund>ende</m:grund>").replace("Meldung.1", "Meldung.2");

        var accepted = accepted(phone.translate((RawRecord.Readable)
                records(phone, bytes(single(closed, XmlConnectors.NEW))).getFirst()));
        assertThat(accepted.drafts().getLast().fields().all("unit.telephone")).containsExactly("05221 0");
        assertThat(accepted.findings()).isEmpty();

        var without = accepted(phone.translate((RawRecord.Readable) records(phone,
                bytes(single(closed.replace(" 02 ", "03"), XmlConnectors.NEW))).getFirst()));
        assertThat(without.drafts().getLast().fields().all("unit.telephone")).isEmpty();
    }

    @Test
    void everyPartOfAKeyIsNeededAndAnAnswerWithoutAReferenceReplacesNothing() {
        Translator composite = Connectors.receiving(XmlConnectors.FORMAT, XmlConnectors.receive()
                .replace("key: [nachricht/uuid]", "key: [\"m:zeichen/az\", nachricht/uuid]")
                .replace("replaces: [nachricht/ersetzt]", "replaces: [\"m:zeichen/az\", nachricht/ersetzt]"));
        String whole = single(message(1), XmlConnectors.NEW);

        assertThat(accepted(composite.translate((RawRecord.Readable) records(composite, bytes(whole)).getFirst()))
                .replaces()).isNull();
        for (String empty : List.of("", "<uuid></uuid>")) {
            byte[] without = bytes(whole.replace("<uuid>u-1</uuid>", empty));
            assertThat(Connectors.refusals(composite.translate((RawRecord.Readable) records(composite, without).getFirst())))
                    .containsExactly("HUB-MAP-001");
        }
    }

    /** All answers to an application name the application: none of them corrects another one. */
    @Test
    void anAnswerNamesWhatItAnswersAndReplacesNothing() {
        Translator answering = Connectors.receiving(XmlConnectors.FORMAT, XmlConnectors.receive()
                .replace("replaces: [nachricht/ersetzt]", "replaces: [nachricht/ersetzt]\n"
                        + "  replacesWhen: {not: {column: \"m:zeichen/az\", equals: A-2}}"));
        String first = message(1).replace("<uuid>", "<ersetzt>u-0</ersetzt><uuid>");
        String second = message(2).replace("<uuid>", "<ersetzt>u-0</ersetzt><uuid>");

        assertThat(records(answering, bytes(collection(first, second))).stream()
                .map(record -> accepted(answering.translate((RawRecord.Readable) record)).replaces()))
                .containsExactly("u-0", null);
    }

    @Test
    void whatAMessageReplacesAndThatItIsATestIsRead() {
        String message = message(2).replace("<uuid>", "<ersetzt>u-1</ersetzt><uuid>")
                .replace(" version", " test=\"TEST\" version");

        var accepted = accepted(translate(records(xml, bytes(collection(message))).getFirst()));

        assertThat(accepted.replaces()).isEqualTo("u-1");
        assertThat(accepted.test()).isTrue();
    }

    @Test
    void theFirstPathThatIsFilledCounts() {
        String other = message(3).replace("<az>", "<m:az>").replace("</az>", "</m:az>");
        String blank = message(4).replace("<az>A-4</az>", "<az> </az><m:az>B-4</m:az>");

        List<RawRecord> records = records(xml, bytes(collection(other, blank)));

        assertThat(records).extracting(record -> accepted(translate(record)).caseNumber()).containsExactly("A-3", "B-4");
    }

    @Test
    void repeatedElementsAreSeveralValuesAndStaySideBySide() {
        String several = message(1).replace("</m:name>", "</m:name><m:name><nach>Muster</nach></m:name>"
                + "<m:name><vor>Ran</vor></m:name><m:staat><code>475</code></m:staat><m:staat><code>000</code></m:staat>");
        Translator aliases = Connectors.receiving(XmlConnectors.FORMAT,
                XmlConnectors.receive().replace("names.official", "names.alias"));

        var draft = accepted(aliases.translate((RawRecord.Readable) records(aliases, bytes(collection(several))).getFirst()))
                .drafts().getFirst();

        assertThat(draft.fields().all("person.nationalities")).containsExactly("475", "000");
        assertThat(draft.fields().all("person.names.alias.family")).containsExactly("Šahīn-Müller", "Muster", "");
        assertThat(draft.fields().all("person.names.alias.given")).containsExactly("Rânîa", "", "Ran");
    }

    @Test
    void aFieldOfOneValueRefusesSeveralDifferentOnesUnlessThePathChooses() {
        String twice = message(1).replace("</az>", "</az><az>A-2</az>");
        byte[] document = bytes(collection(twice));

        assertThat(Connectors.refusals(translate(records(xml, document).getFirst()))).containsExactly("HUB-MAP-015");

        Translator last = Connectors.receiving(XmlConnectors.FORMAT, XmlConnectors.receive()
                .replace("\"m:zeichen/az\"", "\"m:zeichen/az[last()]\""));
        assertThat(accepted(last.translate((RawRecord.Readable) records(last, document).getFirst())).caseNumber())
                .isEqualTo("A-2");
        Translator first = Connectors.receiving(XmlConnectors.FORMAT, XmlConnectors.receive()
                .replace("\"m:zeichen/az\"", "\"m:zeichen[1]/az[1]\""));
        assertThat(accepted(first.translate((RawRecord.Readable) records(first, document).getFirst())).caseNumber())
                .isEqualTo("A-1");
    }

    @Test
    void anotherValueOfARepeatedElementIsAnotherContent() {
        String one = message(1, "<m:grund>a</m:grund><m:grund>b</m:grund>");
        String other = message(1, "<m:grund>a</m:grund><m:grund>c</m:grund>");

        assertThat(accepted(translate(records(xml, bytes(collection(one))).getFirst())).content())
                .isNotEqualTo(accepted(translate(records(xml, bytes(collection(other))).getFirst())).content());
    }

    @Test
    void aConditionHoldsForAnyValueOfARepeatedElement() {
        String closed = message(1, "<m:grund>anders</m:grund><m:grund>ende</m:grund>").replace("Meldung.1", "Meldung.2");

        var accepted = accepted(translate(records(xml, bytes(collection(closed))).getFirst()));

        assertThat(accepted.drafts()).extracting(Translation.EventDraft::applies).containsExactly(false, true);
    }

    @Test
    void everyRecordCanBeReplayedFromTheHeaderAndItsOwnBytes() {
        byte[] document = bytes(collection(message(1), "<!-- ü -->" + message(2), message(3)));
        List<RawRecord> records = records(xml, document);
        byte[] header = Arrays.copyOf(document, (int) records.getFirst().offset());

        for (RawRecord record : records) {
            ByteArrayOutputStream replay = new ByteArrayOutputStream();
            replay.writeBytes(header);
            replay.write(document, (int) record.offset(), (int) record.length());
            List<RawRecord> again = records(xml, replay.toByteArray());
            assertThat(again).hasSize(1);
            assertThat(accepted(translate(again.getFirst())).content())
                    .isEqualTo(accepted(translate(record)).content());
        }
    }

    @Test
    void aRecordThatIsBrokenInItselfDoesNotStopTheOthers() {
        String unknownPrefix = message(2).replace("<az>", "<q:az>").replace("</az>", "</q:az>");
        String control = message(3).replace("A-3", "A\u0001");
        String mixed = message(4).replace("</az></m:zeichen>", "</m:zeichen></az>");
        String entity = message(5).replace("A-5", "&böse;");
        String foreign = message(6).replace("Meldung.1", "Meldung.9");
        String otherRelease = message(7).replace(" version", " xmlns:m=\"urn:beispiel:melder:2411\" version");
        String tooLong = message(8).replace("A-8", "x".repeat(3000));
        byte[] document = bytes(collection(unknownPrefix, control, mixed, entity, foreign, otherRelease, tooLong,
                "Text", message(9)));

        List<RawRecord> records = records(xml, document);

        assertThat(records).extracting(XmlReadingTest::code).containsExactly("HUB-XML-020", "HUB-XML-020", "HUB-XML-020",
                "HUB-XML-020", "HUB-XML-021", "HUB-XML-004", "HUB-CSV-020", "HUB-XML-021", "read");
        assertThat(records).extracting(RawRecord::line).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
    }

    @Test
    void whereTheOrderOfTheTagsIsLostTheRestIsOneRefusedRecord() {
        for (String broken : List.of("<m:Meldung.1><a b=\"<\"/></m:Meldung.1>", "<m:Meldung.1></m:Meldung.2>",
                "<m:Meldung.1><a></m:Meldung.1>", "<>", "<!ELEMENT a>", "</falsch>")) {
            byte[] document = bytes(collection(message(1), broken, message(3)));

            List<RawRecord> records = records(xml, document);

            assertThat(records).as(broken).extracting(XmlReadingTest::code).containsExactly("read", "HUB-XML-020");
            assertThat(records.getLast().offset() + records.getLast().length()).isEqualTo(document.length);
        }
    }

    @Test
    void aDocumentCutBetweenRecordsSaysSoAndOneCutWithinLosesThatRecordOnly() {
        String whole = collection(message(1), message(2));
        byte[] between = bytes(whole.substring(0, whole.indexOf("\n</m:sammlung>")));
        byte[] within = bytes(whole.substring(0, whole.indexOf("</m:person>", whole.indexOf("u-2"))));

        assertThat(accepted(translate(records(xml, between).getLast())).findings()).extracting(p -> p.code().code())
                .containsExactly("HUB-XML-006");
        assertThat(records(xml, within)).extracting(XmlReadingTest::code).containsExactly("read", "HUB-XML-020");
    }

    @Test
    void aSecondCollectionIsNotLostInSilence() {
        Translator inner = Connectors.receiving(XmlConnectors.FORMAT.replace("collection: m:sammlung",
                "collection: paket/m:sammlung"), XmlConnectors.receive());
        String sammlung = "<m:sammlung xmlns:m=\"" + XmlConnectors.NEW + "\">" + message(1) + "</m:sammlung>";

        assertThat(records(inner, bytes("<paket><kopf><m/></kopf>" + sammlung + "<fuß>x</fuß></paket>")))
                .extracting(XmlReadingTest::code).containsExactly("read");
        List<RawRecord> twice = records(inner, bytes("<paket>" + sammlung + sammlung + "</paket>"));
        assertThat(twice).extracting(XmlReadingTest::code).containsExactly("read", "HUB-XML-021");
        assertThat(records(inner, bytes("<paket>" + sammlung + sammlung.replace("m:", "n:").replace(":m=", ":n=") + "</paket>")))
                .as("under another prefix").extracting(XmlReadingTest::code).containsExactly("read", "HUB-XML-021");
        assertThat(records(inner, bytes("<paket xmlns:m=\"" + XmlConnectors.NEW + "\">" + sammlung + message(2) + "</paket>")))
                .as("a record beside it").extracting(XmlReadingTest::code).containsExactly("read", "HUB-XML-021");
        assertThat(records(inner, bytes("<paket>" + sammlung + "<m:sammlung xmlns:m=\"" + XmlConnectors.NEW
                + "\"> <!-- leer --> </m:sammlung></paket>"))).extracting(XmlReadingTest::code).containsExactly("read");
    }

    @Test
    void aSecondCollectionWithinASecondParentIsNotLostInSilence() {
        Translator inner = Connectors.receiving(XmlConnectors.FORMAT.replace("collection: m:sammlung",
                "collection: paket/teil/m:sammlung"), XmlConnectors.receive());
        String teil = "<teil><m:sammlung>" + message(1) + "</m:sammlung></teil>";
        String start = "<paket xmlns:m=\"" + XmlConnectors.NEW + "\">";

        byte[] twice = bytes(start + teil + "\n" + teil + "</paket>");
        List<RawRecord> records = records(inner, twice);
        assertThat(records).extracting(XmlReadingTest::code).containsExactly("read", "HUB-XML-021");
        assertThat(records.getLast().offset() + records.getLast().length()).isEqualTo(twice.length);
        assertThat(records(inner, bytes(start + teil + "<teil><kopf>x</kopf><m:sammlung/></teil></paket>")))
                .as("nothing in it").extracting(XmlReadingTest::code).containsExactly("read");
    }

    @Test
    void whatFollowsAnEmptyCollectionIsNotLostInSilence() {
        Translator inner = Connectors.receiving(XmlConnectors.FORMAT.replace("collection: m:sammlung",
                "collection: paket/m:sammlung"), XmlConnectors.receive());
        String start = "<paket xmlns:m=\"" + XmlConnectors.NEW + "\">";
        String full = "<m:sammlung>" + message(2) + "</m:sammlung></paket>";

        for (String empty : List.of("<m:sammlung/>", "<m:sammlung></m:sammlung>", "<m:sammlung>\n <!-- leer --></m:sammlung>")) {
            byte[] document = bytes(start + empty + full);
            List<RawRecord> records = records(inner, document);
            assertThat(records).as(empty).extracting(XmlReadingTest::code).containsExactly("HUB-XML-021");
            assertThat(records.getLast().offset() + records.getLast().length()).isEqualTo(document.length);
            assertThat(records(inner, bytes(start + empty + "<fuß>x</fuß></paket>\n"))).as(empty).isEmpty();
        }
        assertThat(records(xml, bytes("<m:sammlung xmlns:m=\"" + XmlConnectors.NEW + "\"/>" + message(2))))
                .as("a message behind the root").extracting(XmlReadingTest::code).containsExactly("HUB-XML-020");
        assertThat(inner.open(DocumentContent.of(bytes(start + "<m:sammlung/>")), ReadMark.START)).as("cut")
                .isInstanceOf(Opening.RefusedDocument.class);
    }

    @Test
    void documentsOfWhichNothingCanBeReadAreRefusedWhole() {
        assertThat(refused("")).containsExactly("HUB-CSV-001");
        assertThat(refused("a;b\r\n1;2\r\n")).containsExactly("HUB-XML-001");
        assertThat(refused("\n" + collection(message(1)))).containsExactly("HUB-XML-001");
        assertThat(refused("<?xml version=\"1.0\"?><m:sammlung xmlns:m='")).containsExactly("HUB-XML-001");
        assertThat(refused("<fremd/>")).containsExactly("HUB-XML-003");
        assertThat(refused(collection(message(1)).replace(XmlConnectors.NEW, "urn:beispiel:melder:2705")))
                .containsExactly("HUB-XML-004");
        assertThat(refused(single(message(1), "urn:beispiel:melder:2705"))).containsExactly("HUB-XML-004");
        assertThat(refused("<!DOCTYPE a [<!ENTITY b \"c\">]>" + message(1))).containsExactly("HUB-XML-002");
        assertThat(TranslationProblem.RELEASE_NOT_SERVED.xinneresCode()).isEqualTo("V000");
    }

    @Test
    void onlyTheAgreedCharsetIsRead() {
        String document = collection(message(1).replace("Šahīn", "Sahin"));
        Charset windows = Charset.forName("windows-1252");

        assertThat(codes(refused(document.getBytes(java.nio.charset.StandardCharsets.UTF_16)))).containsExactly("HUB-CSV-002");
        assertThat(codes(refused(document.replace("UTF-8", "windows-1252").getBytes(windows))))
                .containsExactly("HUB-CSV-002");
        assertThat(TranslationProblem.WRONG_CHARSET.xinneresCode()).isEqualTo("S001");
        assertThat(records(xml, bytes("\uFEFF" + document))).extracting(XmlReadingTest::code).containsExactly("read");

        Translator western = Connectors.receiving(XmlConnectors.FORMAT.replace("type: xml",
                "type: xml\n    charset: windows-1252"), XmlConnectors.receive());
        List<RawRecord> records = records(western, document.replace("UTF-8", "Windows-1252").getBytes(windows));
        assertThat(accepted(western.translate((RawRecord.Readable) records.getFirst())).drafts().getFirst().fields()
                .first("person.names.official.family")).isEqualTo("Sahin-Müller");
    }

    @Test
    void aRecordWithBytesOfNoCharacterIsRefusedAlone() {
        byte[] document = bytes(collection(message(1), message(2)));
        document[new String(document, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("A-1")] = (byte) 0xFF;

        assertThat(records(xml, document)).extracting(XmlReadingTest::code).containsExactly("HUB-CSV-022", "read");
    }

    @Test
    void aMissingElementSaysWhenItIsThereInAnotherNamespace() {
        String unqualified = message(1).replace("m:zeichen", "zeichen");
        String qualified = message(2).replace("<am>", "<m:am>").replace("</am>", "</m:am>");

        List<RawRecord> records = records(xml, bytes(collection(unqualified, qualified)));

        Problem first = ((Translation.Refused) translate(records.getFirst())).problems().getFirst();
        assertThat(first.code().code()).isEqualTo("HUB-XML-030");
        assertThat(first.text()).contains("'zeichen' is there, but without a namespace");
        Problem second = ((Translation.Refused) translate(records.getLast())).problems().getFirst();
        assertThat(second.text()).contains("'am' is there, but in a namespace");
        assertThat(first.code().xinneresCode()).isEqualTo("X001");
    }

    @Test
    void whatNobodyReadsIsFoundOnceWithoutItsName() {
        String more = "<m:person><m:geheim-name geheim=\"x\">Wert</m:geheim-name></m:person>";
        byte[] document = bytes(collection(message(1, more), message(2, more)));

        List<Problem> findings = records(xml, document).stream().flatMap(record ->
                accepted(translate(record)).findings().stream()).toList();

        assertThat(findings).extracting(p -> p.place().field()).containsExactly("m:person/*[1]");
        assertThat(findings.toString()).doesNotContain("geheim").doesNotContain("Wert");
    }

    @Test
    void whatIsDeclaredUnusedIsNoFinding() {
        Translator knows = Connectors.receiving(XmlConnectors.FORMAT.replace("\"kopf/*\"",
                "\"kopf/*\", \"//m:neu/*\", \"m:neben/@*\", \"m:zeichen/m:wert\""), XmlConnectors.receive());
        String message = message(1, "<m:person><m:neu><a b=\"c\"/></m:neu></m:person><m:neben a=\"1\" b=\"2\"/>"
                + "<m:zeichen><m:wert listVersionID=\"1\">3</m:wert></m:zeichen><kopf><von/></kopf>");

        List<RawRecord> records = records(knows, bytes(collection(message)));

        assertThat(accepted(knows.translate((RawRecord.Readable) records.getFirst())).findings()).isEmpty();
    }
}
