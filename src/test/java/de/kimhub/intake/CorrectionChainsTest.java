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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Reports that correct one another by numbers of their own, in any order, some sent twice. */
class CorrectionChainsTest {

    private static final Differences DIFFERENCES = differences();

    /** @param replaces the number of another report, or its own: then it corrects none */
    record Report(int number, int replaces) {
    }

    private static Differences differences() {
        try {
            return new Differences(new KeyFolder(Files.createTempDirectory("keys")).open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<List<Report>> anyReports() {
        Arbitrary<Integer> replaces = Arbitraries.integers().between(0, 7);
        return Combinators.combine(replaces.list().ofSize(8), Arbitraries.integers().between(0, 7).list().ofMaxSize(20))
                .as((named, order) -> order.stream().map(number -> new Report(number, named.get(number))).toList());
    }

    @Property
    void what_recipients_have_is_what_stands(@ForAll("anyReports") List<Report> reports) {
        Source source = new Source();
        Oracle oracle = new Oracle();
        for (Report report : reports) {
            source.say(report);
            oracle.say(report);
            assertThat(source.told.values()).containsExactlyInAnyOrderElementsOf(oracle.standing());
        }
    }

    @Property
    void of_a_chain_the_last_stands_in_whatever_order_its_reports_come(@ForAll @IntRange(min = 1, max = 8) int length,
                                                                     @ForAll Random random) {
        List<Report> chain = new ArrayList<>();
        for (int number = 0; number < length; number++) {
            chain.add(new Report(number, Math.max(0, number - 1)));
        }
        Collections.shuffle(chain, random);
        Source source = new Source();
        chain.forEach(source::say);
        chain.forEach(source::say);

        assertThat(source.told.values()).containsExactly(length - 1);
    }

    @Property
    void whoever_names_any_earlier_version_corrects_what_stands(@ForAll @IntRange(min = 1, max = 8) int length,
                                                               @ForAll Random random) {
        Source source = new Source();
        for (int number = 0; number < length; number++) {
            source.say(new Report(number, number == 0 ? 0 : random.nextInt(number)));
            assertThat(source.told.values()).containsExactly(number);
        }
    }

    /** Keeps the records as the processing does, and what a recipient has. */
    private static final class Source {

        private Map<java.nio.ByteBuffer, RecordState> stored = new HashMap<>();
        private final Map<Long, Integer> told = new HashMap<>();
        private long lastEvent;

        void say(Report report) {
            EventDraft draft = new EventDraft(0, EventType.MEASURE_STARTED, true, false, "" + report.number(), null,
                    FieldValues.EMPTY);
            Accepted record = new Accepted("" + report.number(), "A", "" + report.number(), List.of(draft), List.of(),
                    "" + report.replaces(), false);
            KnownRecords records = new KnownRecords(stored);
            Predecessors before = records.before(key(report.number()), key(report.replaces()));
            byte[] watched = DIFFERENCES.watched(record.drafts());
            RecordState now = new RecordState(key(report.number()), DIFFERENCES.contentDigest(record.content()), watched,
                    new long[1], null, 1, 1, false, 1);
            if (DIFFERENCES.compareEvent(before, now, record, true, false)
                    instanceof RecordChange.Changed news) {
                long last = 0;
                for (RecordChange.Effect effect : news.effects()) {
                    last = follow(effect, report.number());
                }
                if (before.overtaken()) {
                    records.overtaken(now, before);
                } else {
                    records.stands(now.withEvents(new long[] {last}), before);
                }
            } else if (before.overtaken()) {
                records.overtaken(now, before);
            }
            records.changed().forEach(state -> stored.put(java.nio.ByteBuffer.wrap(state.key()), state));
        }

        private long follow(RecordChange.Effect effect, int number) {
            if (effect.kind() != MessageKind.EVENT) {
                assertThat(told.remove(effect.replaces())).as("what was told").isNotNull();
            }
            if (effect.kind() == MessageKind.RETRACTION) {
                return 0;
            }
            told.put(++lastEvent, number);
            return lastEvent;
        }

        private static byte[] key(int number) {
            return DIFFERENCES.keyDigest(1, "" + number, false);
        }
    }

    /** Things as sets of numbers, each with the report that stands. */
    private static final class Oracle {

        private final List<Thing> things = new ArrayList<>();
        private final Set<Integer> seen = new HashSet<>();

        private static final class Thing {
            private final Set<Integer> numbers = new HashSet<>();
            private int stands;
        }

        void say(Report report) {
            if (!seen.add(report.number())) {
                return;
            }
            Thing own = of(report.number());
            Thing replaced = report.replaces() == report.number() ? null : of(report.replaces());
            Thing joined = new Thing();
            joined.stands = own == null ? report.number() : own.stands;
            joined.numbers.addAll(List.of(report.number(), report.replaces()));
            for (Thing part : new Thing[] {own, replaced}) {
                if (part != null) {
                    joined.numbers.addAll(part.numbers);
                    things.remove(part);
                }
            }
            things.add(joined);
        }

        private Thing of(int number) {
            return things.stream().filter(thing -> thing.numbers.contains(number)).findFirst().orElse(null);
        }

        List<Integer> standing() {
            return things.stream().map(thing -> thing.stands).toList();
        }
    }
}
