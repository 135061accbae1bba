package de.kimhub.steering.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.EventType;
import de.kimhub.translation.CodeLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With what people leave courses, in the words of providers. */
class CourseResultTest {

    @ParameterizedTest
    @CsvSource({"COURSE_COMPLETED, erfolgreich, B1, b1", "COURSE_COMPLETED, nicht-erfolgreich, A2, a2", "COURSE_COMPLETED, teilgenommen, A1, weder-noch",
            "COURSE_COMPLETED, erfolgreich, C1, b1", "COURSE_COMPLETED, '', A0, weder-noch", "COURSE_COMPLETED, dtz-a2, '', a2",
            "COURSE_COMPLETED, erfolgreich, '', b1", "COURSE_COMPLETED, nicht-erfolgreich, '', weder-noch", "COURSE_COMPLETED, lid-bestanden, '', ''",
            "COURSE_COMPLETED, '', '', ''", "COURSE_COMPLETED, abgebrochen, '', abgebrochen", "COURSE_ABORTED, '', A2, abgebrochen"})
    void the_level_counts_and_without_one_the_result(EventType left, String result, String level, String expected) {
        assertThat(CourseResult.of(left, result, level)).isEqualTo(expected);
    }

    @Test
    void every_level_and_every_result_but_that_of_another_test_says_something() {
        CodeLists lists = CodeLists.canonical();
        assertThat(lists.codes("sprachniveau")).isNotEmpty().allSatisfy(level ->
                assertThat(CourseResult.texts()).containsKey(CourseResult.of(EventType.COURSE_COMPLETED, "", level)));
        assertThat(lists.codes("kursergebnis")).filteredOn(result -> CourseResult.of(EventType.COURSE_COMPLETED, result, "").isEmpty())
                .containsExactlyInAnyOrder("lid-bestanden", "lid-nicht-bestanden");
    }
}
