package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * One person among many, ten events each: {@code -Derasure.people=100000} for a large store. How long others may have to
 * wait is printed, not asserted.
 */
class ErasureOfManyTest {

    private static final int PEOPLE = Integer.getInteger("erasure.people", 300);
    private static final String[] SEWING = {"Maßnahme", "Nähkurs Muster", "Eintritt", "01.03.2026", "Team", "Team 1"};

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    @Test
    void is_gone_from_every_table_and_file_and_the_others_are_not() throws IOException {
        try (TestHub hub = new TestHub(database, folder, 100)) {
            hub.give("awo", Exports.awo()
                    .entry("1", "AWO-7", "fall_eroeffnet", "Musterfrau", "Beispiela", "05.06.1990")
                    .consent("2", "AWO-7", "Musterfrau", "Beispiela", "05.06.1990", "AZ_STELLEN", "jobcenter",
                            "AZ_NUMMERN", "111A111111").toString());
            hub.run();
            hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990", SEWING)
                    .toString());
            hub.run();
            long cases = DatabaseSearch.of(hub).count("identity.source_case");
            long events = DatabaseSearch.of(hub).count("hub.event");
            addOthers(hub);

            long began = System.nanoTime();
            Erasures.Result result = hub.bean(Erasures.class).erase("awo", "AWO-7", ErasureReason.OBJECTION, "test").orElseThrow();
            long all = (System.nanoTime() - began) / 1_000_000;
            System.out.printf("Erasure of one of %d people, %d events in the store: locked %d ms, all %d ms%n", PEOPLE,
                    PEOPLE * 10L, result.lockedMillis(), all);

            hub.run();
            assertThat(DatabaseSearch.of(hub).holding("Musterfrau", "Beispiela", "111A111111")).isEmpty();
            assertThat(files("Musterfrau", "111A111111")).isEmpty();
            assertThat(DatabaseSearch.of(hub).count("identity.source_case")).isEqualTo(cases - 2 + PEOPLE * 2L);
            assertThat(DatabaseSearch.of(hub).count("hub.event where case_id > 1000000")).isEqualTo(PEOPLE * 10L);
            assertThat(events).isPositive();
        }
    }

    private java.util.List<Path> files(String... words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> {
                try {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    return Stream.of(words).anyMatch(text::contains);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).toList();
        }
    }

    /** With two files, five blocking keys and ten delivered events each. */
    private static void addOthers(TestHub hub) {
        for (String sql : new String[] {
            "insert into identity.person (id) overriding system value select 1000000 + n from generate_series(1, %1$d) n",
            """
            insert into identity.source_case (id, instance_no, case_digest, person_id) overriding system value
            select 1000000 + n * 2 + s, s + 1, sha256((n || ':' || s)::bytea), 1000000 + n
              from generate_series(1, %1$d) n, generate_series(0, 1) s""",
            """
            insert into identity.blocking_key (key, case_id) select n * 7 + k, 1000000 + n * 2
              from generate_series(1, %1$d) n, generate_series(1, 5) k""",
            """
            insert into hub.event (id, document_id, record_no, case_id, occurred_on, instance_no, type, kind, state, rules, payload)
            overriding system value
            select 10000000 + n * 10 + e, 1, n, 1000000 + n * 2, current_date, 2, 42, 0, 0, 'v', decode('00', 'hex')
              from generate_series(1, %1$d) n, generate_series(0, 9) e""",
            """
            insert into hub.delivery_batch (recipient_no, lane, kind, event_ids, rules, cases, first_event, last_event, file_name,
                                            digest, state, delivered_at)
            select 1, b %% 4, 0, array_agg(id order by id), array_agg('r'::text), array_agg(0::bigint), min(id), max(id), 'x',
                   decode('00', 'hex'), 2, now() from (select id, id / 500 as b from hub.event where id >= 10000000) e group by b""",
            """
            insert into hub.record_state (instance_no, key_digest, content, watched, events, case_id, document_id, record_no)
            select 2, sha256(n::text::bytea), decode('00', 'hex'), decode('00', 'hex'), '{}', 1000000 + n * 2, 1, n
              from generate_series(1, %1$d) n""",
            """
            insert into hub.echo (instance_no, digest, event_id) select 1, sha256(n::text::bytea), 10000000 + n * 10
              from generate_series(1, %1$d) n""",
            "analyze"}) {
            hub.jdbc().sql(sql.formatted(PEOPLE)).update();
        }
    }
}
