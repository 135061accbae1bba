package de.kimhub.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.accountability.Activity.Aspect;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Instance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The register and the fact sheet of the demo, and how they are written. */
class DocumentsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Installation DEMO = Installations.load(Path.of("config/demo"), Path.of("connectors"));

    private static Map<String, Activity> activities() {
        return ProcessingRegister.of(DEMO).activities().stream().collect(Collectors.toMap(Activity::id, one -> one));
    }

    @Test
    void an_entry_says_everything_that_the_rule_and_the_tools_on_both_sides_say() {
        assertThat(activities().get("weitergabe-jobcenter-massnahmen-an-fallmanagement").aspects()).isEqualTo(new TreeMap<>(Map.ofEntries(
                Map.entry(Aspect.PURPOSE, List.of("Kommunales Fallmanagement")),
                Map.entry(Aspect.CONTROLLERS, List.of("AWO Bünde (Demonstration), Musterplatz 1", "AWO Löhne (Demonstration), Musterplatz 1",
                        "Caritas Herford (Demonstration), Musterplatz 1",
                        "Gemeinde Hiddenhausen (Demonstration), Musterplatz 1", "Jobcenter Herford (Demonstration), Musterplatz 1")),
                Map.entry(Aspect.PEOPLE, List.of("Menschen, die am Fallmanagement teilnehmen und eingewilligt haben")),
                Map.entry(Aspect.CATEGORIES, List.of("Maßnahmen")),
                Map.entry(Aspect.EVENTS, List.of("Maßnahme beendet", "Maßnahme begonnen")),
                Map.entry(Aspect.DATA, List.of("Austritt aus der Maßnahme", "E-Mail der Stelle", "Eintritt in die Maßnahme", "Maßnahme",
                        "Maßnahmeart", "Tag des Ereignisses", "Telefon der Stelle", "Träger der Maßnahme", "Zuständige Stelle",
                        "Kennung der Lieferung; das eigene Aktenzeichen des Empfängers, wo er eines hat")),
                Map.entry(Aspect.SOURCES, List.of("Jobcenter Herford (Jobcenter)")),
                Map.entry(Aspect.RECIPIENTS, List.of("AWO Bünde (Verband der Freien Wohlfahrtspflege)",
                        "AWO Löhne (Verband der Freien Wohlfahrtspflege)", "Caritas Herford (Verband der Freien Wohlfahrtspflege)",
                        "Case Management Hiddenhausen (Kommunales Case Management)")),
                Map.entry(Aspect.LEGAL_BASIS, List.of("Einwilligung, Art. 6 Abs. 1 lit. a DSGVO mit § 67b Abs. 2 SGB X; der Empfänger ist "
                        + "nach § 78 SGB X verpflichtet")),
                Map.entry(Aspect.CONDITIONS, List.of("Einwilligung, die Absender, Empfänger und Zweck nennt, und offener Fall",
                        "Nur an Empfänger, die die Person selbst führen")),
                Map.entry(Aspect.RETENTION, List.of("Beim Empfänger: 1 Jahr")))));
    }

    @Test
    void everybody_who_takes_part_is_in_it_and_every_source_has_an_entry() {
        ProcessingRegister register = ProcessingRegister.of(DEMO);

        assertThat(register.bodies()).extracting(ProcessingRegister.Body::title)
                .containsExactlyInAnyOrderElementsOf(DEMO.all().stream().map(Instance::title).toList());
        assertThat(register.activities()).extracting(Activity::id).contains("zuordnung", "einwilligungen", "berichtigung", "protokoll",
                "pruefung").containsAll(DEMO.all().stream().filter(one -> one.receive().isPresent())
                .map(one -> "empfang-" + one.fileName()).toList());
        assertThat(register.activities()).allSatisfy(entry -> assertThat(entry.aspects()).as(entry.id())
                .containsKeys(Aspect.PURPOSE, Aspect.CONTROLLERS, Aspect.PEOPLE, Aspect.RECIPIENTS, Aspect.LEGAL_BASIS, Aspect.RETENTION));
    }

    @Test
    void who_gets_pseudonyms_has_an_entry_that_says_whether_they_can_be_turned_back() {
        assertThat(activities().get("pseudonyme-steuerung").of(Aspect.RECIPIENTS)).containsExactly("Lenkungsgruppe");
        assertThat(activities().get("pseudonyme-fallkonferenz").of(Aspect.CATEGORIES).getFirst()).contains("zweiten Person");
        assertThat(activities().get("pseudonyme-terminzettel").of(Aspect.RETENTION)).containsExactly("Gilt 7 Tage");
    }

    @Test
    void what_is_counted_for_the_steering_group_has_an_entry_for_each_rule() {
        assertThat(activities().get("lenkungsgruppe-zaehlung-einbuergerungsverfahren").aspects()).isEqualTo(new TreeMap<>(Map.ofEntries(
                Map.entry(Aspect.PURPOSE, List.of("Auswertung ohne Personenbezug: Einbürgerungsverfahren")),
                Map.entry(Aspect.CONTROLLERS, List.of("Kreis Herford (Demonstration), Musterplatz 1")),
                Map.entry(Aspect.PEOPLE, List.of(Activities.CLIENTS)),
                Map.entry(Aspect.CATEGORIES, List.of("Eine Zeile je Zählung unter dem Pseudonym der Lenkungsgruppe und einer Prüfzahl des "
                        + "Aktenzeichens; keine Namen, keine Aktenzeichen")),
                Map.entry(Aspect.EVENTS, List.of("Einbürgerung beantragt", "Über die Einbürgerung entschieden")),
                Map.entry(Aspect.DATA, List.of("Entscheidung über die Einbürgerung", "Gemeinde", "Tag des Ereignisses")),
                Map.entry(Aspect.SOURCES, List.of("Einbürgerungsbehörde Kreis Herford (Einbürgerungsbehörde)")),
                Map.entry(Aspect.RECIPIENTS, List.of("Lenkungsgruppe: nur veröffentlichte Tabellen nach der Geheimhaltungsprüfung, keine "
                        + "einzelnen Zeilen")),
                Map.entry(Aspect.LEGAL_BASIS, List.of("Art. 6 Abs. 1 lit. e, Art. 89 DSGVO, § 17 DSG NRW")),
                Map.entry(Aspect.CONDITIONS, List.of("Ohne Einwilligung, nach der genannten Rechtsgrundlage")),
                Map.entry(Aspect.RETENTION, List.of("3 Jahre nach dem Abschluss des Zeitraums, in dem es endete; danach bleibt eine Anzahl "
                        + "ohne Person")))));
        assertThat(activities().get("lenkungsgruppe-huerden-aus-fallkonferenzen").of(Aspect.PEOPLE))
                .containsExactly("Niemand: Hinweise ohne Bezug zu einer Person");
        assertThat(activities().keySet().stream().filter(id -> id.startsWith("lenkungsgruppe-"))).hasSize(14);
        assertThat(activities().get("lenkungsgruppe-zaehlung-ankunft-bis-b1").of(Aspect.RETENTION)).as("a way is followed for years")
                .containsExactly("3 Jahre nach dem Abschluss des Zeitraums, in dem es endete; wo es nicht endete, 8 Jahre nach dem Abschluss des "
                        + "Zeitraums, in dem es begann; danach bleibt eine Anzahl ohne Person");
    }

    @Test
    void a_page_stands_alone_and_says_who_has_to_check_it() {
        String page = HtmlWriter.write(RegisterDocument.of(DEMO, DAY));

        assertThat(page).startsWith("<!DOCTYPE html>").contains("<html lang=\"de\">", "Datenschutzbeauftragten des Betreibers zu prüfen",
                "Stand: 01.12.2026", "4. Drittländer", "<th scope=\"col\">").doesNotContain("http", "<script", "src=");
        assertThat(page).contains("30 Tage", "Kreis Herford, KIM-Hub (Demonstration), Musterplatz 1, 32049 Herford");
        Document odd = new Document("<A & \"B\">");
        odd.table(List.of("x"), List.of(List.of("<script>")));
        assertThat(HtmlWriter.write(odd)).contains("&lt;A &amp; &quot;B&quot;&gt;", "&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void an_odt_begins_with_its_type_is_well_formed_and_names_all_its_parts() throws Exception {
        Document document = RegisterDocument.of(DEMO, DAY);
        byte[] odt = OdtWriter.write(document, DAY);

        assertThat(new String(odt, 30, 8 + 39, StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/vnd.oasis.opendocument.text");
        Map<String, Element> parts = parts(odt);
        assertThat(parts).containsOnlyKeys("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml");
        assertThat(attributes(parts.get("META-INF/manifest.xml"), "manifest:file-entry", "manifest:full-path"))
                .containsExactlyInAnyOrder("/", "content.xml", "styles.xml", "meta.xml");
        List<String> styles = attributes(parts.get("styles.xml"), "style:style", "style:name");
        Element content = parts.get("content.xml");
        assertThat(styles).containsAll(attributes(content, "text:p", "text:style-name"))
                .containsAll(attributes(content, "text:h", "text:style-name"));
        assertThat(attributes(content, "style:style", "style:name"))
                .containsAll(attributes(content, "table:table-cell", "table:style-name"))
                .containsAll(attributes(content, "table:table-column", "table:style-name"));
        assertThat(content.getTextContent()).contains(document.title(), "AWO Bünde (Verband der Freien Wohlfahrtspflege)");
        assertThat(content.getElementsByTagName("table:table").getLength())
                .isEqualTo((int) document.blocks().stream().filter(Document.Table.class::isInstance).count());
        assertThat(OdtWriter.write(RegisterDocument.of(DEMO, DAY), DAY)).as("the same bytes").isEqualTo(odt);
    }

    @Test
    void the_fact_sheet_says_which_criteria_apply_and_counts_what_flows() {
        Document sheet = ImpactDocument.of(DEMO, DAY);
        List<Document.Table> tables = sheet.blocks().stream().filter(Document.Table.class::isInstance).map(Document.Table.class::cast).toList();

        Map<String, String> criteria = new LinkedHashMap<>();
        tables.getFirst().rows().forEach(row -> criteria.put(row.get(0).getFirst().substring(0, 2), row.get(1).getFirst()));
        assertThat(criteria).containsExactly(Map.entry("1.", "trifft nicht zu"), Map.entry("2.", "trifft nicht zu"),
                Map.entry("3.", "zu prüfen"), Map.entry("4.", "trifft zu"), Map.entry("5.", "trifft zu"), Map.entry("6.", "trifft zu"),
                Map.entry("7.", "trifft zu"), Map.entry("8.", "zu prüfen"), Map.entry("9.", "zu prüfen"));
        assertThat(tables.get(1).rows()).anySatisfy(row -> assertThat(row.stream().map(List::getFirst))
                .startsWith("Jobcenter Herford", "AWO Bünde"));
        assertThat(HtmlWriter.write(sheet)).contains("4 von 9 Kriterien treffen", "Sozialdaten (§ 67 SGB X) von Jobcenter Herford");
    }

    private static Map<String, Element> parts(byte[] odt) throws Exception {
        Map<String, Element> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (entry.getName().equals("mimetype")) {
                    assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                    continue;
                }
                parts.put(entry.getName(), DocumentBuilderFactory.newInstance().newDocumentBuilder()
                        .parse(new ByteArrayInputStream(bytes)).getDocumentElement());
            }
        }
        return parts;
    }

    private static List<String> attributes(Element root, String element, String attribute) throws IOException {
        var found = root.getElementsByTagName(element);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute(attribute)).distinct().toList();
    }
}
