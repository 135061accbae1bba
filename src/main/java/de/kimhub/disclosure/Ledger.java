package de.kimhub.disclosure;

import java.util.List;

/**
 * All that is published, or about to be, about one base: the tables of this release and of all earlier ones that share
 * base groups with it. Linked tables, hierarchies and differences of releases are nothing but cells here.
 *
 * @param base the value of each group of units, from zero
 * @param insiders besides outsiders, who know no group
 * @param threshold k: the smallest number that is shown, zero aside
 */
public record Ledger(long[] base, List<LedgerCell> cells, List<Insider> insiders, int threshold) {
}
