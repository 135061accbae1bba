package de.kimhub.disclosure;

import java.time.Duration;

/**
 * How long is looked for the best pattern before more is hidden than needed.
 *
 * @param perCell for one attacker and one side of a cell
 * @param seed of the random part of the weights: the same seed, the same pattern
 */
public record Effort(Duration perCell, Duration perRelease, long seed) {

    public static final Effort USUAL = new Effort(Duration.ofSeconds(20), Duration.ofMinutes(30), 1);
}
