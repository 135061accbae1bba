package de.kimhub.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import de.kimhub.steering.SyntheticReleases;
import de.kimhub.steering.feed.FeedTokens;
import de.kimhub.testing.StartsHub;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Feeds as other programs fetch and read them. */
@StartsHub
class FeedsTest {

    @RegisterExtension
    static final SharedHub HUB = new SharedHub();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String Q3 = "/feeds/v1/2026-q3/";

    private static String token;

    private final PagesHub hub = HUB.get();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void fill() {
        HUB.get().steering(false);
        token = new FeedTokens(HUB.get().jdbc()).add("statistik");
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.address().replaceAll("/$", "") + path));
        return send(headers.length == 0 ? request.header("Authorization", "Bearer " + token) : request.headers(headers));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String path) {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("egal:" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void only_who_has_a_token_or_is_signed_in_for_it_gets_a_feed() {
        String path = Q3 + "beratungen-thema.csv";
        String other = new FeedTokens(hub.jdbc()).add("abgelaufen");

        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get(path, "Authorization", basic(other)).statusCode()).isEqualTo(200);
        assertThat(hub.steering(false).get(path).statusCode()).isEqualTo(200);
        new FeedTokens(hub.jdbc()).remove("abgelaufen");
        for (String header : List.of(basic(other), basic("falsch"), "Bearer " + token.toLowerCase(), "Basic kein-base64!", "Digest x")) {
            HttpResponse<byte[]> refused = get(path, "Authorization", header);
            assertThat(refused.statusCode()).as(header).isEqualTo(401);
            assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("HUB-FEED-004");
        }
        assertThat(get("/lenkungsgruppe", "Authorization", "Bearer " + token).statusCode()).as("a token opens no page").isEqualTo(302);
        assertThat(get(path).headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(send(HttpRequest.newBuilder(URI.create(hub.address().replaceAll("/$", "") + path)).header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(401);
        assertThat(hub.jdbc().sql("select digest from cube.feed_token").query(String.class).list())
                .allSatisfy(digest -> assertThat(digest).doesNotContain(token));
    }

    @Test
    void an_address_of_a_release_is_for_ever_and_latest_leads_to_it() {
        HttpResponse<byte[]> first = get(Q3 + "beratungen-thema.json");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(tag).matches("\"[0-9a-f]{64}\"");
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable", "private", "max-age=31536000");
        assertThat(get(Q3 + "beratungen-thema.json", "Authorization", "Bearer " + token, "If-None-Match", tag)).satisfies(again -> {
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        });
        HttpResponse<byte[]> latest = get("/feeds/v1/latest/beratungen-thema.csv");
        assertThat(latest.statusCode()).isEqualTo(302);
        assertThat(latest.headers().firstValue("Location").orElseThrow()).endsWith(Q3 + "beratungen-thema.csv");
        assertThat(get("/feeds/v1/2031-q1/beratungen-thema.csv").statusCode()).isEqualTo(404);
        assertThat(new String(get(Q3 + "gibtsnicht.csv").body(), StandardCharsets.UTF_8)).contains("HUB-FEED-002");
        assertThat(get(Q3 + "beratungen-thema.exe").statusCode()).isEqualTo(404);
        assertThat(text("/feeds/v1/releases.json")).contains("2026-q3", "2025-q4", "zertifikat");
    }

    @Test
    void the_three_forms_of_a_table_say_the_same() throws IOException {
        JsonNode stat = JSON.readTree(text(Q3 + "bestand-kommune.json"));
        List<CSVRecord> csv = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(new StringReader(text(Q3 + "bestand-kommune.csv"))).getRecords();
        List<Row> xlsx;
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(get(Q3 + "bestand-kommune.xlsx").body()))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName()).toList()).containsExactly("Daten", "Erläuterung");
            xlsx = book.getFirstSheet().read();
        }

        assertThat(csv).hasSameSizeAs(stat.get("value")).hasSize(xlsx.size() - 1);
        assertThat(xlsx.getFirst().getCellText(0)).isEqualTo("Kommune");
        int hidden = 0;
        for (int i = 0; i < csv.size(); i++) {
            JsonNode value = stat.get("value").get(i);
            Row row = xlsx.get(i + 1);
            assertThat(csv.get(i).get("wert")).isEqualTo(value.isNull() ? "" : value.asText());
            assertThat(row.getCellText(0)).isEqualTo(csv.get(i).get("kommune_text"));
            if (value.isNull()) {
                hidden++;
                assertThat(csv.get(i).get("zeichen")).isEqualTo(row.getCellText(3)).isIn("*", ".");
                assertThat(stat.get("status").get("" + i).asText()).isEqualTo(csv.get(i).get("zeichen").equals("*") ? "Q" : "O");
            } else {
                assertThat(row.getCell(2).getType()).isEqualTo(CellType.NUMBER);
                assertThat(row.getCell(2).asNumber().longValue()).isEqualTo(value.asLong());
            }
        }
        assertThat(hidden).isGreaterThan(2);
        assertThat(csv).anySatisfy(one -> assertThat(one.get("kommune_text")).isEqualTo("Bünde"));
    }

    @Test
    void excel_gets_semicolons_a_byte_order_mark_and_labels() {
        String csv = text(Q3 + "bestand-kommune.excel.csv");

        assertThat(csv).startsWith("\uFEFFKommune;Quartal;Fälle;Zeichen\r\n").contains("Bünde;3. Quartal 2026;").doesNotContain("2026-Q3");
    }

    @Test
    void a_data_set_has_the_structure_of_json_stat() throws IOException {
        for (String table : List.of("beratungen-ort", "wartezeit-termin", "neu-angekommen", "einreise-einbuergerung")) {
            JsonNode stat = JSON.readTree(text(Q3 + table + ".json"));

            assertThat(stat.get("version").asText()).isEqualTo("2.0");
            assertThat(stat.get("class").asText()).isEqualTo("dataset");
            int cells = 1;
            for (int i = 0; i < stat.get("id").size(); i++) {
                JsonNode category = stat.get("dimension").get(stat.get("id").get(i).asText()).get("category");
                assertThat(category.get("index")).hasSize(stat.get("size").get(i).asInt()).hasSize(category.get("label").size());
                cells *= stat.get("size").get(i).asInt();
            }
            assertThat(stat.get("value")).hasSize(cells);
            stat.get("role").forEach(role -> role.forEach(name -> assertThat(stat.get("id").toString()).contains(name.toString())));
            assertThat(stat.get("extension").get("veroeffentlichung").get("zertifikat").asText()).startsWith("ccc");
        }
        assertThat(JSON.readTree(text(Q3 + "einreise-einbuergerung.json")).get("value")).allMatch(JsonNode::isNull);
    }

    @Test
    void every_data_set_is_valid_json_stat() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(
                Path.of("src/test/resources/feeds/json-stat-dataset.json")));
        for (String table : HUB.get().jdbc().sql("select id from cube.published_table where release_id = '2026-q3'").query(String.class).list()) {
            JsonNode stat = JSON.readTree(text(Q3 + table + ".json"));
            assertThat(schema.validate(stat)).as(table).isEmpty();
            ((ObjectNode) stat).putArray("value").add("*");
            assertThat(schema.validate(stat)).as("no sign among the numbers").isNotEmpty();
        }
    }

    @Test
    void a_data_package_names_every_table_with_the_digest_of_its_file() throws Exception {
        JsonNode resources = JSON.readTree(text(Q3 + "datapackage.json")).get("resources");

        assertThat(resources).hasSize(14);
        for (JsonNode resource : resources) {
            byte[] csv = get(Q3 + resource.get("path").asText()).body();
            assertThat(resource.get("bytes").asInt()).isEqualTo(csv.length);
            assertThat(resource.get("hash").asText()).isEqualTo("sha256:" + java.util.HexFormat.of().formatHex(
                    java.security.MessageDigest.getInstance("SHA-256").digest(csv)));
            String header = new String(csv, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
            List<String> fields = new ArrayList<>();
            resource.get("schema").get("fields").forEach(field -> fields.add(field.get("name").asText()));
            assertThat(String.join(",", fields)).isEqualTo(header);
        }
    }

    @Test
    void the_calendar_has_whole_days_and_lines_of_75_octets() {
        String calendar = text("/feeds/v1/kalender.ics");

        assertThat(calendar.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", "")).contains("BEGIN:VCALENDAR", "DTSTART;VALUE=DATE:20261030", "CATEGORIES:Sitzung",
                "SUMMARY:Sitzung der Lenkungsgruppe\\; Großer Sitzungssaal\\, Kreishaus", "END:VCALENDAR");
    }

    @Test
    void the_report_is_a_tagged_pdf_that_says_its_language() {
        PrintedPage report = PrintedPage.of(get(Q3 + "bericht.pdf").body());

        assertThat(report.tagged()).isTrue();
        assertThat(report.language()).isEqualTo("de");
        assertThat(report.text()).contains("Zahlen für die Lenkungsgruppe, 3. Quartal 2026", "Beratungen nach Thema", "nimmt nicht teil",
                "Dafür gibt es noch zu wenige", "Jobcenter Herford", "ccccc").doesNotContain(SyntheticReleases.GIVEAWAYS);
    }

    /** A7 and A8: what is hidden stands in no file, and each file is byte for byte the same whenever it is fetched. */
    @Test
    void no_file_says_what_is_hidden_and_none_ever_changes() throws IOException {
        for (String table : HUB.get().jdbc().sql("select id from cube.published_table where release_id = '2026-q3'").query(String.class).list()) {
            for (String form : List.of(".csv", ".excel.csv", ".json", ".xlsx")) {
                HttpResponse<byte[]> file = get(Q3 + table + form);
                assertThat(file.body()).as(table + form).isEqualTo(hub.steering(false).bytes(Q3 + table + form));
                String content = form.equals(".xlsx") ? unpacked(file.body()) : new String(file.body(), StandardCharsets.UTF_8);
                assertThat(content).as(table + form).doesNotContain(SyntheticReleases.GIVEAWAYS);
            }
        }
        assertThat(text(Q3 + "datapackage.json").replaceAll("[0-9a-f]{64}", "")).doesNotContain(SyntheticReleases.GIVEAWAYS);
        assertThat(text(Q3 + "marke.csv")).contains("10000");
    }

    private static String unpacked(byte[] zip) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.append(entry.getName()).append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all).doesNotContain("<f>", "state=\"hidden\"", "comments");
        return all.toString();
    }
}
