package de.kimhub.disclosure;

import java.util.List;
import java.util.Set;

/**
 * What an attempt to break published tables came to.
 *
 * @param intervals of every hidden cell and attacker who does not know it whole
 * @param findings what speaks against publishing
 * @param superfluous hidden cells of this release that could be shown, each alone, with everything else as it is
 * @param certificate the witnesses that were found
 */
public record Audit(List<Interval> intervals, List<Finding> findings, Set<String> superfluous, Certificate certificate) {

    public boolean passed() {
        return findings.isEmpty();
    }
}
