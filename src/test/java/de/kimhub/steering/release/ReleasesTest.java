package de.kimhub.steering.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.disclosure.CellSuppression;
import de.kimhub.disclosure.Certificate;
import de.kimhub.disclosure.DisclosureMethod;
import de.kimhub.disclosure.LedgerCell;
import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Protection;
import de.kimhub.message.Measure;
import de.kimhub.steering.SteeringParts;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.catalogue.SteeringProblem;
import de.kimhub.steering.catalogue.SteeringSettings;
import de.kimhub.steering.catalogue.SteeringSettings.Municipality;
import de.kimhub.steering.catalogue.SteeringSettings.Organisation;
import de.kimhub.steering.catalogue.Themes;
import de.kimhub.steering.fact.Periods;
import de.kimhub.testing.Database;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Releases over four quarters with late records: frozen, proven together, and nothing where something is wrong. */
class ReleasesTest {

    private static final List<Quarter> QUARTERS = Quarter.between(new Quarter(2026, 1), new Quarter(2026, 4));
    private static final LocalDate LATER = LocalDate.of(2027, 2, 1);
    private static final List<String> TOWNS = List.of("05758012", "05758012", "05758012", "05758004", "05758004", "05758024");
    private static final List<String> THEMES = List.of("wohnen", "arbeit", "arbeit", "sprache", "sprache", "aufenthalt", "gesundheit");
    private static final SteeringSettings SETTINGS = new SteeringSettings("test", new Municipality("05758", "Test", true),
            Optional.of(QUARTERS.getFirst()), 1, 5, 30, List.of(), List.of(new Municipality("05758004", "Bünde", true),
            new Municipality("05758012", "Herford", true), new Municipality("05758024", "Löhne", true),
            new Municipality("05758032", "Spenge", false)), List.of(organisation("awo", "awo"), organisation("caritas", "caritas")),
            Map.of("bestand-ort", 0, "zugang-abgang", 0, "beratungen-thema", 0, "beratungen-gemeinde", 0, "wartezeit-termin", 0),
            List.of(new SteeringSettings.Posts(null, "awo", BigDecimal.valueOf(6)), new SteeringSettings.Posts(null, "caritas",
                    BigDecimal.valueOf(3))), List.of());

    @RegisterExtension
    final Database database = new Database();

    private final Random random = new Random(20261129);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private DisclosureMethod method = new CellSuppression();
    private long events = 1;

    private static Organisation organisation(String id, String instance) {
        return new Organisation(id, id.toUpperCase(java.util.Locale.ROOT), Set.of(instance), Optional.of(Period.ofMonths(1)));
    }

    private record Sources() implements FactSources {

        @Override
        public Map<Measure, Ground> grounds() {
            return Map.of(Measure.CASE, new Ground(false, false), Measure.CONSULTATION, new Ground(true, false));
        }

        @Override
        public Map<String, LocalDate> lastDeliveries(LocalDate until) {
            return Map.of("awo", until.minusDays(3));
        }

        @Override
        public Set<String> withOpenReviews() {
            return Set.of("caritas");
        }
    }

