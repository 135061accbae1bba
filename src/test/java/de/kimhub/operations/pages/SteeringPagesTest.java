package de.kimhub.operations.pages;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.operations.account.Role;
import de.kimhub.steering.SyntheticReleases;
import de.kimhub.testing.StartsHub;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the steering group's pages answer, and to whom. */
@StartsHub
class SteeringPagesTest {

    @RegisterExtension
    static final SharedHub HUB = new SharedHub();

    private final PagesHub hub = HUB.get();

    @BeforeAll
    static void fill() {
        HUB.get().steering(false);
        HUB.get().steering(true);
    }

    @Test
    void the_first_screen_states_five_figures_and_what_the_group_may_decide() {
        HttpResponse<String> start = hub.steering(false).get("/");

        assertThat(start.uri().getPath()).isEqualTo("/lenkungsgruppe");
        assertThat(start.body()).contains("Übersicht 3. Quartal 2026", "Offene Fälle im Case Management", "Beratungen", "Wartezeit auf einen Termin",
                "Offene Hürden", "Datenlieferungen", "4 von 5", "Die Gruppe kann:", "Ziel: Termin innerhalb von 28 Tagen", "gegenüber 2. Quartal 2026");
        assertThat(hub.steering(false).get("/lenkungsgruppe?stand=2025-q4").body()).contains("Übersicht 4. Quartal 2025")
                .contains("/lenkungsgruppe/beratungen?stand=2025-q4").doesNotContain("gegenüber");
    }

    @Test
    void every_area_says_what_is_found_what_is_counted_and_where_the_files_are() {
        Visitor group = hub.steering(false);
        assertThat(group.get("/lenkungsgruppe/engpaesse").body()).contains("die Hälfte wartet höchstens", "So lange oder kürzer warteten",
                "Gezählt: Menschen im Case Management.", "Prozent warteten höchstens 28 Tage", "/feeds/v1/2026-q3/wartezeit-termin.xlsx");
        assertThat(group.get("/lenkungsgruppe/kommunen-und-traeger").body()).contains("nimmt nicht teil", "Fälle je Vollzeitstelle nach Kommune",
                "weniger als 5 Stellen");
        assertThat(group.get("/lenkungsgruppe/einreise-einbuergerung").body()).contains("Dafür gibt es noch zu wenige Angaben");
        assertThat(group.get("/lenkungsgruppe/datenstand").body()).contains("Jobcenter Herford", "fehlt", "noch keine", "c".repeat(63));
        assertThat(List.of("/lenkungsgruppe/gibtsnicht", "/lenkungsgruppe?stand=2031-q1")).allSatisfy(path -> {
            assertThat(group.get(path).statusCode()).isEqualTo(404);
            assertThat(group.get(path).body()).contains("HUB-BRD-001");
        });
    }

    @Test
    void the_group_sees_nothing_of_an_instance_and_an_instance_nothing_of_the_groups() {
        for (String path : List.of("/dateien", "/meldungen", "/einwilligung", "/lenkungsgruppe/huerden/pflegen")) {
            assertThat(hub.steering(false).get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(hub.steering(true).get("/lenkungsgruppe/huerden/pflegen").statusCode()).isEqualTo(200);
        assertThat(hub.visitor("awo").get("/lenkungsgruppe").statusCode()).isEqualTo(403);
        assertThat(hub.visitor("awo").post("/lenkungsgruppe/huerden/melden", "/lenkungsgruppe/huerden/melden", "titel", "Von der AWO",
                "thema", "sprache").body()).contains("Die Hürde ist gemeldet.").doesNotContain("Einreise bis Einbürgerung");
        Visitor awo = hub.limited("nur.dateien", "awo", Role.DATEIEN);
        assertThat(awo.get("/lenkungsgruppe").statusCode()).isEqualTo(403);
        assertThat(awo.get("/feeds/v1/releases.json").statusCode()).isEqualTo(401);
        assertThat(new Visitor(hub.address()).get("/lenkungsgruppe").uri().getPath()).isEqualTo("/anmelden");
    }

    @Test
    void a_hurdle_is_raised_by_the_group_and_seen_by_it_once_the_ki_has_approved_it() {
        Visitor group = hub.steering(false);
        Visitor ki = hub.steering(true);
        String raise = "/lenkungsgruppe/huerden/melden";
        assertThat(group.post(raise, raise, "titel", "X", "thema", "nichts").body()).contains("3 bis 160 Zeichen", "eines aus der Liste");
        assertThat(group.post(raise, raise, "titel", "Kein Termin ohne Internet", "thema", "orientierung").body()).contains("Die Hürde ist gemeldet.")
                .doesNotContain("Kein Termin ohne Internet");
        long id = hub.one("select id from cube.hurdle where title = 'Kein Termin ohne Internet'");
        String keep = "/lenkungsgruppe/huerden/pflegen/" + id;
        String[] change = {"titel", "Kein Termin ohne Internet", "thema", "orientierung", "stand", "arbeitsgruppe", "arbeitsgruppe", "Termine",
                "zustaendig", "Ausländerbehörde", "frist", "2027-03-05", "fassung", "1"};

        assertThat(ki.post(keep, keep, change).body()).contains("muss freigegeben sein");
        assertThat(group.postWithoutToken(keep, change).statusCode()).isEqualTo(403);
        String[] approved = java.util.stream.Stream.concat(java.util.Arrays.stream(change), java.util.stream.Stream.of("freigegeben", "true"))
                .toArray(String[]::new);
        assertThat(ki.post(keep, keep, approved).body()).contains("Die Hürde ist gespeichert.");
        assertThat(ki.post(keep, keep, approved)).satisfies(late -> {
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.body()).contains("HUB-BRD-004");
        });
        assertThat(group.get("/lenkungsgruppe/huerden").body()).contains("Kein Termin ohne Internet", "in der Arbeitsgruppe", "Ausländerbehörde",
                "05.03.2027");
        assertThat(ki.get(keep).body()).contains("nicht freigegeben, durch lenkungsgruppe", "freigegeben, durch ki-koordination");
    }

    @Test
    void the_ki_reads_by_their_names_who_told_of_a_hurdle() {
        for (String source : List.of("awo", "laengst-fort")) {
            hub.jdbc().sql("insert into cube.hurdle (title, theme, source, source_ref, changed_by) values ('Von ' || ?, 'sprache', ?, 'x', ?)")
                    .params(source, source, source).update();
        }
        assertThat(hub.steering(true).get("/lenkungsgruppe/huerden/pflegen").body()).contains(", von AWO Musterstadt",
                ", von einer Stelle, die nicht mehr teilnimmt").doesNotContain(", von awo", ", von laengst-fort");
    }

    /** A7: what is hidden can be worked out from the totals of no file and no page. */
    @Test
    void no_page_says_what_is_hidden() {
        for (String path : List.of("/lenkungsgruppe", "/lenkungsgruppe/einreise-einbuergerung", "/lenkungsgruppe/engpaesse",
                "/lenkungsgruppe/beratungen", "/lenkungsgruppe/kommunen-und-traeger", "/lenkungsgruppe/datenstand")) {
            assertThat(hub.steering(false).get(path).body()).as(path).doesNotContain(SyntheticReleases.GIVEAWAYS);
        }
        assertThat(hub.steering(false).get("/lenkungsgruppe/einreise-einbuergerung").body()).contains("Bleiberechte: 10.000 Fälle",
                ">geheim<");
    }
}
