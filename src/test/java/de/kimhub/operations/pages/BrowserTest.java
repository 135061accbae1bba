package de.kimhub.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.StartsHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The pages in a real browser. With {@code -Dpictures=folder} it leaves a picture of each. */
@StartsHub
class BrowserTest {

    @RegisterExtension
    static final SharedHub HUB = new SharedHub();
    private static final int[] WIDTHS = {1280, 320};

    private static Browser browser;

    @TempDir
    Path temp;

    private final PagesHub hub = HUB.get();

    @BeforeAll
    static void start() {
        browser = new Browser(HUB.get().address());
    }

    @AfterAll
    static void end() {
        browser.close();
    }

    @Test
    void every_page_is_accessible_and_fits_wide_and_narrow_light_and_dark() {
        hub.visitor("awo");
        hub.visitor("helfer");
        long task = hub.one("insert into hub.correction_task (recipient_no, event_id) select no, (select min(id) from hub.event) "
                + "from hub.instance where id = 'awo' returning id");
        Inspection inspection = new Inspection(browser);
        look(inspection, "/anmelden", "/anmelden?fehler", "/barrierefreiheit", "/leichte-sprache");
        browser.signIn("awo.person", PagesHub.PASSWORD);
        long document = hub.one("select min(document_id) from hub.quarantine");
        look(inspection, "/", "/dateien", "/dateien/abgaben/" + document, "/meldungen", "/konto/passwort", "/dateien/abgaben/999999", "/einwilligung",
                "/einwilligung/neu");
        browser.signIn("helfer.person", PagesHub.PASSWORD);
        look(inspection, "/meldungen", "/meldungen/blatt/" + sheet(), "/dateien");
        browser.signIn("awo.person", PagesHub.PASSWORD);
        browser.open("/einwilligung").fill("aktenzeichen", PagesHub.FILE_NUMBER);
        browser.find("main button").click();
        assertThat(browser.text()).contains("Einwilligungen in Akte");
        lookAtThis(inspection, "/einwilligung/akte");
        hub.jdbc().sql("delete from hub.correction_task where id = ?").param(task).update();
        assertThat(inspection.wrong()).isEmpty();
    }

    private static void look(Inspection inspection, String... paths) {
        for (String path : paths) {
            browser.open(path);
            lookAtThis(inspection, path);
        }
    }

    private static void lookAtThis(Inspection inspection, String path) {
        for (int width : WIDTHS) {
            inspection.look(path, width, false);
            inspection.look(path, width, true);
        }
    }

    /** From signing in to the receipt by the keyboard, and without JavaScript. */
    @Test
    void a_file_is_handed_in_by_the_keyboard_alone_and_without_javascript() throws IOException {
        hub.newcomer("tastatur", "awo");
        Path file = Files.writeString(temp.resolve("leer.csv"), de.kimhub.processing.Exports.awo().toString());
        browser.look(1280, false);
        browser.withoutJavaScript();
        try {
            browser.open("/anmelden");
            browser.press(Keys.TAB);
            assertThat(browser.focused()).isEqualTo("Zum Inhalt springen");
            assertThat(browser.tabTo("name")).isTrue();
            browser.enter("tastatur", Keys.TAB, PagesHub.PASSWORD);
            assertThat(browser.path()).isEqualTo("/");
            assertThat(browser.tabTo("Dateien")).isTrue();
            browser.enter();
            assertThat(browser.tabTo("datei")).isTrue();
            browser.choose(file);
            assertThat(browser.tabTo("Abgeben")).isTrue();
            browser.enter();
            assertThat(browser.path()).startsWith("/dateien/abgaben/");
            assertThat(browser.text()).contains("Datensätze", "Datei: leer.csv");
            assertThat(browser.tabTo("Abmelden")).isTrue();
            browser.enter();
            assertThat(browser.text()).contains("Sie sind abgemeldet");
        } finally {
            browser.withJavaScript();
        }
    }

    @Test
    void a_notice_sheet_is_printed_without_what_is_only_to_be_clicked() {
        hub.visitor("helfer");
        browser.look(1280, false);
        browser.signIn("helfer.person", PagesHub.PASSWORD);
        browser.open("/meldungen/blatt/" + sheet());
        browser.print(true);
        try {
            assertThat(browser.shows(".hub-meldung")).isTrue();
            assertThat(List.of("nav", "main button", "footer", ".hub-kopf__konto")).noneMatch(browser::shows);
        } finally {
            browser.print(false);
        }
    }

    private long sheet() {
        return hub.one("select max(b.id) from hub.delivery_batch b join hub.instance i on i.no = b.recipient_no "
                + "where i.id = 'helfer'");
    }
}
