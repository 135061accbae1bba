package de.kimhub.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class TextsPropertiesTest {

    /** Few letters, so that many are near each other. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abcüж").ofMaxLength(9);
    }

    @Property
    void within_is_what_the_distance_says(@ForAll("texts") String one, @ForAll("texts") String other,
                                          @ForAll @IntRange(max = 4) int most) {
        assertThat(Texts.within(one, other, most)).isEqualTo(Texts.distance(one, other) <= most);
    }

    @Property
    void similar_is_what_the_similarity_says(@ForAll("texts") String one, @ForAll("texts") String other,
                                             @ForAll @DoubleRange(min = .05, max = 1) double least) {
        assertThat(Texts.similar(one, other, least)).isEqualTo(Texts.similarity(one, other) >= least);
    }
}
