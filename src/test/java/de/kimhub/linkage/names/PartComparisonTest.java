package de.kimhub.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartComparisonTest {

    /** It remembers the last ones. */
    @Test
    void what_was_compared_before_makes_no_difference() {
        List<NamePart> parts = new ArrayList<>();
        for (String name : List.of("Şahin", "Schahin", "شاهين", "Mohammed", "Muhammad", "M.", "Olena", "Олена", "Yılmaz", "李")) {
            parts.addAll(PreparedName.of(name).parts());
        }
        PartComparison used = new PartComparison();
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            NamePart one = parts.get(random.nextInt(parts.size()));
            NamePart other = parts.get(random.nextInt(parts.size()));
            assertThat(used.of(one, other)).isEqualTo(new PartComparison().of(one, other));
        }
    }
}
