package de.kimhub.steering.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.disclosure.Audit;
import de.kimhub.disclosure.Auditor;
import de.kimhub.disclosure.Effort;
import de.kimhub.disclosure.LedgerCell;
import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.message.Measure;
import de.kimhub.runtime.SteeringWork;
import de.kimhub.steering.SteeringParts;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.testing.Database;
import de.kimhub.testing.HandClock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A8: somebody fetches every feed for a year, day by day, keeps it all, and puts it together. */
class YearOfFetchesTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 10, 1);
    private static final LocalDate END = LocalDate.of(2026, 11, 20);
    private static final Map<LocalDate, String> RELEASES = new LinkedHashMap<>(Map.of(LocalDate.of(2026, 1, 30), "2025-q4",
            LocalDate.of(2026, 4, 30), "2026-q1", LocalDate.of(2026, 7, 30), "2026-q2", LocalDate.of(2026, 10, 30), "2026-q3"));
    private static final int CASES = 60;

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(BEGIN);

    /** By address what was got there first. */
    private final Map<String, Fetched> kept = new HashMap<>();

    @Test
    void a_year_of_daily_fetches_gives_the_same_bytes_but_on_release_days_and_no_hidden_number_away() throws Exception {
        try (AnnotationConfigApplicationContext hub = SteeringParts.start(database, folder, clock, SteeringWork.class);
                Fetcher always = new Fetcher(database.dataSource())) {
            DailyFacts facts = new DailyFacts(hub, CASES);
            String newest = null;
            for (LocalDate day = BEGIN; day.isBefore(END); day = day.plusDays(1)) {
                clock.set(day);
                facts.of(day);
                hub.getBean(SteeringWork.class).releaseDue();
                newest = RELEASES.getOrDefault(day, newest);
                fetch(always, day, newest, List.of("beratungen-thema.csv"));
                if (isSampled(day)) {
                    try (Fetcher restarted = new Fetcher(database.dataSource())) {
                        fetch(restarted, day, newest, List.of());
                    }
                }
            }
            assertThat(facts.late()).as("late, corrected, taken back and erased facts").allSatisfy((kind, number) ->
                    assertThat(number).as(kind).isPositive());
            assertThat(database.jdbc().sql("select count(*) from cube.published_table where withheld like '%HUB-STG-%'").query(Long.class)
                    .single()).as("no closed period was changed, and all is proven").isZero();
            putTogether(hub);
        }
    }

    /** Days around each release, and some between: then all files, from a hub that has just been started. */
    private static boolean isSampled(LocalDate day) {
        return RELEASES.keySet().stream().anyMatch(one -> Math.abs(one.toEpochDay() - day.toEpochDay()) <= 1)
                || day.getDayOfMonth() == 15 && day.getMonthValue() % 3 == 0;
    }

    /** @param files none: all that there are; the report on the days of releases only */
    private void fetch(Fetcher fetcher, LocalDate day, String newest, List<String> files) {
        assertThat(fetcher.newest()).as("%s", day).isEqualTo(Optional.ofNullable(newest));
        RELEASES.entrySet().stream().filter(one -> !one.getKey().isAfter(day)).map(Map.Entry::getValue).forEach(release -> {
            for (String file : files.isEmpty() ? fetcher.files(release, RELEASES.containsKey(day)) : files) {
                Fetched now = fetcher.get(release, file);
                assertThat(now).as("%s/%s on %s", release, file, day).isEqualTo(kept.computeIfAbsent(release + "/" + file, one -> now));
            }
        });
    }

    /** All numbers ever fetched, as one ledger; the truth beside them is what the auditor measures the attackers by. */
    private void putTogether(AnnotationConfigApplicationContext hub) {
        Map<String, String> definitions = new HashMap<>();
        database.jdbc().sql("select release_id || '/' || table_id || ' ' || array_to_string(codes, '|') as place, cell from steering.cell_place")
                .query(row -> {
                    definitions.put(row.getString("place"), row.getString("cell"));
                });
        Map<String, Fetched.Said> said = new LinkedHashMap<>();
        Set<String> atLast = new HashSet<>();
        for (String release : RELEASES.values().stream().sorted().toList()) {
            kept.entrySet().stream().filter(one -> one.getKey().startsWith(release + "/") && one.getKey().endsWith(".csv")
                    && !one.getKey().endsWith(".excel.csv")).forEach(file -> file.getValue().cells().forEach((codes, cell) -> {
                        String what = definitions.get(file.getKey().replace(".csv", "") + " " + codes);
                        assertThat(what == null).as("%s %s", file.getKey(), codes).isEqualTo(cell.sign().equals("."));
                        if (what != null) {
                            Fetched.Said before = said.putIfAbsent(what, cell);
                            assertThat(before == null || before.equals(cell)).as("said once and for all: %s", what).isTrue();
                            if (before == null && release.equals("2026-q3")) {
                                atLast.add(what);
                            }
                        }
                    }));
        }
        assertThat(said.values().stream().filter(Fetched.Said::hidden).count()).as("something is hidden").isGreaterThan(5);
        said.keySet().stream().map(what -> CellDefinition.read(what).measure()).distinct().forEach(measure -> attack(hub, measure, said, atLast));
    }

    private void attack(AnnotationConfigApplicationContext hub, Measure measure, Map<String, Fetched.Said> said, Set<String> atLast) {
        Map<String, LedgerStore.Said> earlier = new LinkedHashMap<>();
        Map<CellDefinition, Optional<CellDefinition>> last = new LinkedHashMap<>();
        Set<String> hidden = new HashSet<>();
        said.forEach((what, cell) -> {
            if (CellDefinition.read(what).measure() == measure) {
                if (atLast.contains(what)) {
                    last.put(CellDefinition.read(what), Optional.empty());
                } else {
                    earlier.put(what, new LedgerStore.Said(cell.value(), false, 1));
                }
                if (cell.hidden()) {
                    hidden.add(what);
                }
            }
        });
        MeasureLedger ledger = MeasureLedger.of(measure, hub.getBean(BaseReader.class).of(measure, new Quarter(2026, 3)), earlier, last, 5);
        hidden.addAll(ledger.untold().keySet());
        assertThat(ledger.faithful()).as("what was said is true: %s", measure).isTrue();
        Audit audit = Auditor.audit(ledger.ledger(), hidden, Effort.USUAL, (done, of) -> { });
        assertThat(audit.findings()).as("%s", measure).isEmpty();
        ledger.ledger().cells().stream().filter(cell -> cell.standing() == Standing.PRIMARY).findFirst().map(LedgerCell::id).ifPresent(small -> {
            Set<String> less = new HashSet<>(hidden);
            less.remove(small);
            assertThat(Auditor.audit(ledger.ledger(), less, Effort.USUAL, (done, of) -> { }).findings()).as("it has teeth").isNotEmpty();
        });
    }
}
