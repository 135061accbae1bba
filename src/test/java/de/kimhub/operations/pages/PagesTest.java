package de.kimhub.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.operations.account.Role;
import de.kimhub.runtime.KimHub;
import de.kimhub.testing.StartsHub;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the pages answer, and to whom. */
@StartsHub
class PagesTest {

    @RegisterExtension
    static final SharedHub HUB = new SharedHub();

    private final PagesHub hub = HUB.get();

    @Test
    void what_became_of_a_file_is_shown_with_place_code_and_what_to_do() {
        Visitor awo = hub.visitor("awo");
        long document = hub.one("select min(document_id) from hub.quarantine");

        assertThat(awo.get("/dateien").body()).contains("1 zurückgestellt", PagesHub.UPLOAD);
        assertThat(awo.get("/dateien/abgaben/" + document).body()).contains("Ein Teil wurde zurückgestellt", "Datensatz 3, Zeile 4",
                "HUB-", PagesHub.UPLOAD);
        assertThat(awo.get("/meldungen").body()).contains("Abgabe " + document);
    }

    @Test
    void a_file_of_which_nothing_can_be_read_is_refused_whole() {
        HttpResponse<String> answer = hub.visitor("awo").handIn("falsch.csv", "A;B\r\n1;2\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.body()).contains("Die Datei wurde zurückgewiesen", "Code <span>HUB-");
    }

    @Test
    void a_form_that_is_sent_twice_is_one_hand_over() {
        Visitor jobcenter = hub.visitor("jobcenter");
        String form = jobcenter.uploadForm();
        byte[] content = "Kundennummer;Name\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(jobcenter.handIn(form, "x.csv", content).uri()).isEqualTo(jobcenter.handIn(form, "x.csv", content).uri());
        assertThat(jobcenter.handIn("x.csv", content).uri()).isNotEqualTo(jobcenter.handIn(form, "x.csv", content).uri());
    }

    @Test
    void an_instance_in_test_says_so_and_takes_marked_files_only() {
        Visitor probe = hub.visitor("probe");
        byte[] content = "FALL;EREIGNIS\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(probe.get("/dateien").body()).contains("Caritas Musterstadt (Testbetrieb: nur Testdaten)");
        assertThat(probe.handIn("echt.csv", content).body()).contains("HUB-WEB-018");
        assertThat(probe.handIn("testdaten.csv", content).body()).contains("Die Datei wurde zurückgewiesen");
        assertThat(hub.visitor("awo").handIn("testdaten.csv", content).body()).contains("HUB-WEB-019");
        assertThat(hub.one("select count(*) from hub.source_document d join hub.instance i on i.no = d.instance_no "
                + "where i.id = 'probe--test'")).isEqualTo(1);
    }

    @Test
    void too_large_or_no_file_is_refused_and_leaves_nothing() {
        Visitor awo = hub.visitor("awo");
        long before = hub.one("select count(*) from hub.source_document");

        assertThat(awo.handIn("gross.csv", new byte[1024 * 1024 + 1])).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("HUB-WEB-012");
        });
        assertThat(awo.handIn("", new byte[0]).body()).contains("HUB-WEB-011");
        assertThat(hub.one("select count(*) from hub.source_document")).isEqualTo(before);
    }

    @Test
    void what_is_laid_out_is_fetched_and_then_taken_away() throws IOException {
        Visitor awo = hub.visitor("awo");
        long batch = hub.one("select max(b.id) from hub.delivery_batch b join hub.instance i on i.no = b.recipient_no "
                + "where i.id = 'awo' and kind = 0");

        assertThat(awo.get("/dateien/abholen/" + batch + "/csv").body()).contains(PagesHub.FILE_NUMBER, "Bewerbungstraining Probe");
        assertThat(hub.one("select count(*) from hub.delivery_batch where fetched_at is not null and id = " + batch))
                .as("known there, should it be taken back").isEqualTo(1);
        assertThat(awo.post("/dateien", "/dateien/abgeholt/" + batch).body()).contains("ist als abgeholt vermerkt");
        assertThat(awo.get("/dateien/abholen/" + batch + "/csv").body()).contains("HUB-WEB-015");
        try (Stream<Path> left = Files.list(hub.folder("awo/import"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void a_notice_sheet_is_read_printed_and_marked_as_done() {
        Visitor helfer = hub.visitor("helfer");
        long sheet = sheet();

        assertThat(helfer.get("/meldungen/blatt/" + sheet).body()).contains("Aktenzeichen H-17", "Bewerbungstraining Probe")
                .doesNotContain("Musterfrau");
        assertThat(helfer.get("/meldungen/blatt/" + sheet + "/pdf").body()).startsWith("%PDF");
        assertThat(helfer.post("/meldungen", "/meldungen/blatt/" + sheet + "/erledigt").body()).contains("Erledigte Meldungsblätter");
        assertThat(helfer.post("/meldungen", "/meldungen/blatt/" + sheet + "/offen").body()).contains("Offene Meldungsblätter");
    }

    @Test
    void what_is_to_be_done_by_hand_is_shown_to_whom_it_concerns_and_confirmed_once() {
        Visitor helfer = hub.visitor("helfer");
        hub.jdbc().sql("insert into hub.correction_task (recipient_no, event_id) select no, (select max(event_ids[1]) from "
                + "hub.delivery_batch where recipient_no = no) from hub.instance where id = 'helfer'").update();
        long task = hub.one("select max(id) from hub.correction_task");
        String done = "/meldungen/aufgabe/" + task + "/erledigt";

        assertThat(helfer.get("/meldungen").body()).contains("Von Hand zu tun", "Berichtigen", "von Jobcenter Musterstadt");
        assertThat(helfer.get("/").body()).contains("/meldungen");
        assertThat(hub.visitor("awo").get("/meldungen").body()).doesNotContain("Von Hand zu tun");
        refusesToChange(hub.visitor("awo"), done);
        assertThat(helfer.post("/meldungen", done).body()).contains("Erledigte Aufgaben", "durch helfer.person")
                .doesNotContain("Von Hand zu tun");
        refusesToChange(helfer, done);
        assertThat(hub.one("select count(*) from hub.audit_entry where actor = 'helfer.person' and action = 'task-confirmed'"))
                .isEqualTo(1);
    }

    @Test
    void what_is_to_be_done_by_hand_is_listed_and_confirmed_by_command_too() {
        long task = hub.one("insert into hub.correction_task (recipient_no, event_id) select b.recipient_no, b.event_ids[1] from "
                + "hub.delivery_batch b join hub.instance i on i.no = b.recipient_no where i.id = 'awo' and b.kind = 0 limit 1 returning id");

        assertThat(command("tasks", "awo")).startsWith("1").contains(task + "  awo", "Berichtigen seit", "von jobcenter", "1 offen.")
                .doesNotContain(PagesHub.FILE_NUMBER);
        assertThat(command("tasks", "helfer", "--done", "" + task)).startsWith("1").contains("keine offene Aufgabe");
        assertThat(command("tasks", "awo", "--done", "" + task)).startsWith("0").contains("Nichts ist offen.");
        assertThat(hub.visitor("awo").get("/meldungen").body()).contains("durch Berta Beispiel");
        assertThat(hub.one("select count(*) from hub.audit_entry where actor = 'Berta Beispiel' and action = 'task-confirmed'"))
                .isEqualTo(1);
    }

    /** @return exit code and what it printed */
    private String command(String name, String... more) {
        java.io.StringWriter out = new java.io.StringWriter();
        List<String> words = new java.util.ArrayList<>(List.of(name, hub.folder("config/test").toString()));
        words.addAll(List.of(more));
        words.addAll(List.of("--as", "Berta Beispiel"));
        int code = KimHub.commandLine().setOut(new java.io.PrintWriter(out)).execute(words.toArray(String[]::new));
        return code + " " + out;
    }

    /** Every address with a number, with the numbers of all others. */
    @Test
    void an_instance_never_sees_what_is_anothers() {
        List<Long> documents = hub.jdbc().sql("select d.id from hub.source_document d join hub.instance i on i.no = d.instance_no "
                + "where i.id <> 'helfer'").query(Long.class).list();
        List<Long> batches = hub.jdbc().sql("select b.id from hub.delivery_batch b join hub.instance i on i.no = b.recipient_no "
                + "where i.id <> 'jobcenter'").query(Long.class).list();
        assertThat(documents).hasSizeGreaterThan(2);
        assertThat(batches).hasSizeGreaterThan(2);

        documents.forEach(id -> refuses(hub.visitor("helfer"), "/dateien/abgaben/" + id, "/meldungen/abgabe/" + id));
        documents.forEach(id -> refusesToChange(hub.visitor("helfer"), "/meldungen/abgabe/" + id + "/erledigt",
                "/meldungen/abgabe/" + id + "/offen"));
        batches.forEach(id -> refuses(hub.visitor("jobcenter"), "/dateien/abholen/" + id + "/csv", "/dateien/abholen/" + id + "/pdf",
                "/meldungen/blatt/" + id, "/meldungen/blatt/" + id + "/pdf"));
        batches.forEach(id -> refusesToChange(hub.visitor("jobcenter"), "/dateien/abgeholt/" + id,
                "/meldungen/blatt/" + id + "/erledigt", "/meldungen/blatt/" + id + "/offen"));
        assertThat(hub.one("select count(*) from hub.notice_done n join hub.instance i on i.no = n.instance_no "
                + "where i.id = 'jobcenter'")).isZero();
    }

    private static void refuses(Visitor visitor, String... paths) {
        for (String path : paths) {
            assertThat(visitor.get(path)).as(path).satisfies(PagesTest::isNotFound);
        }
    }

    private static void refusesToChange(Visitor visitor, String... paths) {
        for (String path : paths) {
            assertThat(visitor.post("/konto/passwort", path)).as(path).satisfies(PagesTest::isNotFound);
        }
    }

    private static void isNotFound(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("HUB-WEB-0").doesNotContain("AWO-7", "H-17", "Musterfrau");
    }

    @Test
    void an_address_that_is_not_there_is_not_found_whoever_asks() {
        refuses(hub.visitor("awo"), "/gibtsnicht", "/dateien2", "/actuator/health");
        assertThat(new Visitor(hub.address()).get("/gibtsnicht").uri().getPath()).isEqualTo("/anmelden");
    }

    @Test
    void an_account_opens_only_what_it_is_for() {
        Visitor reader = hub.limited("nur.lesen", "awo", Role.MELDUNGEN);

        assertThat(reader.get("/").body()).contains("/meldungen").doesNotContain("href=\"/dateien\"");
        assertThat(List.of("/dateien", "/dateien/abgaben/1", "/einwilligung")).allSatisfy(path -> {
            assertThat(reader.get(path).statusCode()).isEqualTo(403);
            assertThat(reader.get(path).body()).contains("HUB-WEB-002");
        });
        Visitor administrator = new Visitor(hub.address());
        administrator.signInFirst("verwalterin", hub.accounts().add("verwalterin", Optional.empty(), Set.of(Role.VERWALTUNG)),
                PagesHub.PASSWORD);
        assertThat(List.of("/dateien", "/meldungen", "/einwilligung"))
                .allSatisfy(path -> assertThat(administrator.get(path).statusCode()).isEqualTo(403));
    }

    @Test
    void an_error_is_a_page_in_german_without_a_value() {
        Visitor awo = hub.visitor("awo");

        assertThat(awo.get("/dateien/abgaben/M%C3%BCller").body()).contains("HUB-WEB-001").doesNotContain("Müller");
        assertThat(awo.get("/dateien/abholen/1/..%2f..%2fhub.yaml").statusCode()).isEqualTo(400);
        assertThat(awo.get("/dateien/abholen/1/yaml").body()).contains("HUB-WEB-015");
    }

    @Test
    void neither_the_log_nor_the_audit_names_a_file_or_a_person() throws IOException {
        assertThat(Files.readString(hub.folder("data/logs/hub.log")))
                .doesNotContain("Musterfrau", "falsch.csv", PagesHub.FILE_NUMBER, PagesHub.PASSWORD);
        assertThat(hub.jdbc().sql("select actor || ' ' || action || ' ' || subject from hub.audit_entry").query(String.class).list())
                .anySatisfy(entry -> assertThat(entry).startsWith("awo.person file-handed-in instance awo, document "))
                .noneSatisfy(entry -> assertThat(entry).containsAnyOf("Musterfrau", ".csv", PagesHub.FILE_NUMBER));
    }

    private long sheet() {
        return hub.one("select max(b.id) from hub.delivery_batch b join hub.instance i on i.no = b.recipient_no "
                + "where i.id = 'helfer'");
    }
}
