package de.kimhub.linkage.persons;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.CountedPopulation;
import de.kimhub.linkage.comparison.LinkageModel;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.SamplePeople;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.persons.Partition.Decisions;
import de.kimhub.linkage.persons.Partition.Result;
import de.kimhub.linkage.persons.Partition.Scores;
import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class PartitionPropertiesTest {

    private final Scorer scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(5_000, List.of()));

    @Provide
    Arbitrary<FieldValues> people() {
        return SamplePeople.people();
    }

    @Provide
    Arbitrary<Set<Set<Long>>> pairs() {
        return Arbitraries.longs().between(0, 11).set().ofSize(2).set().ofMaxSize(6);
    }

    @Property(tries = 300)
    void the_same_files_in_any_order_give_the_same_persons(
            @ForAll @Size(min = 2, max = 12) List<@net.jqwik.api.From("people") FieldValues> people,
            @ForAll("pairs") Set<Set<Long>> same, @ForAll("pairs") Set<Set<Long>> different, @ForAll Random random) {
        List<Long> files = new ArrayList<>(LongStream.range(0, people.size()).boxed().toList());
        Decisions decisions = decisions(same, different);
        Result first = Partition.of(files, scores(people), decisions, Comparator.naturalOrder());
        Collections.shuffle(files, random);
        Result second = Partition.of(files, scores(people), decisions, Comparator.naturalOrder());
        assertThat(second).isEqualTo(first);
        assertThat(first.persons().stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(files);
    }

    @Property(tries = 300)
    void nobody_shares_a_person_with_whom_they_contradict_unless_somebody_said_so(
            @ForAll @Size(min = 2, max = 12) List<@net.jqwik.api.From("people") FieldValues> people,
            @ForAll("pairs") Set<Set<Long>> different) {
        List<Long> files = LongStream.range(0, people.size()).boxed().toList();
        Scores scores = scores(people);
        Result result = Partition.of(files, scores, decisions(Set.of(), different), Comparator.naturalOrder());
        for (Set<Long> person : result.persons()) {
            for (long one : person) {
                for (long other : person) {
                    if (one != other) {
                        assertThat(scores.of(one, other).contradictory()).isFalse();
                        assertThat(different).doesNotContain(Set.of(one, other));
                    }
                }
            }
        }
        assertThat(result.conflicts()).isEmpty();
    }

    @Property(tries = 300)
    void what_was_decided_to_be_the_same_stays_together(
            @ForAll @Size(min = 12, max = 12) List<@net.jqwik.api.From("people") FieldValues> people,
            @ForAll("pairs") Set<Set<Long>> same) {
        List<Long> files = LongStream.range(0, people.size()).boxed().toList();
        Result result = Partition.of(files, scores(people), decisions(same, Set.of()), Comparator.naturalOrder());
        same.forEach(pair -> assertThat(result.persons()).anyMatch(person -> person.containsAll(pair)));
    }

    @Property(tries = 300)
    void every_pair_that_is_worth_a_look_is_decided_joined_or_asked(
            @ForAll @Size(min = 2, max = 12) List<@net.jqwik.api.From("people") FieldValues> people) {
        List<Long> files = LongStream.range(0, people.size()).boxed().toList();
        Scores scores = scores(people);
        Result result = Partition.of(files, scores, decisions(Set.of(), Set.of()), Comparator.naturalOrder());
        for (long one : files) {
            for (long other = one + 1; other < people.size(); other++) {
                Set<Long> pair = Set.of(one, other);
                boolean joined = result.persons().stream().anyMatch(person -> person.containsAll(pair));
                boolean asked = result.doubts().stream().anyMatch(doubt -> pair.equals(Set.of(doubt.left(), doubt.right())));
                assertThat(joined || asked || scores.of(one, other).band() == Band.NEW).isTrue();
                assertThat(joined && asked).isFalse();
            }
        }
    }

    private Scores scores(List<FieldValues> people) {
        List<Traits> traits = people.stream().map(person -> Traits.of(person, "auslaenderbehoerde")).toList();
        PairScore[][] memo = new PairScore[people.size()][people.size()];
        return (left, right) -> {
            int one = (int) Math.min(left, right);
            int other = (int) Math.max(left, right);
            if (memo[one][other] == null) {
                memo[one][other] = scorer.compare(traits.get(one), traits.get(other));
            }
            return memo[one][other];
        };
    }

    private static Decisions decisions(Set<Set<Long>> same, Set<Set<Long>> different) {
        Set<Set<Long>> reallyDifferent = new HashSet<>(different);
        reallyDifferent.removeAll(same);
        return new Decisions() {
            @Override
            public boolean same(long left, long right) {
                return same.contains(Set.of(left, right));
            }

            @Override
            public boolean different(long left, long right) {
                return left != right && reallyDifferent.contains(Set.of(left, right));
            }
        };
    }
}
