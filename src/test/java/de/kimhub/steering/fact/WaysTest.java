package de.kimhub.steering.fact;

import static de.kimhub.message.EventType.*;
import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.CaseMessage;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.Measure;
import de.kimhub.message.MessageKind;
import de.kimhub.pseudonym.Pseudonymisation;
import de.kimhub.pseudonym.Rotations;
import de.kimhub.sharing.FactRule;
import de.kimhub.steering.SteeringParts;
import de.kimhub.steering.catalogue.Quarter;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's way from the arrival to the naturalisation, told by several offices, in whatever order they tell. */
class WaysTest {

    private static final Quarter FIRST = new Quarter(2024, 1);
    private static final LocalDate ARRIVED = LocalDate.of(2024, 2, 10);

    @RegisterExtension
    final Database database = new Database();

    @TempDir
    Path folder;

    private AnnotationConfigApplicationContext hub;
    private long events;

    @BeforeEach
    void start() throws IOException {
        hub = SteeringParts.start(database, folder, Clock.systemDefaultZone());
        hub.getBean(Rotations.class).create("steuerung");
        hub.getBean(Periods.class).begin(FIRST);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private long tell(Measure measure, EventType type, LocalDate on, String... more) {
        return tell(measure, type, MessageKind.EVENT, 0, on, more);
    }

    private long tell(Measure measure, EventType type, MessageKind kind, long replaces, LocalDate on, String... more) {
        FieldValues.Builder fields = FieldValues.builder().set("event.occurredOn", on.toString()).set("event.municipality", "05758004");
        for (int i = 0; i < more.length; i += 2) {
            fields.set(more[i], more[i + 1]);
        }
        String instance = type == PERSON_REGISTERED ? "abh-kreis-herford" : "bamf-herford";
        SteeringInput told = new SteeringInput.Told(hub.getBean(Pseudonymisation.class).of("steuerung", List.of(new Pseudonymisation.About(1,
                new CaseMessage(type, kind, fields.build()))), FactRule.FIELDS).getFirst(), measure, "test", ++events, replaces,
                ByteBuffer.allocate(16).putLong(instance.hashCode()).array(), instance, false);
        hub.getBean(TransactionTemplate.class).executeWithoutResult(status -> hub.getBean(Facts.class).take(List.of(told), on));
        return events;
    }

    private void close(Quarter period) {
        hub.getBean(TransactionTemplate.class).executeWithoutResult(status -> hub.getBean(Periods.class).close(period, period.end()));
    }

    /** Period of the arrival, period of the station, days, who told of it. */
    private List<String> of(Measure measure) {
        return database.jdbc().sql("select opened_in || ' ' || coalesce(closed_in, '-') || ' ' || coalesce(days::text, '-') || ' ' || organisation "
                + "from steering.unit where measure = ? order by id").param(measure.number()).query(String.class).list();
    }

    @Test
    void a_station_is_reached_once_however_often_it_is_told_and_a_person_arrives_once() {
        tell(Measure.ARRIVAL_TO_COURSE, PERSON_REGISTERED, ARRIVED);
        tell(Measure.ARRIVAL_TO_COURSE, COURSE_STARTED, ARRIVED.plusDays(90), "course.startsOn", ARRIVED.plusDays(100).toString());
        tell(Measure.ARRIVAL_TO_COURSE, PERSON_REGISTERED, ARRIVED.plusDays(200));
        tell(Measure.ARRIVAL_TO_COURSE, COURSE_STARTED, ARRIVED.plusDays(300));

        assertThat(of(Measure.ARRIVAL_TO_COURSE)).containsExactly("2024-Q1 2024-Q2 100 bamf");
    }

    @Test
    void a_course_counts_as_b1_when_it_ended_with_it() {
        tell(Measure.ARRIVAL_TO_B1, PERSON_REGISTERED, ARRIVED);
        tell(Measure.ARRIVAL_TO_B1, COURSE_COMPLETED, ARRIVED.plusDays(150), "course.languageLevel", "A2");
        assertThat(of(Measure.ARRIVAL_TO_B1)).containsExactly("2024-Q1 - - kreis");
        long told = tell(Measure.ARRIVAL_TO_B1, COURSE_COMPLETED, ARRIVED.plusDays(250), "course.languageLevel", "B1");
        assertThat(of(Measure.ARRIVAL_TO_B1)).containsExactly("2024-Q1 2024-Q4 250 bamf");

        tell(Measure.ARRIVAL_TO_B1, COURSE_COMPLETED, MessageKind.CORRECTION, told, ARRIVED.plusDays(250), "course.languageLevel", "A2");
        assertThat(of(Measure.ARRIVAL_TO_B1)).as("the provider had been wrong").allMatch(row -> row.startsWith("2024-Q1 - - "));
    }

    @Test
    void a_correction_after_the_period_was_closed_leaves_what_was_told() {
        tell(Measure.ARRIVAL_TO_B1, PERSON_REGISTERED, ARRIVED);
        long told = tell(Measure.ARRIVAL_TO_B1, COURSE_COMPLETED, ARRIVED.plusDays(250), "course.languageLevel", "B1");
        Quarter.between(FIRST, new Quarter(2024, 4)).forEach(this::close);
        tell(Measure.ARRIVAL_TO_B1, COURSE_COMPLETED, MessageKind.CORRECTION, told, ARRIVED.plusDays(250), "course.languageLevel", "A2");

        assertThat(of(Measure.ARRIVAL_TO_B1)).containsExactly("2024-Q1 2024-Q4 250 bamf");
    }

    @Test
    void what_was_told_before_the_arrival_is_known_from_the_other_measures() {
        tell(Measure.COURSE, COURSE_ENTITLED, ARRIVED);
        tell(Measure.COURSE, COURSE_STARTED, ARRIVED.plusDays(30));
        tell(Measure.COURSE_RESULT, COURSE_COMPLETED, ARRIVED.plusDays(120), "course.languageLevel", "B2");
        tell(Measure.NATURALISATION, NATURALISATION_APPLIED, ARRIVED.plusDays(200));
        tell(Measure.NATURALISED_PERSON, NATURALISED, ARRIVED.plusDays(310));
        for (Measure one : List.of(Measure.ARRIVAL_TO_COURSE, Measure.ARRIVAL_TO_B1, Measure.ARRIVAL_TO_APPLICATION,
                Measure.ARRIVAL_TO_NATURALISATION)) {
            tell(one, PERSON_REGISTERED, MessageKind.EVENT, 0, ARRIVED);
        }

        assertThat(of(Measure.ARRIVAL_TO_COURSE)).containsExactly("2024-Q1 2024-Q1 30 bamf");
        assertThat(of(Measure.ARRIVAL_TO_B1)).containsExactly("2024-Q1 2024-Q1 120 bamf");
        assertThat(of(Measure.ARRIVAL_TO_APPLICATION)).containsExactly("2024-Q1 2024-Q1 200 bamf");
        assertThat(of(Measure.ARRIVAL_TO_NATURALISATION)).containsExactly("2024-Q1 2024-Q1 310 bamf");
    }

    @Test
    void who_never_reaches_a_station_is_followed_for_eight_years_and_is_a_mere_count_then() {
        tell(Measure.ARRIVAL_TO_COURSE, PERSON_REGISTERED, ARRIVED);
        tell(Measure.ARRIVAL_TO_B1, PERSON_REGISTERED, ARRIVED);
        tell(Measure.ARRIVAL_TO_B1, COURSE_COMPLETED, ARRIVED.plusDays(30), "course.languageLevel", "B1");
        close(FIRST);
        database.jdbc().sql("update steering.period set closed_at = '2024-05-01'").update();
        Facts facts = hub.getBean(Facts.class);
        int years = Measure.FOLLOWED.getYears() - Measure.KEPT.getYears();

        assertThat(facts.forgetPersons(LocalDate.of(2024, 5, 2))).as("who reached it").isEqualTo(1);
        assertThat(facts.forgetPersons(LocalDate.of(2024, 4, 30).plusYears(years))).isZero();
        assertThat(facts.forgetPersons(LocalDate.of(2024, 5, 2).plusYears(years))).as("who did not").isEqualTo(1);
        assertThat(of(Measure.ARRIVAL_TO_COURSE)).as("still counts as arrived").containsExactly("2024-Q1 - - kreis");
    }
}
