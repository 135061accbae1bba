package de.kimhub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.keys.KeyFolder;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.translation.Translation.Accepted;
import de.kimhub.translation.Translation.EventDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Rows with a thing (identity) and a day (watched), as a snapshot shows them month after month; an empty day means that
 * the rule does not apply.
 */
class DifferencesTest {

    private static final Differences DIFFERENCES = differences();

    record Row(String thing, String day, String other) {
    }

    private static Differences differences() {
        try {
            return new Differences(new KeyFolder(Files.createTempDirectory("keys")).open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<List<Row>> months() {
        Arbitrary<String> thing = Arbitraries.of("sewing", "cooking");
        Arbitrary<String> day = Arbitraries.of("", "1", "2");
        Arbitrary<String> other = Arbitraries.of("x", "y");
        return net.jqwik.api.Combinators.combine(thing, day, other).as(Row::new).list().ofMaxSize(12);
    }

    @Property
    void the_same_row_again_is_always_a_repeat(@ForAll("months") List<Row> months) {
        Source source = new Source();
        for (Row row : months) {
            source.show(row);
            assertThat(source.show(row)).isInstanceOf(RecordChange.Repeated.class);
        }
    }

    @Property
    void recipients_that_follow_the_events_know_what_the_row_says(@ForAll("months") List<Row> months) {
        Source source = new Source();
        Row last = null;
        for (Row row : months) {
            source.show(row);
            last = row;
        }
        if (last != null && !last.day().isEmpty() && months.size() > 1) {
            assertThat(source.told).isEqualTo(last.thing() + last.day());
        }
    }

    @Property
    void a_change_of_what_no_rule_watches_tells_nothing(@ForAll("months") List<Row> months) {
        Source source = new Source();
        for (Row row : months) {
            source.show(row);
            RecordChange change = source.show(new Row(row.thing(), row.day(), row.other() + "!"));
            assertThat(((RecordChange.Changed) change).effects()).isEmpty();
        }
    }

    @Property
    void a_correction_or_retraction_always_names_an_event_that_was_told(@ForAll("months") List<Row> months) {
        Source source = new Source();
        for (Row row : months) {
            source.show(row);
        }
        assertThat(source.replaced).allMatch(id -> id > 0 && id <= source.lastEvent);
    }

    /** Keeps the state as the processing does, and what a recipient would believe. */
    private static final class Source {

        private RecordState state;
        private long lastEvent;
        private String told;
        private final List<Long> replaced = new ArrayList<>();

        RecordChange show(Row row) {
            boolean applies = !row.day().isEmpty();
            List<EventDraft> drafts = List.of(new EventDraft(0, EventType.MEASURE_STARTED, applies, false,
                    row.thing() + "|" + row.day(), row.thing(), FieldValues.EMPTY));
            Accepted record = new Accepted("1", "A", row.toString(), drafts);
            byte[] content = DIFFERENCES.contentDigest(record.content());
            byte[] watched = DIFFERENCES.watched(drafts);
            RecordChange change = DIFFERENCES.compare(state, content, watched, record, true, false, false);
            if (change instanceof RecordChange.Changed news) {
                long event = state == null ? 0 : state.event(0);
                for (RecordChange.Effect effect : news.effects()) {
                    if (effect.kind() != MessageKind.EVENT) {
                        replaced.add(effect.replaces());
                    }
                    event = effect.kind() == MessageKind.RETRACTION ? 0 : ++lastEvent;
                    told = effect.kind() == MessageKind.RETRACTION ? null : row.thing() + row.day();
                }
                state = new RecordState(new byte[16], content, watched, new long[] {event}, null, 1, 1, false, 1);
            }
            return change;
        }
    }
}
