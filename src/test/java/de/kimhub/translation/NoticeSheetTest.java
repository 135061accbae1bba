package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.testing.PdfConformance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class NoticeSheetTest {

    private static final String CONNECTOR = "deliver: {idempotence: ledger, format: {type: notice-sheet}}";
    private static final String COLUMNS = """
            events: [measure.started]
            columns:
              Aktenzeichen: {from: recipient.case, required: true}
              Maßnahme: {from: measure.name}
              Am: {from: event.occurredOn, as: date}
              Was ist zu tun: {constant: "Träger anrufen", kinds: [event]}
            """;

    private final Translator translator = Connectors.delivering(CONNECTOR, COLUMNS);

    @Test
    void thePdfIsTaggedAndSaysWhatItIs() throws IOException {
        try (PDDocument pdf = pdf(item("Kurs"))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Meldungsblatt vom 22.11.2026");
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("pdfuaid");
            List<String> tags = new ArrayList<>();
            List<String> scopes = new ArrayList<>();
            walk(pdf.getDocumentCatalog().getStructureTreeRoot(), tags, scopes);
            assertThat(tags).containsSequence("Table", "THead", "TR", "TH", "TH", "TH", "TH")
                    .containsSequence("TBody", "TR", "TD", "TD", "TD", "TD").contains("H1");
            assertThat(scopes).hasSize(4).containsOnly("Column");
        }
        assertThat(PdfConformance.accessibilityViolations(files(item("Kurs"), item("Praktikum")).get("pdf"))).isEmpty();
    }

    @Test
    void thePageIsA4AndTextCanBeTakenOutInOrder() throws IOException {
        try (PDDocument pdf = pdf(item("Deutsch B1"))) {
            PDRectangle page = pdf.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isCloseTo(PDRectangle.A4.getHeight(), org.assertj.core.data.Offset.offset(1f));
            String text = text(pdf);
            assertThat(text).contains("Stand 22.11.2026, 1 Meldung", "AWO-1 Deutsch B1 02.03.2026 Träger anrufen", "Seite 1 von 1");
            assertThat(text.indexOf("Meldungsblatt")).isLessThan(text.indexOf("Aktenzeichen"));
            assertThat(text.indexOf("Aktenzeichen")).isLessThan(text.indexOf("AWO-1"));
        }
    }

    @Test
    void theHeaderStandsOnEveryPageAndOnceInTheTags() throws IOException {
        OutgoingItem[] many = new OutgoingItem[80];
        for (int i = 0; i < many.length; i++) {
            many[i] = item("Kurs " + i);
        }
        try (PDDocument pdf = pdf(many)) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
                PDFTextStripper page = new PDFTextStripper();
                page.setStartPage(i);
                page.setEndPage(i);
                assertThat(page.getText(pdf)).contains("Aktenzeichen", "Seite " + i + " von " + pdf.getNumberOfPages());
            }
            List<String> tags = new ArrayList<>();
            walk(pdf.getDocumentCatalog().getStructureTreeRoot(), tags, new ArrayList<>());
            assertThat(tags.stream().filter("TR"::equals)).hasSize(81);
        }
    }

    @Test
    void namesAreTextAndNeverMarkup() throws IOException {
        try (PDDocument pdf = pdf(item("<b>Kurs</b> &amp; <img src='file:///etc/passwd'/>"))) {
            assertThat(text(pdf).replaceAll("\\s+", " ")).contains("<b>Kurs</b> &amp; <img").contains("passwd'/>");
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
        }
    }

    @Test
    void everyLetterOfTheStandardHasAForm() throws IOException {
        String letters = new String(Din91379.class.getResourceAsStream("din91379.csv").readAllBytes(), StandardCharsets.UTF_8);
        List<String> missing = letters.codePoints().filter(c -> c > 0x20).filter(c -> !NoticeFonts.canShow(Character.toString(c)))
                .mapToObj(c -> "U+" + Integer.toHexString(c)).distinct().toList();

        assertThat(missing).isEmpty();
        try (PDDocument pdf = pdf(item("C\u0328\u0306 ḋ ṅ Ǩ Ł"))) {
            assertThat(text(pdf)).contains("ḋ ṅ Ǩ Ł").contains("C\u0328\u0306");
        }
    }

    @Test
    void aWordThatIsTooLongIsBrokenAndNothingOfItIsLost() throws IOException {
        String word = "Donaudampfschifffahrtsgesellschaft".repeat(6).substring(0, 80);
        try (PDDocument pdf = pdf(item(word))) {
            assertThat(text(pdf).replaceAll("\\s+", "")).contains(word);
        }
    }

    @Test
    void theCsvHasTheSameCells() throws IOException {
        assertThat(new String(files(item("=1+1")).get("csv"), StandardCharsets.UTF_8)).isEqualTo(
                "\uFEFFAktenzeichen;Maßnahme;Am;Was ist zu tun\r\nAWO-1;'=1+1;02.03.2026;Träger anrufen\r\n");
    }

    @Test
    void whatIsOnlyForSomeKindsStaysEmptyForOthers() throws IOException {
        OutgoingItem taken = new OutgoingItem("D-2", EventType.MEASURE_STARTED, MessageKind.RETRACTION, "AWO-1",
                FieldValues.EMPTY, FieldValues.EMPTY, "D-1");

        assertThat(new String(files(taken).get("csv"), StandardCharsets.UTF_8)).endsWith("\r\nAWO-1;;;\r\n");
    }

    @Test
    void equalItemsGiveEqualBytes() throws InterruptedException {
        byte[] first = translator.render(List.of(item("Kurs"))).bytes();
        Thread.sleep(1100);
        assertThat(Connectors.delivering(CONNECTOR, COLUMNS).render(List.of(item("Kurs"))).bytes()).isEqualTo(first);
        assertThat(translator.fileExtension()).contains("zip");
    }

    @Test
    void aCharacterThatTheFontLacksLeavesTheItemOut() {
        assertThat(translator.render(List.of(item("\uE000"))).problems().get(0).code())
                .isEqualTo(TranslationProblem.NOT_RENDERED_CHARACTER);
    }

    private static void walk(PDStructureNode node, List<String> tags, List<String> scopes) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                for (int i = 0; i < element.getAttributes().size(); i++) {
                    String scope = element.getAttributes().getObject(i).getCOSObject().getNameAsString(COSName.getPDFName("Scope"));
                    if (scope != null) {
                        scopes.add(scope);
                    }
                }
                walk(element, tags, scopes);
            }
        }
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    private PDDocument pdf(OutgoingItem... items) throws IOException {
        return Loader.loadPDF(files(items).get("pdf"));
    }

    private Map<String, byte[]> files(OutgoingItem... items) throws IOException {
        Rendering rendering = translator.render(List.of(items));
        assertThat(rendering.problems()).isEmpty();
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(rendering.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().substring(entry.getName().indexOf('.') + 1), zip.readAllBytes());
            }
        }
        assertThat(files).containsOnlyKeys("pdf", "csv");
        return files;
    }

    private static OutgoingItem item(String measure) {
        FieldValues fields = FieldValues.builder().set("event.occurredOn", "2026-03-02").set("measure.name", measure).build();
        return new OutgoingItem("D-1", EventType.MEASURE_STARTED, MessageKind.EVENT, "AWO-1", fields, FieldValues.EMPTY, null);
    }
}
