package de.kimhub.linkage.register;

import de.kimhub.linkage.comparison.Scorer;

/** With what files are compared at present. */
@FunctionalInterface
public interface Scorers {

    Scorer now();
}