    @BeforeEach
    void start() {
        SteeringParts.publishing(context, database, SETTINGS, (ledger, effort, progress) -> method.protect(ledger, effort, progress));
        context.getBean(Periods.class).begin(QUARTERS.getFirst());
        QUARTERS.forEach(this::units);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    private void units(Quarter quarter) {
        for (int i = 0; i < 40; i++) {
            unit(2, quarter, i < 12 ? quarter : i < 20 ? quarter.plus(2) : null, "");
        }
        for (int i = 0; i < 110; i++) {
            unit(3, quarter, null, THEMES.get(random.nextInt(THEMES.size())));
        }
    }

    private void unit(int measure, Quarter opened, Quarter closed, String theme) {
        String town = TOWNS.get(random.nextInt(TOWNS.size()));
        database.jdbc().sql("insert into steering.unit (measure, rule, opened_by, opened_in, closed_in, municipality, organisation, theme, "
                        + "person) values (?, 'test', ?, ?, ?, ?, ?, ?, ?)").params(measure, events++, opened.id(),
                closed == null ? null : closed.id(), town, town.equals("05758012") ? "caritas" : "awo", theme,
                "STG-" + random.nextInt(60)).update();
    }

    private Releases.Result release(Quarter quarter) {
        return context.getBean(Releases.class).release(quarter, LATER, new Sources(), line -> { });
    }

    private List<String> findings(String release) {
        return context.getBean(Verification.class).verify(release).findings();
    }

    private Map<String, String> cells(String release) {
        return database.jdbc().sql("select table_id || array_to_string(codes, ' ') as place, coalesce(value::text, sign) as said from cube.cell "
                        + "where release_id = ?").param(release).query((row, no) -> Map.entry(row.getString(1), row.getString(2))).list()
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long count(String from) {
        return database.jdbc().sql("select count(*) from " + from).query(Long.class).single();
    }

    @Test
    void four_releases_with_late_records_say_the_same_of_the_same_and_are_proven_together() {
        Map<String, String> before = Map.of();
        for (Quarter quarter : QUARTERS) {
            Releases.Result result = release(quarter);
            assertThat(result.withheld().keySet()).as("what nobody tells is withheld, and nothing else").containsExactly("wartezeit-termin");
            Map<String, String> now = cells(result.id());
            before.forEach((place, said) -> assertThat(now.getOrDefault(place, said)).as(place).isEqualTo(said));
            before = now;
            assertThat(findings(result.id())).isEmpty();
            for (int i = 0; i < 3; i++) {
                unit(3, quarter.plus(1), null, "wohnen");
            }
        }
        assertThat(context.getBean(Verification.class).releases()).hasSize(4);
        assertThat(count("steering.publication_fact where value between 1 and 4")).as("no small number").isZero();
        assertThat(cells("2026-q4")).containsEntry("bestand-ort2026-Q4 05758032", ".");
        assertThat(database.jdbc().sql("select organisation || ' ' || state || ' ' || reviews_open from cube.data_state where release_id = "
                + "'2026-q4' order by 1").query(String.class).list()).containsExactly("AWO puenktlich false", "CARITAS fehlt true");
        assertThat(database.jdbc().sql("select name from cube.reference where release_id = '2026-q4'").query(String.class).list())
                .as("posts from five on").containsExactly("awo");
    }

    /**
     * Of the newest quarter alone nothing but zeros would be told. The year by theme would tell it to who keeps the three quarters before:
     * too much of that would be hidden as well.
     */
    @Test
    void a_table_whose_newest_quarter_would_be_hidden_is_told_in_its_coarser_form() {
        database.jdbc().sql("delete from steering.unit where measure = 3 and opened_in = '2026-Q4' and id not in (select id from (select id, "
                + "row_number() over (partition by theme order by id) as no from steering.unit where measure = 3 and opened_in = '2026-Q4' and "
                + "theme in ('wohnen', 'aufenthalt')) few where no <= 3)").update();
        QUARTERS.forEach(this::release);

        assertThat(dimensions("2026-q3", "beratungen-thema")).containsExactly("quarter", "theme");
        assertThat(dimensions("2026-q4", "beratungen-thema")).containsExactly("quarter");
        assertThat(cells("2026-q4").get("beratungen-thema2026-Q4")).isEqualTo("6");
        assertThat(database.jdbc().sql("select definition from cube.published_table where id = 'beratungen-thema' and release_id = '2026-q4'")
                .query(String.class).single()).contains("die Hälfte des jüngsten Zeitraums", "je Quartal", "Sind es mehr Menschen");
        assertThat(findings("2026-q4")).isEmpty();
    }

    /** Eight consultations of the newest quarter stand in no table by theme, and in the ledger as hidden for good. */
    @Test
    void a_quarter_that_only_its_year_could_tell_is_kept_and_proven_like_a_hidden_number() {
        database.jdbc().sql("delete from steering.unit where measure = 3").update();
        for (String theme : Themes.texts().keySet()) {
            QUARTERS.subList(0, 3).forEach(quarter -> IntStream.range(0, 30).forEach(one -> unit(3, quarter, null, theme)));
        }
        IntStream.range(0, 4).forEach(one -> List.of("wohnen", "arbeit").forEach(theme -> unit(3, QUARTERS.getLast(), null, theme)));
        database.jdbc().sql("update steering.unit set municipality = '05758012', organisation = case when id % 4 < 2 then 'caritas' else 'awo' "
                + "end where measure = 3 and opened_in = '2026-Q4'").update();
        QUARTERS.forEach(this::release);

        assertThat(dimensions("2026-q4", "beratungen-thema")).containsExactly("year", "theme");
        assertThat(cells("2026-q4")).containsEntry("beratungen-thema2026-Q1.2026-Q4 wohnen", "*")
                .containsEntry("beratungen-thema2026-Q1.2026-Q4 arbeit", "*").containsEntry("beratungen-thema2026-Q1.2026-Q4 sprache", "90");
        assertThat(database.jdbc().sql("select cell from steering.publication_fact f where value is null and few and not exists (select from "
                + "steering.cell_place p where p.cell = f.cell) and cell like '%theme%'").query(String.class).list()).containsExactlyInAnyOrder(
                "consultation opened=2026-Q4 theme=wohnen", "consultation opened=2026-Q4 theme=arbeit");
        assertThat(findings("2026-q4")).isEmpty();
    }

    @Test
    void a_first_quarter_that_is_nearly_empty_tells_what_it_can_and_why_the_rest_comes_later() {
        database.jdbc().sql("delete from steering.unit where opened_in = '2026-Q1' and (measure = 3 and id not in (select id from steering.unit where "
                + "measure = 3 and opened_in = '2026-Q1' order by id limit 3) or measure = 2 and id not in (select id from steering.unit where "
                + "measure = 2 and opened_in = '2026-Q1' order by id desc limit 7))").update();
        Releases.Result result = release(QUARTERS.getFirst());

        assertThat(dimensions(result.id(), "bestand-ort")).containsExactly("quarter");
        assertThat(cells(result.id())).containsEntry("bestand-ort2026-Q1", "7");
        assertThat(result.withheld().get("beratungen-gemeinde")).contains("noch zu wenige Menschen", "noch nicht abgeschlossen");
        assertThat(database.jdbc().sql("select definition from cube.published_table where id = 'bestand-ort'").query(String.class).single())
                .contains("Sind es mehr Menschen, steht sie wieder feiner");
        assertThat(findings(result.id())).isEmpty();
    }

    /** "Bis 5 %" of sixty are at most three: that would tell a number which tables hide. */
    @Test
    void how_many_are_of_unknown_place_or_theme_is_told_only_where_it_tells_no_small_number() {
        database.jdbc().sql("delete from steering.unit").update();
        for (int i = 0; i < 180; i++) {
            unit(3, QUARTERS.getFirst(), null, i % 60 == 0 ? "" : "wohnen");
        }
        database.jdbc().sql("update steering.unit set organisation = case when (select count(*) from steering.unit u where u.id < unit.id) < 60 "
                + "then 'awo' else 'caritas' end").update();
        release(QUARTERS.getFirst());

        assertThat(database.jdbc().sql("select organisation || ' ' || coalesce(unknown_share, 'not told') from cube.data_state order by 1")
                .query(String.class).list()).containsExactly("AWO not told", "CARITAS bis 5 %");
    }

    private List<String> dimensions(String release, String table) {
        return database.jdbc().sql("select name from cube.dimension where release_id = ? and table_id = ? order by position")
                .params(release, table).query(String.class).list();
    }

    @Test
    void where_only_the_small_numbers_are_hidden_their_tables_are_withheld() {
        method = (ledger, effort, progress) -> new Protection(ledger.cells().stream().filter(cell -> cell.standing() == Standing.PRIMARY
                || cell.standing() == Standing.HIDDEN).map(LedgerCell::id).collect(Collectors.toSet()), new Certificate(List.of()), List.of());
        Releases.Result result = release(QUARTERS.getFirst());

        assertThat(result.withheld()).containsKeys("bestand-ort", "zugang-abgang");
        assertThat(result.withheld().get("bestand-ort")).contains("HUB-STG-017");
        assertThat(count("cube.cell where table_id in ('bestand-ort', 'zugang-abgang')")).isZero();
        assertThat(count("steering.publication_fact where measure = 'case'")).isZero();
        assertThat(count("cube.published_table where id = 'bestand-ort' and withheld like '%HUB-STG-017%'")).isEqualTo(1);
        assertThat(count("cube.cell where table_id = 'beratungen-thema'")).as("what is proven is published").isPositive();
        assertThat(findings(result.id())).isEmpty();
    }

    @Test
    void a_closed_period_that_was_changed_withholds_its_tables_and_a_changed_release_is_found() {
        release(QUARTERS.get(0));
        database.jdbc().sql("delete from steering.unit where measure = 3 and opened_in = '2026-Q1' and theme = 'arbeit' and id in "
                + "(select min(id) from steering.unit where measure = 3 and opened_in = '2026-Q1' and theme = 'arbeit')").update();
        assertThat(release(QUARTERS.get(1)).withheld().get("beratungen-gemeinde")).contains(SteeringProblem.BASE_CHANGED.code());

        assertThatThrownBy(() -> database.jdbc().sql("update steering.publication_fact set value = value + 1").update())
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> database.jdbc().sql("update cube.cell set value = 7").update()).hasMessageContaining("never changed");
        assertThat(findings("2026-q1")).isEmpty();
        database.jdbc().sql("alter table cube.cell disable trigger all").update();
        database.jdbc().sql("update cube.cell set value = value + 1 where release_id = '2026-q1' and value > 20 and codes[2] = '*'").update();
        assertThat(findings("2026-q1")).hasSize(2);
    }

    @Test
    void an_interrupted_release_is_begun_again_and_none_is_made_too_early_or_twice() {
        Releases releases = context.getBean(Releases.class);
        assertRefused(QUARTERS.get(1), LATER, SteeringProblem.NOT_IN_ORDER);
        assertRefused(QUARTERS.get(0), LocalDate.of(2026, 4, 29), SteeringProblem.NOT_YET);
        assertThat(releases.due(LocalDate.of(2026, 4, 29))).isEmpty();
        assertThat(releases.due(LocalDate.of(2026, 4, 30))).contains(QUARTERS.getFirst());
        method = (ledger, effort, progress) -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> release(QUARTERS.getFirst())).hasMessage("killed");
        assertThat(count("cube.release") + count("steering.release_run")).isZero();
        assertThat(context.getBean(Periods.class).closedPeriods()).containsExactly(QUARTERS.getFirst());

        method = new CellSuppression();
        assertThat(release(QUARTERS.getFirst()).tables()).isEqualTo(4);
        assertRefused(QUARTERS.getFirst(), LATER, SteeringProblem.RELEASED);
    }

    private void assertRefused(Quarter quarter, LocalDate today, SteeringProblem problem) {
        assertThatThrownBy(() -> context.getBean(Releases.class).release(quarter, today, new Sources(), line -> { }))
                .isInstanceOfSatisfying(ReleaseRefused.class, refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
