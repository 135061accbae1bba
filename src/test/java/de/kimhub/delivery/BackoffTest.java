package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

class BackoffTest {

    private final Backoff backoff = new Backoff(new Random());

    @RepeatedTest(20)
    void doublesFromASecondUpToFiveMinutesAFifthMoreOrLess() {
        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200));
        assertThat(backoff.after(5)).isBetween(Duration.ofMillis(12_800), Duration.ofMillis(19_200));
        assertThat(backoff.after(9)).isBetween(Duration.ofSeconds(204), Duration.ofMinutes(5));
        assertThat(backoff.after(Integer.MAX_VALUE)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }
}
