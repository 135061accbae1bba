package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.PersonRegister;
import de.kimhub.message.Checkpoints;
import de.kimhub.pseudonym.Rotations;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.fact.Periods;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** What tools tell is counted once, without names, in the period that is open; closed periods stay as they are. */
class FactsTest {

    static final String STEERING = """
            catalogue: test
            kreis: {code: "05758", name: Kreis Test}
            municipalities: [{code: "05758004", name: Bünde}]
            organisations: [{id: awo, name: AWO, instances: [awo]}, {id: caritas, name: Caritas, instances: caritas}]
            """;
    static final String DOMAINS = """
            domains:
              - {name: steuerung, prefix: STG, recipient: lenkungsgruppe, purpose: statistics, legalBasis: nur für Tests,
                 mode: keyed, validity: P1Y, retention: P1Y}
            """;
    private static final List<String> NAMES = List.of("Musterfrau", "Beispielov", "Testmann", "Probeler", "Vorlage", "Erfunden",
            "Schablone", "Entwurf", "Gedacht");
    private static final LocalDate TODAY = LocalDate.now();
    private static final Quarter NOW = Quarter.of(TODAY);

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private final AtomicInteger kills = new AtomicInteger();
    private TestHub hub;

    @BeforeEach
    void start() throws IOException {
        start(Map.of());
        hub.bean(Rotations.class).create("steuerung");
    }

    private void start(Map<String, String> more) throws IOException {
        if (hub != null) {
            hub.close();
        }
        Map<String, String> files = new java.util.HashMap<>(Map.of("steering.yaml", STEERING, "pseudonym-domains.yaml", DOMAINS));
        files.putAll(more);
        hub = new TestHub(database, folder, 3, name -> {
            if (name.equals("processing.before-commit") && kills.getAndDecrement() > 0) {
                throw new org.springframework.dao.TransientDataAccessResourceException("killed");
            }
        }, Set.of(), files);
    }

    @AfterEach
    void stop() {
        hub.assertEverythingAddsUp();
        hub.close();
    }

    private static String[] with(LocalDate day, String... more) {
        String[] all = new String[more.length + 2];
        System.arraycopy(more, 0, all, 0, more.length);
        all[more.length] = "DATUM";
        all[more.length + 1] = day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
        return all;
    }

    private static Exports entry(Exports all, String number, String file, String kind, LocalDate day, String... more) {
        return all.entry(number, file, kind, NAMES.get(file.charAt(4) - '0'), "Beispiela", "05.06.199" + file.charAt(4), with(day, more));
    }

    private void give(Exports all) {
        hub.give("awo", all.toString());
        hub.run();
    }

    private void give(String number, String file, String kind, LocalDate day, String... more) {
        give(entry(Exports.awo(), number, file, kind, day, more));
    }

    /** measure, opened, closed, theme */
    private List<String> units() {
        return hub.jdbc().sql("select measure || ' ' || opened_in || ' ' || coalesce(closed_in, '-') || ' ' || theme || route || reason "
                + "from steering.unit order by measure, opened_in, id").query(String.class).list();
    }

    private long count(String where) {
        return hub.jdbc().sql("select count(*) from steering.unit where " + where).query(Long.class).single();
    }

