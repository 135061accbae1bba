package de.kimhub.steering.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.CaseMessage;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.pseudonym.Pseudonymisation;
import de.kimhub.pseudonym.Rotations;
import de.kimhub.runtime.demo.HistoryFacts;
import de.kimhub.sharing.FactRule;
import de.kimhub.steering.SteeringParts;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.fact.Facts;
import de.kimhub.steering.fact.Periods;
import de.kimhub.steering.fact.SteeringInput;
import de.kimhub.steering.fact.SteeringInput.TakenBack;
import de.kimhub.steering.fact.SteeringInput.Told;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever stands in one batch, it counts as if each had come alone. */
class BatchesOfFactsTest {

    private static final List<Quarter> QUARTERS = Quarter.between(new Quarter(2025, 4), new Quarter(2026, 1));
    private static final String ROWS = "select to_jsonb(u) - 'id' - 'person' || '{}' from steering.unit u order by 1";

    @RegisterExtension
    final Database alone = new Database();

    @RegisterExtension
    final Database together = new Database();

    @TempDir
    Path folder;

    @Test
    void a_batch_counts_what_its_events_count_one_by_one() throws Exception {
        try (AnnotationConfigApplicationContext one = SteeringParts.start(alone, folder.resolve("a"), Clock.systemDefaultZone());
                AnnotationConfigApplicationContext all = SteeringParts.start(together, folder.resolve("b"), Clock.systemDefaultZone())) {
            count(one, 1);
            count(all, 400);
        }
        List<String> rows = alone.jdbc().sql(ROWS).query(String.class).list();
        assertThat(rows).hasSizeGreaterThan(300).isEqualTo(together.jdbc().sql(ROWS).query(String.class).list());
        assertThat(rows).anyMatch(row -> row.contains("zurueckgenommen")).anyMatch(row -> row.contains("\"closed_by\": null, \"closed_in\": \"2"));
    }

    private static void count(ApplicationContext hub, int size) {
        hub.getBean(Rotations.class).create("steuerung");
        hub.getBean(Periods.class).begin(QUARTERS.getFirst());
        HistoryFacts history = new HistoryFacts(hub.getBean(Pseudonymisation.class), "steuerung", 100, 7);
        Random random = new Random(7);
        List<Told> told = new ArrayList<>();
        for (Quarter quarter : QUARTERS) {
            List<SteeringInput> inputs = new ArrayList<>();
            for (SteeringInput input : history.of(quarter)) {
                inputs.add(input);
                told.add((Told) input);
                Told before = told.get(random.nextInt(told.size()));
                switch (random.nextInt(20)) {
                    case 0 -> inputs.add(new TakenBack(before.event()));
                    case 1 -> inputs.add(corrected(hub, before, told.size(), quarter.end().minusDays(random.nextInt(150))));
                    case 2 -> inputs.add(before);
                    default -> { }
                }
            }
            LocalDate today = quarter.end();
            for (int from = 0; from < inputs.size(); from += size) {
                List<SteeringInput> batch = inputs.subList(from, Math.min(inputs.size(), from + size));
                hub.getBean(TransactionTemplate.class).executeWithoutResult(status -> hub.getBean(Facts.class).take(batch, today));
            }
            hub.getBean(TransactionTemplate.class).executeWithoutResult(status -> hub.getBean(Periods.class).close(quarter, today));
        }
    }

    private static Told corrected(ApplicationContext hub, Told one, long event, LocalDate day) {
        FieldValues other = FieldValues.builder().set("event.occurredOn", day.toString()).set("event.municipality", "05758004").build();
        return new Told(hub.getBean(Pseudonymisation.class).of("steuerung", List.of(new Pseudonymisation.About(-1, new CaseMessage(
                one.what().type(), MessageKind.CORRECTION, other))), FactRule.FIELDS).getFirst(), one.measure(), one.rule(), event,
                one.event(), one.file(), one.instance(), false);
    }
}
