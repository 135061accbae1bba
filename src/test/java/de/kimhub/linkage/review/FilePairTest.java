package de.kimhub.linkage.review;

import static de.kimhub.linkage.explanation.People.living;
import static de.kimhub.linkage.explanation.People.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.linkage.explanation.ExplanationText;
import de.kimhub.linkage.explanation.PairExplanation;
import de.kimhub.linkage.review.FilePair.Named;
import de.kimhub.message.EventType;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FilePairTest {

    private static final Named ONE = new Named("awo", "F-1");
    private static final Named OTHER = new Named("jobcenter", "J-1");

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path folder;

    private ReviewWorld world;
    private long left;
    private long right;

    @BeforeEach
    void twoFiles() throws IOException {
        world = new ReviewWorld(database, folder);
        left = world.file("awo", "F-1", living(person("Yusuf", "Karademir", "1987-05-17"), "Talweg", "3").build());
        right = world.file("jobcenter", "J-1", living(person("Yusuf", "Karademir", "1987-05-17"), "Talweg", "3").build());
        world.compared(left, right);
    }

    @Test
    void twoFilesAreComparedByTheirNumbersAndOnlyAReviewerSeesValues() {
        PairExplanation seen = world.filePair().explain(ONE, OTHER, ReviewWorld.ANNA);
        assertThat(ExplanationText.of(seen, "A", "B")).contains("Karademir", "Talweg 3, 32049 Herford", "17.05.1987");

        PairExplanation bare = world.filePair().explain(ONE, OTHER, null);
        assertThat(ExplanationText.of(bare, "A", "B")).doesNotContain("Karademir", "Talweg").contains("Vorname");
        assertThat(bare.bits()).isEqualTo(seen.bits());
        assertThat(world.audit()).containsExactly(ReviewWorld.ANNA + ": link-viewed", "hub: link-explained");
        assertThat(world.jdbc.queryForList("select subject from hub.audit_entry", String.class))
                .noneMatch(subject -> subject.contains("F-1") || subject.contains("J-1"));
    }

    @Test
    void anUnknownNumberIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> world.filePair().explain(ONE, new Named("awo", "F-99"), null))
                .isInstanceOf(ReviewRefused.class).hasMessageContaining("HUB-LNK-015").hasMessageNotContaining("F-99");
        assertThat(ONE.toString()).doesNotContain("F-1");
    }

    @Test
    void filesThatNothingBringsTogetherAreRefusedLikeUnknownOnes() {
        world.jdbc.update("delete from identity.pair");
        String unknown = message(new Named("jobcenter", "J-99"), ReviewWorld.ANNA);

        assertThat(message(OTHER, ReviewWorld.ANNA)).isEqualTo(unknown);
        assertThat(message(OTHER, null)).isEqualTo(unknown);
        assertThat(message(new Named("caritas", "J-1"), null)).isEqualTo(unknown);
        assertThat(world.audit()).isEmpty();
    }

    @Test
    void filesOfOnePersonOrOneSourceAndPairsThatWaitOrWaitedAreCompared() {
        world.jdbc.update("delete from identity.pair");
        long pair = world.pair(left, right, 1);
        assertThat(world.filePair().explain(OTHER, ONE, null).lines()).isNotEmpty();

        world.jdbc.update("delete from identity.review where id = ?", pair);
        world.file("awo", "F-2", person("Emre", "Karademir", "1990").build());
        assertThat(world.filePair().explain(ONE, new Named("awo", "F-2"), null).lines()).isNotEmpty();

        world.jdbc.update("update identity.source_case set person_id = ? where id = ?", world.person(left), right);
        assertThat(world.filePair().explain(ONE, OTHER, null).lines()).isNotEmpty();
    }

    private String message(Named other, String reviewer) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(ReviewRefused.class,
                () -> world.filePair().explain(ONE, other, reviewer)).getMessage();
    }

    @Test
    void theDistanceToTheNextCandidateCountsOtherPersonsOnly() {
        assertThat(world.filePair().explain(ONE, OTHER, null).next()).isNull();

        long third = world.file("awo", "F-3", person("Yusuf", "Karademir", "1987").build());
        world.compared(left, third);
        PairExplanation why = world.filePair().explain(ONE, OTHER, null);
        assertThat(why.next()).isEqualTo(why.bits() - 4.5);

        world.jdbc.update("update identity.source_case set person_id = ? where id = ?", world.person(left), third);
        assertThat(world.filePair().explain(ONE, OTHER, null).next()).isNull();
    }

    @Test
    void aDisclosureBlockThatOnlyAnEventToldHidesTheAddressToo() {
        world.jdbc.update("""
                insert into hub.event (document_id, record_no, case_id, occurred_on, instance_no, type, kind, state, rules)
                values (1, 1, ?, current_date, 1, ?, 0, 0, 'x')""", left, EventType.DISCLOSURE_BLOCK_SET.number());

        assertThat(ExplanationText.of(world.filePair().explain(ONE, OTHER, ReviewWorld.ANNA), "A", "B"))
                .contains("Karademir", "Auskunftssperre").doesNotContain("Talweg", "32049");
    }
}
