package de.kimhub.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class ScorerPropertiesTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

    private final Scorer scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(20_000, List.of()));

    @Provide
    Arbitrary<FieldValues> people() {
        return SamplePeople.people();
    }

    @Property
    void the_order_of_the_two_makes_no_difference(@ForAll("people") FieldValues one, @ForAll("people") FieldValues other) {
        PairScore there = score(one, other);
        PairScore back = score(other, one);
        assertThat(back.bits()).isEqualTo(there.bits(), ROUNDING);
        assertThat(back.band()).isEqualTo(there.band());
        assertThat(back.caps()).isEqualTo(there.caps());
    }

    @Property
    void the_order_in_which_the_fields_came_makes_no_difference(@ForAll("people") FieldValues one,
                                                                @ForAll("people") FieldValues other,
                                                                @ForAll Random random) {
        assertThat(score(shuffled(one, random), shuffled(other, random)).bits()).isEqualTo(score(one, other).bits(),
                ROUNDING);
    }

    /** Names are left out: to change one that agreed with another of the other's names takes that agreement away. */
    @Property
    void agreement_never_lowers_the_score(@ForAll("people") FieldValues one, @ForAll("people") FieldValues other,
                                          @ForAll @IntRange(min = 3, max = 14) int field) {
        String path = SamplePeople.FIELDS.get(field);
        if (one.first(path) == null || path.startsWith("person.addresses")) {
            return;
        }
        FieldValues agreeing = other.toBuilder().set(path, one.first(path)).build();
        assertThat(bitsUnlessTwins(one, agreeing)).isGreaterThanOrEqualTo(score(one, other).bits() - 1e-9);
    }

    @Property
    void the_same_address_never_lowers_the_score(@ForAll("people") FieldValues one, @ForAll("people") FieldValues other) {
        FieldValues.Builder agreeing = other.toBuilder();
        SamplePeople.FIELDS.stream().filter(path -> path.startsWith("person.addresses"))
                .forEach(path -> agreeing.set(path, one.first(path)));
        assertThat(bitsUnlessTwins(one, agreeing.build())).isGreaterThanOrEqualTo(score(one, other).bits() - 1e-9);
    }

    /** Whatever a field says, its absence says nothing: the score lies between agreement and contradiction. */
    @Property
    void a_missing_value_never_decides(@ForAll("people") FieldValues one, @ForAll("people") FieldValues other,
                                       @ForAll @IntRange(min = 2, max = 14) int field) {
        String path = SamplePeople.FIELDS.get(field);
        FieldValues without = one.toBuilder().set(path, null).build();
        assertThat(score(without, other).evidence().stream().map(evidence -> evidence.level().trait()))
                .doesNotHaveDuplicates();
        FieldValues nothing = FieldValues.EMPTY;
        assertThat(score(nothing, other).band()).isNotEqualTo(Band.SURE);
        assertThat(score(nothing, other).evidence()).isEmpty();
    }

    @Property
    void name_and_first_of_january_are_never_enough(@ForAll("people") FieldValues one) {
        FieldValues bare = FieldValues.builder().set("person.names.official.given", one.first("person.names.official.given"))
                .set("person.names.official.family", one.first("person.names.official.family"))
                .set("person.birth.date", "1990-01-01").build();
        assertThat(score(bare, bare).band()).isNotEqualTo(Band.SURE);
    }

    private PairScore score(FieldValues one, FieldValues other) {
        return scorer.compare(SamplePeople.traits(one), SamplePeople.traits(other));
    }

    /** Who agrees in more may look like a twin then: that cap may lower a score, to what it allows and no further. */
    private double bitsUnlessTwins(FieldValues one, FieldValues other) {
        PairScore score = score(one, other);
        boolean lowered = score.caps().contains(Cap.TWINS) && score.bits() == Scorer.TWINS
                || score.caps().contains(Cap.PERHAPS_TWINS) && score.bits() == Scorer.PERHAPS_TWINS;
        return lowered ? Double.POSITIVE_INFINITY : score.bits();
    }

    private static FieldValues shuffled(FieldValues person, Random random) {
        List<String> paths = new ArrayList<>(SamplePeople.FIELDS);
        Collections.shuffle(paths, random);
        FieldValues.Builder shuffled = FieldValues.builder();
        paths.forEach(path -> shuffled.set(path, person.first(path)));
        return shuffled.build();
    }
}
