package de.kimhub.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NamesPropertiesTest {

    @Property(tries = 1000)
    void any_text_is_prepared_within_bounds(@ForAll("texts") String text) {
        PreparedName name = PreparedName.of(text);
        assertThat(name.parts()).hasSizeLessThanOrEqualTo(12);
        assertThat(name.parts()).allSatisfy(part -> {
            assertThat(part.forms()).hasSizeBetween(1, 6).doesNotHaveDuplicates().doesNotContain("");
            assertThat(part.skeletons()).hasSizeBetween(1, 6).doesNotHaveDuplicates().doesNotContain("");
            assertThat(NameFrequencies.given(part)).isBetween(NameFrequencies.FLOOR, 1.0);
            assertThat(NameFrequencies.family(part)).isBetween(NameFrequencies.FLOOR, 1.0);
        });
    }

    @Property(tries = 1000)
    void similarity_is_symmetric_and_between_0_and_1(@ForAll("texts") String one, @ForAll("texts") String other) {
        PreparedName a = PreparedName.of(one);
        PreparedName b = PreparedName.of(other);
        NameMatch match = NameSimilarity.of(a, b);
        assertThat(NameSimilarity.of(b, a)).isEqualTo(match);
        assertThat(match.similarity()).isBetween(0.0, 1.0);
        assertThat(match.contradicted()).isBetween(0, Math.min(a.parts().size(), b.parts().size()));
        assertThat(match.matched()).isBetween(0, Math.min(a.parts().size(), b.parts().size()));
        for (NamePart part : a.parts()) {
            for (NamePart counterpart : b.parts()) {
                assertThat(NameSimilarity.of(part, counterpart)).isBetween(0.0, 1.0)
                        .isEqualTo(NameSimilarity.of(counterpart, part));
            }
        }
    }

    @Property(tries = 1000)
    void a_name_equals_itself(@ForAll("texts") String text) {
        PreparedName name = PreparedName.of(text);
        Assume.that(!name.isEmpty());
        assertThat(NameSimilarity.of(name, PreparedName.of(text)))
                .isEqualTo(new NameMatch(1, name.parts().size(), 0, 0, name.parts().stream().allMatch(NamePart::isInitial)));
    }

    @Property(tries = 1000)
    void a_latin_form_stays_as_it_is_when_prepared_again(@ForAll("words") String word) {
        PreparedName name = PreparedName.of(word);
        Assume.that(name.parts().size() == 1);
        String form = name.parts().getFirst().forms().getFirst();
        Assume.that(form.matches("[a-z]+") && !PreparedName.of(form).isEmpty());
        assertThat(PreparedName.of(form).parts().getFirst().forms()).containsExactly(form);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(30), words(),
                words().list().ofMaxSize(14).map(words -> String.join(" ", words)),
                Arbitraries.strings().withChars("🙂\u0301\u0308\u200d\u202eаaъابعዘא李.-' ").ofMaxLength(200));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(14),
                Arbitraries.strings().withChars("abdelsxknшşäöüßçğıİñčćžłøåæ'").ofMinLength(1).ofMaxLength(12),
                Arbitraries.strings().withCharRange('\u0620', '\u06D3').ofMinLength(1).ofMaxLength(10),
                Arbitraries.strings().withCharRange('\u0410', '\u045F').ofMinLength(1).ofMaxLength(10),
                Arbitraries.strings().withCharRange('\u1200', '\u135A').ofMinLength(1).ofMaxLength(10),
                Arbitraries.strings().withCharRange('\u0531', '\u05EA').ofMinLength(1).ofMaxLength(10));
    }
}
