package de.kimhub.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Base32Test {

    @Property
    void bytes_come_back(@ForAll @Size(max = 64) byte[] bytes) {
        int[] symbols = Base32.encode(bytes);
        assertThat(symbols).hasSize((bytes.length * 8 + 4) / 5);
        assertThat(Base32.decode(Base32.symbols(Base32.text(symbols)))).startsWith(bytes);
    }

    @Test
    void it_reads_what_people_write() {
        assertThat(Base32.text(Base32.symbols("o0O-iIlL1 xYz\t9"))).isEqualTo("00011111XYZ9");
        assertThat(Base32.symbols("AUß\u0131")).containsExactly(10, -1, -1, -1);
        for (int symbol = 0; symbol < Base32.SIZE; symbol++) {
            assertThat(Base32.symbol(Base32.character(symbol))).isEqualTo(symbol);
        }
    }
}
