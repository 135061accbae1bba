package de.kimhub.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.FieldValues;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Who is passed over would not have been looked at; who is not has the score that they always had. */
class LookoutPropertiesTest {

    /** An edge case would be one person three thousand times, who is no stranger to anybody. */
    private static final List<Traits> CROWD = SamplePeople.people().array(FieldValues[].class).ofSize(3_000).withoutEdgeCases()
            .map(all -> Stream.of(all).map(SamplePeople::traits).toList()).sample();

    private final Scorer shipped = new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, List.of()));
    private final Scorer learnt = learnt();

    private static Scorer learnt() {
        CountedPopulation population = CountedPopulation.of(1_000_000, CROWD);
        return new Scorer(Learning.fromRandomPairs(LinkageModel.shipped(), population, CROWD, 1), population);
    }

    @Provide
    Arbitrary<List<Traits>> files() {
        return SamplePeople.people().map(SamplePeople::traits).list().ofMaxSize(3);
    }

    @Property(tries = 300)
    void nobody_worth_a_look_is_passed_over(@ForAll("files") List<Traits> one,
                                            @ForAll @Size(max = 4) List<@From("files") List<Traits>> others) {
        for (Scorer scorer : List.of(shipped, learnt)) {
            Lookout lookout = new Lookout(scorer);
            for (List<Traits> other : others) {
                assertSame(scorer.best(one, other), lookout.best(one, other));
                assertSame(scorer.best(other, one), lookout.best(other, one));
            }
        }
    }

    private static void assertSame(PairScore exact, PairScore found) {
        if (found == null || exact.band() == Band.NEW) {
            assertThat(exact == null || exact.band() == Band.NEW).isTrue();
            assertThat(found == null || found.band() == Band.NEW).isTrue();
        } else {
            assertThat(found).isEqualTo(exact);
        }
    }

    @Example
    void strangers_are_passed_over() {
        long passed = 0;
        Lookout lookout = new Lookout(learnt);
        for (int i = 0; i < 1_000; i++) {
            passed += lookout.best(List.of(CROWD.get(i)), List.of(CROWD.get(i + 1_000))) == null ? 1 : 0;
        }
        assertThat(passed).isGreaterThan(500);
    }
}
