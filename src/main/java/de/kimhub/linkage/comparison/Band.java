package de.kimhub.linkage.comparison;

/** What becomes of a pair. */
public enum Band {
    /** One person, on evidence that stands alone. */
    SURE,
    /** Perhaps: a person decides. */
    REVIEW,
    /** Not the same, as far as anybody can tell. */
    NEW
}
