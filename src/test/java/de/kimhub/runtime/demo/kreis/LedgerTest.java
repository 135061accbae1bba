package de.kimhub.runtime.demo.kreis;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.runtime.demo.kreis.Ledger.Held;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void expectThree() {
        for (String token : List.of("a", "b", "c")) {
            ledger.expect("awo", "case 1", token);
        }
    }

    @Test
    void equalContentInOrderIsClean() {
        assertThat(compare("a", "b", "c").clean()).isTrue();
    }

    @Test
    void aMissingItemIsLost() {
        assertThat(compare("a", "c")).isEqualTo(new Tally(1, 0, 0, 0));
    }

    @Test
    void aWholeMissingLineIsLost() {
        assertThat(ledger.compare("awo", List.of())).isEqualTo(new Tally(3, 0, 0, 0));
    }

    @Test
    void anItemTwiceIsDoubledAndNotReordered() {
        assertThat(compare("a", "b", "c", "a")).isEqualTo(new Tally(0, 1, 0, 0));
    }

    @Test
    void anItemBehindALaterOneIsReordered() {
        assertThat(compare("a", "c", "b")).isEqualTo(new Tally(0, 0, 1, 0));
    }

    @Test
    void whatNobodyExpectsIsUnexpected() {
        assertThat(compare("a", "b", "c", "x")).isEqualTo(new Tally(0, 0, 0, 1));
        assertThat(ledger.compare("nobody", List.of(new Held("case 1", "a")))).isEqualTo(new Tally(0, 0, 0, 1));
    }

    @Test
    void theOrderCountsWithinALineOnly() {
        ledger.expect("awo", "case 2", "a");
        assertThat(ledger.compare("awo", List.of(new Held("case 1", "a"), new Held("case 1", "b"),
                new Held("case 1", "c"), new Held("case 2", "a"))).clean()).isTrue();
    }

    /** Two consents ask for the status of today twice: started, ended, and both once more. */
    @Test
    void whatIsExpectedTwiceIsInOrderTwice() {
        List.of("a", "b").forEach(token -> ledger.expect("awo", "case 1", token));
        assertThat(compare("a", "b", "c", "a", "b").clean()).isTrue();
        assertThat(compare("a", "b", "a", "c", "b")).isEqualTo(new Tally(0, 0, 1, 0));
    }

    private Tally compare(String... tokens) {
        return ledger.compare("awo", Arrays.stream(tokens).map(token -> new Held("case 1", token)).toList());
    }
}
