package de.kimhub.linkage.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.linkage.blocking.BlockingKey;
import de.kimhub.linkage.blocking.BlockingKeys;
import de.kimhub.linkage.comparison.Traits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MemoryIndexTest {

    @Test
    void exactly_those_who_share_a_key_are_found_and_each_once() {
        List<Traits> rows = traits(People.pairs(20).row("A", "Ada", "Muster", "1980-02-03").row("A", "Ada", "Probe",
                "1980-03-02").row("B", "Bo", "Muster", "1980-02-03"));
        MemoryIndex index = new MemoryIndex(rows);

        for (int row = 0; row < rows.size(); row++) {
            List<Integer> found = new ArrayList<>();
            index.forEachEarlier(row, found::add);
            Set<String> own = keys(rows.get(row));
            List<Integer> expected = new ArrayList<>();
            for (int other = 0; other < row; other++) {
                if (keys(rows.get(other)).stream().anyMatch(own::contains)) {
                    expected.add(other);
                }
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void a_key_of_too_many_counts_only_together_with_its_refinement_and_is_reported() {
        People people = new People();
        for (int i = 0; i < 2 * BlockingKeys.MOST_NAMESAKES; i++) {
            people.row("P" + i, "Ada", "Muster", (1900 + i % 80) + "-02-03");
        }
        List<Traits> rows = traits(people);
        MemoryIndex index = new MemoryIndex(rows);

        assertThat(index.crowded()).containsKey("name");
        Set<Integer> years = new HashSet<>();
        index.forEachEarlier(rows.size() - 1, other -> years.add(rows.get(other).birth().year()));
        assertThat(years).isNotEmpty().hasSizeLessThan(80);
    }

    @Test
    void a_rare_part_of_a_name_finds_whoever_bears_it_and_a_frequent_one_only_with_the_year() {
        assertThat(testowskis(BlockingKeys.MOST_OF_A_WEAK_KEY)).hasSize(BlockingKeys.MOST_OF_A_WEAK_KEY - 1);
        assertThat(testowskis(BlockingKeys.MOST_OF_A_WEAK_KEY + 1)).isEmpty();
    }

    private static List<Integer> testowskis(int count) {
        People people = new People();
        for (int i = 0; i < count; i++) {
            people.row("P" + i, (char) ('B' + i) + "a", "Testowski", "%d-02-%02d".formatted(1900 + i, 1 + i));
        }
        List<Integer> found = new ArrayList<>();
        new MemoryIndex(traits(people)).forEachEarlier(count - 1, found::add);
        return found;
    }

    @Test
    void a_street_is_refined_long_before_a_name_is() {
        assertThat(index(BlockingKeys.MOST_OF_A_WEAK_KEY).crowded()).isEmpty();
        assertThat(index(BlockingKeys.MOST_OF_A_WEAK_KEY + 1).crowded()).containsOnlyKeys("street");
    }

    private static MemoryIndex index(int neighbours) {
        People people = new People();
        for (int i = 0; i < neighbours; i++) {
            people.row("P" + i, "A" + (char) ('a' + i % 20) + "no", "M" + (char) ('a' + i % 20) + "k", (1900 + i) + "-02-03",
                    "Testweg", "Probehausen");
        }
        return new MemoryIndex(traits(people));
    }

    @Test
    void what_cannot_be_refined_finds_nobody_and_is_counted() {
        People people = new People();
        for (int i = 0; i <= BlockingKeys.MOST_NAMESAKES; i++) {
            people.row("P" + i, "Ada", "Muster");
        }
        MemoryIndex index = new MemoryIndex(traits(people));
        List<Integer> found = new ArrayList<>();
        index.forEachEarlier(BlockingKeys.MOST_NAMESAKES, found::add);

        assertThat(found).isEmpty();
        assertThat(index.lost()).isPositive();
    }

    private static List<Traits> traits(People people) {
        return people.rows().stream().map(LabelledPerson::traits).toList();
    }

    private static Set<String> keys(Traits traits) {
        return BlockingKeys.of(traits).stream().map((BlockingKey key) -> key.pass() + " " + key.value())
                .collect(Collectors.toSet());
    }
}
