package de.kimhub.privacy;

import java.util.List;

/**
 * What every module that stores personal data can do with it: delete it in time, and erase one person (Art. 17 DSGVO).
 * Erasure has two parts: what can be found by person goes in one short transaction; what lies among the data of many
 * (copies of documents, sealed batches, files in folders) goes afterwards, in small steps that may be repeated.
 */
public interface PersonalDataHolder {

    /** German name of the kind of data, for reports. */
    String dataKind();

    /**
     * Deletes what has stayed as long as it may, in small transactions.
     *
     * @return how many records were deleted
     */
    int deleteExpired();

    /** The rules by which it deletes; every table and column with personal data belongs to one of some holder. */
    default List<DeletionClass> classes() {
        return List.of();
    }

    /** What there is of a person, and what of it an erasure would leave. In the caller's transaction; changes nothing. */
    default List<HeldData> held(PersonData person) {
        return List.of();
    }

    /** In the caller's transaction, which holds all files of the person; not slower than it must. */
    default void erase(PersonData person) {
    }

    /** Whether others find what is theirs by what this one holds: then it is erased last. */
    default boolean identifies() {
        return false;
    }

    /**
     * After the commit of {@link #erase}, and again until it is done.
     *
     * @return whether nothing is left to do
     */
    default boolean clean(ErasedPerson person) {
        return true;
    }
}
