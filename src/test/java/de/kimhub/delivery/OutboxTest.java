package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {

    @RegisterExtension
    final Database database = new Database();

    @Test
    void keepsTheOrderInWhichItemsWereAddedAndNamesTheLanesOnce(@TempDir Path keyFolder) {
        World world = new World(database, keyFolder);
        List<Long> events = new ArrayList<>(LongStream.rangeClosed(1, 2000).boxed().toList());
        Collections.shuffle(events, new Random(7));
        List<QueuedItem> items = events.stream().map(event -> new QueuedItem(1, 2, event, "rule-" + event)).toList();

        assertThat(new Outbox(world.jdbc).add(items)).containsExactly(new LaneId(1, 2));
        assertThat(new Outbox(world.jdbc).add(List.of())).isEmpty();

        assertThat(world.jdbc.queryForList("select event_id from hub.outbox_item order by position", Long.class))
                .isEqualTo(events);
        assertThat(world.count("hub.outbox_item where rule <> 'rule-' || event_id")).isZero();
    }

    @Test
    void casesSpreadEvenlyOverTheLanesAndEachStaysInItsOwn() {
        Map<Integer, Long> perLane = LongStream.range(1, 8001).boxed()
                .collect(Collectors.groupingBy(caseId -> Outbox.lane(caseId, 8), Collectors.counting()));

        assertThat(perLane).containsOnlyKeys(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(perLane.values()).allMatch(count -> count > 800 && count < 1200);
        assertThat(Outbox.lane(4711, 8)).isEqualTo(Outbox.lane(4711, 8));
        assertThat(Outbox.lane(4711, 1)).isZero();
    }
}
