package de.kimhub.privacy;

/** What every module that stores personal data can do with it. */
public interface PersonalDataHolder {

    /** German name of the kind of data, for reports. */
    String dataKind();

    /**
     * Deletes what has stayed as long as it may, in small transactions.
     *
     * @return how many records were deleted
     */
    int deleteExpired();
}
