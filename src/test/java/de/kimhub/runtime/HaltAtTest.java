package de.kimhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.message.Checkpoints;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HaltAtTest {

    private final AtomicInteger halts = new AtomicInteger();

    @Test
    void haltsTheSoManiethTimeAtTheNamedPointOnly() {
        Checkpoints checkpoints = HaltAt.parse("sink.done:2", halts::incrementAndGet);
        checkpoints.reached("sink.done");
        checkpoints.reached("other");
        assertThat(halts).hasValue(0);
        checkpoints.reached("sink.done");
        assertThat(halts).hasValue(1);
    }

    @Test
    void withoutANumberAtTheFirstTimeAndWithoutASettingNever() {
        HaltAt.parse("a", halts::incrementAndGet).reached("a");
        HaltAt.parse(null, halts::incrementAndGet).reached("a");
        HaltAt.parse(" ", halts::incrementAndGet).reached("a");
        assertThat(halts).hasValue(1);
    }
}
