package de.kimhub.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Base32;
import de.kimhub.pseudonym.Pseudonym.Reading;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PseudonymTest {

    private static final Pseudonym ONE = new Pseudonym("STG", 1, "0123456789ABCDEFGHJK");

    @Property
    void what_is_written_is_read(@ForAll @IntRange(max = 31) int epoch,
                                 @ForAll @Size(min = 10, max = 25) byte[] bytes) {
        Pseudonym pseudonym = new Pseudonym("KM2", epoch, Base32.text(Base32.encode(bytes)));
        assertThat(Pseudonym.read(pseudonym.text())).isEqualTo(new Reading.Read(pseudonym));
    }

    @Test
    void people_may_write_it_as_they_like() {
        String text = ONE.text();
        assertThat(text).matches("STG-1012-3456-789A-BCDE-FGHJ-K[0-9A-Z]{2}");
        assertThat(Pseudonym.read(text.toLowerCase().replace('0', 'o').replace('1', 'l').replace("-", " ")))
                .isEqualTo(new Reading.Read(ONE));
        assertThat(Pseudonym.read(text.replace("-", ""))).isEqualTo(new Reading.Read(ONE));
    }

    @Test
    void a_wrong_character_is_named_and_two_are_found_also_in_the_prefix() {
        String text = ONE.text();
        assertThat(Pseudonym.read(text.replace("STG", "STH"))).isEqualTo(new Reading.OneWrong(3, 'G'));
        assertThat(Pseudonym.read(text.replace("STG", "SHG"))).isEqualTo(new Reading.OneWrong(2, 'T'));
        assertThat(Pseudonym.read(text.replace("STG", "TSG"))).isNotInstanceOf(Reading.Read.class);
        assertThat(Pseudonym.read(text.replace("3456", "3465"))).isNotInstanceOf(Reading.Read.class);
        assertThat(Pseudonym.read(text.substring(0, text.length() - 1))).isNotInstanceOf(Reading.Read.class);
        assertThat(Pseudonym.read("")).isInstanceOf(Reading.Unreadable.class);
        assertThat(Pseudonym.read("STG?")).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void printing_it_by_accident_tells_nothing() {
        assertThat(ONE.toString()).isEqualTo("STG-1...");
    }
}
