package de.kimhub.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSimilarityTest {

    @ParameterizedTest
    @CsvSource({"Şahin, Schahin", "Şahin, شاهين", "Mohammed, Mohamad", "Muhammad, محمد", "Khaled, Chalid", "Jamal, Dschamal",
            "Jamal, Djamel", "Зеленський, Zelensky", "Selenskyj, Zelenskyi", "Iwanowitsch, Ivanovich", "Iwanowna, Ivanovna",
            "ئازاد, Azad", "ሰላም, Salam", "ብርሃኔ, Berhane", "Fatima, Fatemeh", "Hussein, Husain", "Yusuf, Youssouf", "Schmidt, Schmitt",
            "Meyer, Maier", "فاطمه, Fatemeh", "Abdurrahman, Abd al-Rahman", "عبد الله, Abdullah", "Noor, Nour", "Nguyễn, Nguyen",
            "Hans-Peter, Hanspeter", "Salah al-Din, Salahuddin", "Ալեքսանդր, Aleksandr", "von der Leyen, Leyen", "Qasim, Kasem"})
    void spellings_of_one_name_are_close(String one, String other) {
        assertThat(similarity(one, other)).isGreaterThanOrEqualTo(0.8);
    }

    @ParameterizedTest
    @CsvSource({"Ali, Omar", "Peter, Paul", "Fatima, Zainab", "Müller, Schneider", "Олена, Viktoria", "محمد, Yusuf", "Selam, Tesfay",
            "Nguyen, Tran", "Yilmaz, Kaya", "Weber, Schulz", "حسن, Karim", "Jan, Tom"})
    void unrelated_names_are_far(String one, String other) {
        assertThat(similarity(one, other)).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"Müller, Mueller", "Müller, Muller", "Şahin, Sahin", "Yıldız, Yildiz", "Олена, Olena", "Щербак, Schtscherbak"})
    void a_spelling_that_a_rule_gives_is_equal(String one, String other) {
        assertThat(similarity(one, other)).isEqualTo(1);
    }

    @Test
    void another_spelling_is_never_quite_equal() {
        assertThat(similarity("Mat", "Matt")).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({"Al Nakhli, Alnakhli", "De Luca, Deluca", "Al-Ani, ALANI"})
    void an_article_may_be_written_together_with_the_name(String one, String other) {
        assertThat(similarity(one, other)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"Amian, Amina", "Muas, Musa", "Poliscuhk, Polischuk"})
    void neighbours_in_the_wrong_order_are_close(String one, String other) {
        assertThat(similarity(one, other)).isGreaterThan(NameSimilarity.CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"Ali, Alia", "Jan, Jana", "Leon, Lena", "Weber, Weger", "Ahmed, Mohammed", "Karim, Kamal", "Nour, Nuria"})
    void names_that_differ_in_little_but_mean_others_are_not_close(String one, String other) {
        assertThat(similarity(one, other)).isLessThan(NameSimilarity.CLOSE);
    }

    @Test
    void the_order_of_parts_does_not_matter() {
        assertThat(match("Ali Hassan", "Hassan, Ali")).isEqualTo(new NameMatch(1, 2, 0, 0, false));
    }

    @Test
    void a_missing_part_is_an_omission_and_no_contradiction() {
        assertThat(match("Olena Petriwna Schewtschenko", "Olena Shevchenko"))
                .extracting(NameMatch::matched, NameMatch::surplus, NameMatch::contradicted).containsExactly(2, 1, 0);
    }

    @Test
    void another_part_is_a_contradiction_and_lowers_the_similarity() {
        NameMatch match = match("Ali Karim", "Ali Yusuf");
        assertThat(match).extracting(NameMatch::matched, NameMatch::surplus, NameMatch::contradicted).containsExactly(1, 0, 1);
        assertThat(match.similarity()).isLessThan(NameSimilarity.CLOSE);
    }

    @Test
    void joined_parts_meet_their_parts_beside_others() {
        assertThat(match("Mehmet Can Demir", "Demir Mehmetcan")).isEqualTo(new NameMatch(1, 2, 0, 0, false));
    }

    @Test
    void an_initial_agrees_weakly() {
        assertThat(match("M.", "Mohammed")).isEqualTo(new NameMatch(0.75, 1, 0, 0, true));
        assertThat(match("M. Schulz", "Maria Schulz").initialOnly()).isFalse();
        assertThat(match("K.", "Mohammed").matched()).isZero();
    }

    @Test
    void nothing_agrees_with_nothing() {
        assertThat(match("unbekannt", "Ali Karim")).isEqualTo(new NameMatch(0, 0, 2, 0, false));
        assertThat(match("", null)).isEqualTo(new NameMatch(0, 0, 0, 0, false));
    }

    private static double similarity(String one, String other) {
        return match(one, other).similarity();
    }

    private static NameMatch match(String one, String other) {
        return NameSimilarity.of(PreparedName.of(one), PreparedName.of(other));
    }
}
