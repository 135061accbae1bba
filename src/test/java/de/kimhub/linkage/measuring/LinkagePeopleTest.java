package de.kimhub.linkage.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.comparison.Traits;
import de.kimhub.message.FieldValues;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkagePeopleTest {

    private final LinkagePeople people = new LinkagePeople(20);

    @Test
    void everybodyIsThereAgainByTheirNumber() {
        assertThat(new LinkagePeople(20).person(4_711)).isEqualTo(people.person(4_711));
    }

    @Test
    void anotherSourceWritesThemOtherwise() {
        IntStream.range(0, 1_000).forEach(one -> assertThat(people.otherwise(one).first("person.birth.date"))
                .isEqualTo(people.person(one).first("person.birth.date")));
        assertThat(people.otherwise(1)).isNotEqualTo(people.person(1));
    }

    @Test
    void peopleDifferAndCanAllBeCompared() {
        Set<FieldValues> different = new HashSet<>();
        IntStream.range(0, 20_000).forEach(one -> {
            different.add(people.person(one));
            Traits traits = Traits.of(people.otherwise(one), LinkageRegister.AUTHORITY);
            assertThat(traits.given().getFirst().isEmpty() || traits.family().getFirst().isEmpty()).isFalse();
        });
        assertThat(different).hasSizeGreaterThan(19_900);
    }
}
