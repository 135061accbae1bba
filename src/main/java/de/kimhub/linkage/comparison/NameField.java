package de.kimhub.linkage.comparison;

import de.kimhub.linkage.names.NamePart;
import java.util.function.ToDoubleFunction;

/** Whether a name is somebody's given or family name, with the levels at which two of them may agree. */
enum NameField {
    GIVEN(Level.GIVEN_EQUAL, Level.GIVEN_SPELLING, Level.GIVEN_CLOSE, Level.GIVEN_PARTIAL, Level.GIVEN_INITIAL,
            Level.GIVEN_RESEMBLING, Level.GIVEN_DIFFERENT),
    FAMILY(Level.FAMILY_EQUAL, Level.FAMILY_SPELLING, Level.FAMILY_CLOSE, Level.FAMILY_PARTIAL,
            Level.FAMILY_INITIAL, Level.FAMILY_RESEMBLING, Level.FAMILY_DIFFERENT);

    final Level equal;
    final Level spelling;
    final Level close;
    final Level partial;
    final Level initial;
    final Level resembling;
    final Level different;

    NameField(Level equal, Level spelling, Level close, Level partial, Level initial, Level resembling,
              Level different) {
        this.equal = equal;
        this.spelling = spelling;
        this.close = close;
        this.partial = partial;
        this.initial = initial;
        this.resembling = resembling;
        this.different = different;
    }

    /** How many people of a population have a name so. */
    ToDoubleFunction<NamePart> share(Population population) {
        return this == GIVEN ? population::given : population::family;
    }
}
