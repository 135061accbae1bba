package de.kimhub.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.StartsHub;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The steering group's pages in a real browser. With {@code -Dpictures=folder} it leaves a picture of each. */
@StartsHub
class SteeringBrowserTest {

    @RegisterExtension
    static final SharedHub HUB = new SharedHub();
    private static final int[] WIDTHS = {1280, 320};

    private static Browser browser;

    private final PagesHub hub = HUB.get();

    @BeforeAll
    static void start() {
        browser = new Browser(HUB.get().address());
        HUB.get().steering(false);
        HUB.get().steering(true);
        HUB.get().jdbc().sql("""
                insert into cube.hurdle (title, theme, description, state, approved, working_group, decision, responsible, due, raised_on,
                    changed_by) values
                ('Den Vordruck für die Aufenthaltskarte gibt es nur auf Deutsch', 'aufenthalt', 'In allen Kommunen.', 'lenkungsgruppe',
                    true, 'Formulare', '', 'Ausländerbehörde', '2026-02-01', '2025-11-03', 'probe'),
                ('Für Kurse fehlt Kinderbetreuung', 'sprache', '', 'geloest', true, 'Sprache', 'Betreuung wird gestellt.', 'VHS', null,
                    '2025-10-01', 'probe'),
                ('Termine nur am Telefon', 'orientierung', '', 'gemeldet', false, '', '', '', null, '2026-01-10', 'probe')""").update();
    }

    @AfterAll
    static void end() {
        browser.close();
    }

    @Test
    void every_page_is_accessible_and_fits_wide_and_narrow_light_and_dark() {
        Inspection inspection = new Inspection(browser);
        browser.signIn("ki-koordination", PagesHub.PASSWORD);
        long hurdle = hub.one("select min(id) from cube.hurdle");
        for (String path : List.of("/lenkungsgruppe", "/lenkungsgruppe/einreise-einbuergerung", "/lenkungsgruppe/engpaesse",
                "/lenkungsgruppe/beratungen", "/lenkungsgruppe/kommunen-und-traeger", "/lenkungsgruppe/huerden", "/lenkungsgruppe/datenstand",
                "/lenkungsgruppe/huerden/melden", "/lenkungsgruppe/huerden/pflegen", "/lenkungsgruppe/huerden/pflegen/" + hurdle)) {
            browser.open(path);
            browser.openAllDetails();
            look(inspection, path);
        }
        assertThat(inspection.wrong()).isEmpty();
    }

    /** Colours do not depend on the width: in the dark it is looked at wide only. */
    private static void look(Inspection inspection, String path) {
        for (int width : WIDTHS) {
            inspection.look(path, width, false);
        }
        inspection.look(path, WIDTHS[0], true);
    }

    @Test
    void another_release_is_chosen_by_the_keyboard_alone_and_without_javascript() {
        browser.look(1280, false);
        browser.signIn("lenkungsgruppe", PagesHub.PASSWORD);
        browser.withoutJavaScript();
        try {
            browser.open("/lenkungsgruppe");
            browser.press(Keys.TAB);
            assertThat(browser.focused()).isEqualTo("Zum Inhalt springen");
            assertThat(browser.tabTo("stand")).isTrue();
            browser.enter(Keys.ARROW_DOWN, Keys.TAB);
            assertThat(browser.path()).isEqualTo("/lenkungsgruppe?stand=2026-q2");
            assertThat(browser.text()).contains("Übersicht 2. Quartal 2026");
            assertThat(browser.tabTo("Beratungen")).isTrue();
            browser.enter();
            assertThat(browser.path()).isEqualTo("/lenkungsgruppe/beratungen?stand=2026-q2");
            assertThat(browser.tabTo("Zahlen zu diesem Bild")).isTrue();
            browser.press(Keys.ENTER);
            assertThat(browser.shows(".hub-zahlentabelle")).isTrue();
        } finally {
            browser.withJavaScript();
        }
    }

    /** Nothing but the hub's own host is asked, and little of it. */
    @Test
    void a_page_weighs_less_than_300_kilobytes_without_fonts_and_asks_no_other_host() {
        browser.signIn("lenkungsgruppe", PagesHub.PASSWORD);
        for (String path : List.of("/lenkungsgruppe", "/lenkungsgruppe/beratungen", "/lenkungsgruppe/engpaesse")) {
            browser.open(path);
            assertThat(browser.loaded()).allSatisfy(one -> assertThat(one).startsWith(hub.address()));
            assertThat(browser.weightWithoutFonts()).isBetween(10_000L, 300_000L);
        }
    }

    @Test
    void the_print_view_is_a_tagged_pdf_with_the_numbers_and_without_what_is_only_to_be_clicked() {
        browser.look(1280, false);
        browser.signIn("lenkungsgruppe", PagesHub.PASSWORD);
        browser.open("/lenkungsgruppe/beratungen");
        browser.print(true);
        try {
            assertThat(List.of("nav", "main button", "footer", ".hub-dateien")).noneMatch(browser::shows);
            assertThat(browser.shows(".hub-bild")).isTrue();
        } finally {
            browser.print(false);
        }
        PrintedPage printed = PrintedPage.of(browser.printed());
        assertThat(printed.tagged()).isTrue();
        assertThat(printed.text()).contains("Beratungen nach Thema", "Veränderung", "zum Schutz einzelner Menschen").doesNotContain("JSON-stat");
    }
}
