package de.kimhub.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The pages in a real browser. With {@code -Dpictures=folder} it leaves a picture of each. */
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
        hub.jdbc().sql("insert into hub.correction_task (recipient_no, event_id) select b.recipient_no, b.event_ids[1] from "
                + "hub.delivery_batch b join hub.instance i on i.no = b.recipient_no where i.id = 'awo' and b.kind = 0 "
                + "on conflict do nothing").update();
        List<String> wrong = new ArrayList<>();
        look(wrong, "/anmelden", "/anmelden?fehler", "/barrierefreiheit", "/leichte-sprache");
        browser.signIn("awo.person", PagesHub.PASSWORD);
        long document = hub.one("select min(document_id) from hub.quarantine");
        look(wrong, "/", "/dateien", "/dateien/abgaben/" + document, "/meldungen", "/konto/passwort", "/dateien/abgaben/999999", "/einwilligung",
                "/einwilligung/neu");
        browser.signIn("helfer.person", PagesHub.PASSWORD);
        look(wrong, "/meldungen", "/meldungen/blatt/" + sheet(), "/dateien");
        browser.signIn("awo.person", PagesHub.PASSWORD);
        browser.open("/einwilligung").fill("aktenzeichen", PagesHub.FILE_NUMBER);
        browser.find("main button").click();
        assertThat(browser.text()).contains("Einwilligungen in Akte");
        lookAtThis(wrong, "/einwilligung/akte");
        assertThat(wrong).isEmpty();
    }

    private static void look(List<String> wrong, String... paths) {
        for (String path : paths) {
            browser.open(path);
            lookAtThis(wrong, path);
        }
    }

    private static void lookAtThis(List<String> wrong, String path) {
        for (int width : WIDTHS) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.look(width, dark);
                String where = path + " " + width + (dark ? " dark: " : " light: ");
                (dark ? browser.contrastViolations() : browser.violations()).forEach(one -> wrong.add(where + one));
                if (browser.overflow() > 0) {
                    wrong.add(where + browser.overflow() + " pixels too wide");
                }
                picture(path, width, dark);
            }
        }
    }

    private static void picture(String path, int width, boolean dark) {
        String folder = System.getProperty("pictures");
        if (folder != null) {
            browser.picture(Path.of(folder, path.replaceAll("[^a-z0-9]+", "_") + "-" + width + (dark ? "-dark" : "") + ".png"));
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
            browser.press("tastatur", Keys.TAB, PagesHub.PASSWORD, Keys.ENTER);
            assertThat(browser.path()).isEqualTo("/");
            assertThat(browser.tabTo("Dateien")).isTrue();
            browser.press(Keys.ENTER);
            assertThat(browser.tabTo("datei")).isTrue();
            browser.choose(file);
            assertThat(browser.tabTo("Abgeben")).isTrue();
            browser.press(Keys.ENTER);
            assertThat(browser.path()).startsWith("/dateien/abgaben/");
            assertThat(browser.text()).contains("Datensätze", "Datei: leer.csv");
            assertThat(browser.tabTo("Abmelden")).isTrue();
            browser.press(Keys.ENTER);
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
