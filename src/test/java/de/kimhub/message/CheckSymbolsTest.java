package de.kimhub.message;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.CheckSymbols.Reading;
import de.kimhub.message.CheckSymbols.Reading.OneWrong;
import de.kimhub.message.CheckSymbols.Reading.Right;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckSymbolsTest {

    /**
     * The code is linear: a change is overlooked exactly when the change itself is a word of the code, whatever the text.
     * So all pairs of places and all pairs of changes are tried on the word of zeros.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 20, 24, 30, 31, 32, 44, 58, 62})
    void any_two_wrong_symbols_are_found(int dataLength) {
        int[] word = CheckSymbols.append(new int[dataLength]);
        assertThat(Arrays.stream(word).sum()).isZero();
        int tried = 0;
        for (int first = 0; first < word.length; first++) {
            for (int second = first + 1; second < word.length; second++) {
                for (int one = 1; one < Base32.SIZE; one++) {
                    for (int other = 1; other < Base32.SIZE; other++) {
                        word[first] = one;
                        word[second] = other;
                        if (CheckSymbols.read(word) instanceof Right) {
                            throw new AssertionError("overlooked at " + first + " and " + second);
                        }
                        tried++;
                    }
                }
                word[second] = 0;
            }
            word[first] = 0;
        }
        assertThat(tried).isEqualTo(word.length * (word.length - 1) / 2 * 31 * 31);
    }

    /** The proof above leans on this. */
    @Test
    void the_code_is_linear() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            int length = 1 + random.nextInt(62);
            int[] one = random.ints(length, 0, Base32.SIZE).toArray();
            int[] other = random.ints(length, 0, Base32.SIZE).toArray();
            int[] sum = new int[length];
            Arrays.setAll(sum, at -> one[at] ^ other[at]);
            int[] words = CheckSymbols.append(one);
            int[] otherWords = CheckSymbols.append(other);
            Arrays.setAll(words, at -> words[at] ^ otherWords[at]);
            assertThat(CheckSymbols.append(sum)).isEqualTo(words);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 24, 31, 44, 62})
    void swapped_neighbours_are_found(int dataLength) {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            int[] word = CheckSymbols.append(random.ints(dataLength, 0, Base32.SIZE).toArray());
            for (int i = 0; i + 1 < word.length; i++) {
                int[] swapped = word.clone();
                swapped[i] = word[i + 1];
                swapped[i + 1] = word[i];
                assertThat(CheckSymbols.read(swapped) instanceof Right).isEqualTo(word[i] == word[i + 1]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 24, 31, 44, 62})
    void a_single_wrong_symbol_is_named(int dataLength) {
        int[] data = new Random(3).ints(dataLength, 0, Base32.SIZE).toArray();
        int[] word = CheckSymbols.append(data);
        assertThat(((Right) CheckSymbols.read(word)).data()).isEqualTo(data);
        for (int i = 0; i < word.length; i++) {
            for (int change = 1; change < Base32.SIZE; change++) {
                int[] wrong = word.clone();
                wrong[i] ^= change;
                Reading reading = CheckSymbols.read(wrong);
                assertThat(reading).isEqualTo(new OneWrong(i, word[i]));
            }
        }
    }

    @Test
    void what_is_too_short_or_no_symbol_is_wrong() {
        assertThat(CheckSymbols.read(new int[0])).isInstanceOf(Reading.Wrong.class);
        assertThat(CheckSymbols.read(new int[2])).isInstanceOf(Reading.Wrong.class);
        assertThat(CheckSymbols.read(new int[] {1, -1, 1, 1})).isInstanceOf(Reading.Wrong.class);
    }
}
