package de.kimhub.processing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.PairRescoring;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.WakeUp;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Which pairs are scored anew together, and for whom. */
class RescoringRunTest {

    private static final int PAIRS = 20;

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    private TestHub hub;
    private final List<Long> renewed = new ArrayList<>();

    @BeforeEach
    void twoFiles() throws IOException {
        hub = new TestHub(database, folder, 50);
        hub.give("awo", Exports.awo().entry("1", "AWO-7", "fall_eroeffnet", "Beispielfrau", "Beispiela", "05.06.1990")
                .consent("2", "AWO-7", "Beispielfrau", "Beispiela", "05.06.1990").toString());
        hub.give("jobcenter", Exports.jobcenter().person("111A111111", "Musterfrau", "Beispiela", "05.06.1990").toString());
        hub.run();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private long file(String instance) {
        return hub.jdbc().sql("select s.id from identity.source_case s join hub.instance i on i.no = s.instance_no "
                + "where i.id = ?").param(instance).query(Long.class).single();
    }

    /** @param bad fails each time */
    private void run(long bad) {
        long left = file("awo");
        long right = file("jobcenter");
        PairRescoring rescoring = new PairRescoring() {
            @Override
            public List<Outdated> outdated(long after, int atMost) {
                return LongStream.rangeClosed(after + 1, PAIRS).mapToObj(id -> new Outdated(id, left, right)).toList();
            }

            @Override
            public Linked rescore(Collection<Outdated> pairs, Candidates candidates) {
                if (pairs.stream().anyMatch(pair -> pair.review() == bad)) {
                    throw new IllegalStateException("this one cannot be compared");
                }
                pairs.forEach(pair -> renewed.add(pair.review()));
                return Linked.NOTHING;
            }
        };
        new RescoringRun(hub.bean(TransactionTemplate.class), rescoring, hub.bean(ReplayingRegister.class),
                hub.bean(SourceCases.class), hub.bean(ConsentLedger.class), hub.bean(Candidacy.class), hub.bean(Shadows.class),
                hub.bean(InstalledParties.class), hub.bean(HoldRelease.class), hub.bean(WakeUp.class)).run();
    }

    @Test
    void onePairThatFailsEachTimeKeepsNoOtherFromANewScore() {
        run(7);
        assertThat(renewed).containsExactlyElementsOf(LongStream.rangeClosed(1, PAIRS).filter(id -> id != 7).boxed().toList());
    }

    @Test
    void whereBothAreEnrolledBothSourcesAreAsked() {
        run(0);
        assertThat(renewed).hasSize(PAIRS);
        renewed.clear();
        hub.jdbc().sql("""
                insert into hub.consent (person_id, case_id, event_id, purposes, sources, recipients, valid_from)
                select person_id, id, 0, '{}', '{}', '{}', current_date from identity.source_case where id = ?""")
                .param(file("jobcenter")).update();

        run(0);

        assertThat(renewed).hasSize(2 * PAIRS);
    }
}
