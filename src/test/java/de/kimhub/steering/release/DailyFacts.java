package de.kimhub.steering.release;

import de.kimhub.message.CaseMessage;
import de.kimhub.message.FieldValues;
import de.kimhub.message.Measure;
import de.kimhub.message.MessageKind;
import de.kimhub.pseudonym.Pseudonymisation;
import de.kimhub.pseudonym.Rotations;
import de.kimhub.runtime.demo.HistoryFacts;
import de.kimhub.sharing.FactRule;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.steering.fact.Facts;
import de.kimhub.steering.fact.SteeringInput;
import de.kimhub.steering.fact.SteeringInput.TakenBack;
import de.kimhub.steering.fact.SteeringInput.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invented facts as a Kreis tells them: most within some days, one in seven weeks later, some corrected, taken back, or erased
 * after their quarter was closed.
 */
final class DailyFacts {

    private static final String DOMAIN = "steuerung";

    private final ApplicationContext hub;
    private final HistoryFacts history;
    private final Random random = new Random(8);
    private final Map<LocalDate, List<SteeringInput>> coming = new TreeMap<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Integer> late = new TreeMap<>();
    private Quarter quarter;
    private long events = 1;

    DailyFacts(ApplicationContext hub, int cases) {
        this.hub = hub;
        hub.getBean(Rotations.class).create(DOMAIN);
        this.history = new HistoryFacts(hub.getBean(Pseudonymisation.class), DOMAIN, cases, 20);
    }

    /** By kind how many came after their period was closed, as far as that is known. */
    Map<String, Integer> late() {
        return late;
    }

    void of(LocalDate day) {
        if (!Quarter.of(day).equals(quarter)) {
            quarter = Quarter.of(day);
            history.of(quarter).forEach(this::plan);
        }
        List<SteeringInput> today = new ArrayList<>(coming.getOrDefault(day, List.of()));
        if (told.size() > 500 && day.getDayOfMonth() % 4 == 0) {
            Told one = told.get(random.nextInt(told.size() / 2));
            late.merge("taken back", 1, Integer::sum);
            today.add(new TakenBack(one.event()));
            today.add(corrected(told.get(random.nextInt(told.size() / 2))));
        }
        hub.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            Facts facts = hub.getBean(Facts.class);
            facts.take(today, day);
            if (told.size() > 500 && day.getDayOfMonth() == 20) {
                Told one = told.get(random.nextInt(told.size() / 2));
                late.merge("erased", 1, Integer::sum);
                facts.erase(List.of(one.file()), List.of(one.what().pseudonym().text()), day);
            }
        });
        today.stream().filter(Told.class::isInstance).map(Told.class::cast).forEach(told::add);
    }

    private void plan(SteeringInput input) {
        LocalDate happened = LocalDate.parse(((Told) input).what().fields().first("event.occurredOn"));
        boolean weeksLater = random.nextInt(7) == 0;
        LocalDate comes = happened.plusDays(weeksLater ? 20 + random.nextInt(70) : random.nextInt(5));
        if (comes.isAfter(Quarter.of(happened).end().plusDays(30))) {
            late.merge("late", 1, Integer::sum);
        }
        coming.computeIfAbsent(comes.isBefore(quarter.plus(-1).end().plusDays(1)) ? quarter.plus(-1).end().plusDays(1) : comes,
                key -> new ArrayList<>()).add(input);
    }

    private Told corrected(Told one) {
        late.merge("corrected", 1, Integer::sum);
        FieldValues other = FieldValues.builder().set("event.occurredOn", one.what().fields().first("event.occurredOn"))
                .set("event.municipality", "05758004").build();
        return new Told(hub.getBean(Pseudonymisation.class).of(DOMAIN, List.of(new Pseudonymisation.About(-1, new CaseMessage(one.what().type(),
                MessageKind.CORRECTION, other))), FactRule.FIELDS).getFirst(), one.measure(), one.rule(), events++, one.event(), one.file(),
                one.instance(), false);
    }
}