    private void close(Quarter period) {
        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> hub.bean(Periods.class).close(period, period.end()));
    }

    @Test
    void the_same_event_counts_once_whatever_is_killed_and_however_often_it_comes() {
        Exports all = Exports.awo();
        for (int i = 0; i < 8; i++) {
            entry(all, "1" + i, "AWO-" + i, "fall_eroeffnet", TODAY);
            entry(all, "2" + i, "AWO-" + i, "beratung", TODAY, "THEMA", "wohnen");
        }
        kills.set(2);
        hub.give("awo", all.toString());
        for (int i = 0; i < 3; i++) {
            try {
                hub.run();
            } catch (RuntimeException killed) {
                // and begun again
            }
        }
        assertThat(kills).hasNegativeValue();
        give(all);
        entry(all, "30", "AWO-1", "beratung", TODAY, "THEMA", "arbeit");
        give(all);

        assertThat(count("measure = 2")).isEqualTo(8);
        assertThat(count("measure = 3 and theme = 'wohnen'")).isEqualTo(8);
        assertThat(count("measure = 3 and theme = 'arbeit'")).isEqualTo(1);
        assertThat(count("municipality = '05758004' and organisation = 'awo' and opened_in = '" + NOW.id() + "' and person like 'STG-%'"))
                .isEqualTo(17);
        assertThat(hub.jdbc().sql("select count(distinct person) from steering.unit").query(Long.class).single()).isEqualTo(8);
        assertThat(hub.jdbc().sql("select u::text from steering.unit u").query(String.class).list())
                .noneMatch(row -> row.contains("AWO-") || row.contains("Beispiel") || row.contains("1990"));
    }

    @Test
    void what_is_corrected_or_taken_back_changes_an_open_period_and_no_closed_one() {
        give("1", "AWO-1", "fall_eroeffnet", TODAY);
        give("2", "AWO-1", "beratung", TODAY, "THEMA", "wohnen");
        give("2", "AWO-1", "beratung", TODAY, "THEMA", "arbeit");
        give("3", "AWO-1", "beratung", TODAY, "THEMA", "sprache");
        give("3", "AWO-1", "beratung", TODAY, "THEMA", "sprache", "STATUS", "storniert");
        assertThat(units()).containsExactly("2 " + NOW.id() + " - ", "3 " + NOW.id() + " - arbeit");

        close(NOW);
        give("2", "AWO-1", "beratung", TODAY, "THEMA", "wohnen");
        give("4", "AWO-1", "beratung", TODAY, "THEMA", "gesundheit");
        assertThat(units()).containsExactly("2 " + NOW.id() + " - ", "3 " + NOW.id() + " - arbeit",
                "3 " + NOW.plus(1).id() + " - gesundheit");
        assertThat(count("late")).isEqualTo(1);

        give("1", "AWO-1", "fall_eroeffnet", TODAY, "STATUS", "storniert");
        assertThat(units()).contains("2 " + NOW.id() + " " + NOW.plus(1).id() + " zurueckgenommen");
    }

    /** Otherwise what was published of the stock would not be true any more, and nothing of cases could be published. */
    @Test
    void the_place_of_a_case_of_a_closed_period_is_not_learnt_when_it_is_closed() {
        give("1", "AWO-1", "fall_eroeffnet", TODAY);
        give("2", "AWO-2", "fall_eroeffnet", TODAY);
        hub.jdbc().sql("update steering.unit set municipality = ''").update();
        give("3", "AWO-2", "fall_abgeschlossen", TODAY, "ABSCHLUSSGRUND", "umzug");
        close(NOW);
        give("4", "AWO-1", "fall_abgeschlossen", TODAY, "ABSCHLUSSGRUND", "umzug");

        assertThat(hub.jdbc().sql("select closed_in || municipality from steering.unit order by id").query(String.class).list())
                .containsExactly(NOW.plus(1).id(), NOW.id() + "05758004");
    }

    @Test
    void a_case_is_closed_by_its_own_file_also_when_the_person_is_forgotten() {
        give("1", "AWO-1", "fall_eroeffnet", TODAY);
        hub.jdbc().sql("update identity.source_case set seen_at = now() - interval '8 days'").update();
        hub.bean(NotEnrolledRetention.class).deleteExpired();
        assertThat(hub.jdbc().sql("select count(*) from identity.source_case").query(Long.class).single()).isZero();
        give("2", "AWO-1", "fall_abgeschlossen", TODAY, "ABSCHLUSSGRUND", "umzug");

        assertThat(units()).containsExactly("2 " + NOW.id() + " " + NOW.id() + " umzug");
    }

    @Test
    void what_was_there_before_the_first_period_is_in_the_stock_and_no_news() {
        give("1", "AWO-1", "beratung", TODAY, "THEMA", "wohnen");
        give("2", "AWO-2", "fall_eroeffnet", TODAY.minusYears(2));
        give("3", "AWO-2", "beratung", TODAY.minusYears(2), "THEMA", "wohnen");

        assertThat(units()).containsExactly("2 " + NOW.id() + " - bestand", "3 " + NOW.id() + " - wohnen");
    }

    @Test
    void who_is_erased_is_gone_from_the_open_period_and_a_mere_count_in_the_closed_one() {
        give("1", "AWO-1", "fall_eroeffnet", TODAY);
        give("2", "AWO-1", "beratung", TODAY, "THEMA", "wohnen");
        close(NOW);
        give("3", "AWO-1", "beratung", TODAY, "THEMA", "arbeit");
        give("4", "AWO-2", "fall_eroeffnet", TODAY);
        hub.bean(Erasures.class).erase("awo", "AWO-1", ErasureReason.values()[0], "Test");

        assertThat(units()).containsExactly("2 " + NOW.id() + " " + NOW.plus(1).id() + " geloescht", "2 " + NOW.plus(1).id() + " - ",
                "3 " + NOW.id() + " - wohnen");
        assertThat(count("person is null and file is null and opened_by is null and opened_on is null")).isEqualTo(2);
    }

    @Test
    void when_files_are_joined_and_parted_what_was_counted_goes_with_them() {
        give("1", "AWO-1", "fall_eroeffnet", TODAY);
        give("2", "AWO-2", "fall_eroeffnet", TODAY);
        List<Long> files = hub.jdbc().sql("select id from identity.source_case order by id").query(Long.class).list();
        PersonRegister register = hub.bean(PersonRegister.class);
        long event = hub.bean(TransactionTemplate.class).execute(status -> register.decide(new PersonRegister.Decision(files.get(0),
                files.get(1), true, "TEST", "pruefer"), ids -> Set.of())).event();
        assertThat(hub.jdbc().sql("select count(distinct person) from steering.unit").query(Long.class).single()).isEqualTo(1);

        hub.bean(TransactionTemplate.class).executeWithoutResult(status -> register.undo(event, "pruefer"));
        assertThat(hub.jdbc().sql("select count(distinct person) from steering.unit").query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void without_a_rule_in_test_and_in_shadow_nothing_counts() throws IOException {
        String awo = Files.readString(folder.resolve("config/test/instances/awo.yaml"));
        String rules = Files.readString(Path.of("config/demo/sharing.yaml"));
        start(Map.of("instances/awo.yaml", awo.replace("mode: live", "mode: shadow")));
        give("1", "AWO-1", "fall_eroeffnet", TODAY);
        start(Map.of("instances/awo.yaml", awo, "sharing.yaml", rules.substring(0, rules.indexOf("\nfacts:"))));
        give("2", "AWO-2", "fall_eroeffnet", TODAY);
        start(Map.of("instances/awo.yaml", awo, "sharing.yaml", rules.replace("consent: not-needed\n\n  - id: zaehlung-beratungen",
                "consent: required\n\n  - id: zaehlung-beratungen")));
        give("3", "AWO-3", "fall_eroeffnet", TODAY);
        assertThat(units()).isEmpty();
    }
}
