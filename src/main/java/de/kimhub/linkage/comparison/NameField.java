package de.kimhub.linkage.comparison;

/** Given or family name, with its levels. */
enum NameField {
    GIVEN(Level.GIVEN_EQUAL, Level.GIVEN_SPELLING, Level.GIVEN_CLOSE, Level.GIVEN_PARTIAL, Level.GIVEN_INITIAL,
            Level.GIVEN_DIFFERENT),
    FAMILY(Level.FAMILY_EQUAL, Level.FAMILY_SPELLING, Level.FAMILY_CLOSE, Level.FAMILY_PARTIAL,
            Level.FAMILY_INITIAL, Level.FAMILY_DIFFERENT);

    final Level equal;
    final Level spelling;
    final Level close;
    final Level partial;
    final Level initial;
    final Level different;

    NameField(Level equal, Level spelling, Level close, Level partial, Level initial, Level different) {
        this.equal = equal;
        this.spelling = spelling;
        this.close = close;
        this.partial = partial;
        this.initial = initial;
        this.different = different;
    }
}
