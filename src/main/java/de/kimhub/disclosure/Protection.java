package de.kimhub.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which cells of a ledger are hidden.
 *
 * @param hidden ids of all hidden cells, those of earlier releases among them
 * @param unproven ids of hidden cells that got no proof: the table they stand in must not be published
 */
public record Protection(Set<String> hidden, Certificate certificate, List<String> unproven) {

    /** Of what is proven, what concerns this ledger, which has fewer cells. */
    public Protection within(Ledger ledger) {
        Set<String> published = ledger.cells().stream().map(LedgerCell::id).collect(Collectors.toSet());
        Set<String> all = new HashSet<>(published);
        Difference.of(ledger).forEach(difference -> all.add(difference.cell().id()));
        return new Protection(hidden.stream().filter(published::contains).collect(Collectors.toSet()), new Certificate(
                certificate.witnesses().stream().filter(witness -> all.contains(witness.cell())).toList()), List.of());
    }
}
