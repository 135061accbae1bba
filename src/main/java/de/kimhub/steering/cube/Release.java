package de.kimhub.steering.cube;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A closed release.
 *
 * @param id        in addresses: {@code 2026-q3}
 * @param period    {@code 2026-Q3}
 * @param label     for people: 3. Quartal 2026
 * @param threshold no number of fewer people is shown
 */
public record Release(String id, int position, String period, String label, LocalDate cutOff, Instant publishedAt,
                      String catalogue, int threshold, String certificate, String checksum) {
}
