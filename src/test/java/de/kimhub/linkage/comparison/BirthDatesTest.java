package de.kimhub.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.PartialDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthDatesTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
            "1990-05-06, 1990-05-06, BIRTH_EQUAL",
            "1990-05-06, 1990-06-05, BIRTH_SWAPPED",
            "1990-05-06, 1991-05-06, BIRTH_NEAR_YEAR",
            "1990-05-06, 1990-05-16, BIRTH_ONE_DIGIT",
            "1990-05-06, 1980-05-06, BIRTH_ONE_DIGIT",
            "1990-05-06, 1990-05-27, BIRTH_TWO_PARTS",
            "1990-05-06, 1981-12-30, BIRTH_DIFFERENT", "1990-05-06, 1971-12-30, BIRTH_OTHER_GENERATION",
            "1990-01-01, 1990-01-01, BIRTH_SAME_PLACEHOLDER",
            "1990-01-01, 1990,       BIRTH_SAME_PLACEHOLDER",
            "1990-05,    1990-05,    BIRTH_SAME_PLACEHOLDER",
            "1990-01-01, 1990-05-06, BIRTH_SAME_YEAR",
            "1990,       1990-05-06, BIRTH_SAME_YEAR",
            "1990-04,    1990-05-06, BIRTH_TWO_PARTS",
            "1990-01-01, 1991-05-06, BIRTH_YEARS_NEAR",
            "1990-01-01, 1980,       BIRTH_YEARS_NEAR",
            "1990-01-01, 1976-05-06, BIRTH_DIFFERENT", "1990-01-01, 1975-05-06, BIRTH_OTHER_GENERATION"})
    void agree_as_far_as_tools_and_people_write_them(String one, String other, Level level) {
        PartialDate left = PartialDate.parse(one).orElseThrow();
        PartialDate right = PartialDate.parse(other).orElseThrow();
        assertThat(BirthDates.compare(left, right)).isEqualTo(level);
        assertThat(BirthDates.compare(right, left)).isEqualTo(level);
    }
}
