package de.kimhub.disclosure;

import java.util.List;
import java.util.Set;

/**
 * Which cells of a ledger are hidden.
 *
 * @param hidden ids of all hidden cells, those of earlier releases among them
 * @param unproven ids of hidden cells that got no proof: the table they stand in must not be published
 */
public record Protection(Set<String> hidden, Certificate certificate, List<String> unproven) {
}
