package de.kimhub.delivery;

/**
 * A recipient's own file.
 *
 * @param id       {@code identity.source_case.id}
 * @param personId whose it is now
 * @param number   as the recipient knows it
 */
record RecipientCase(long id, long personId, String number) {

    boolean isOf(Long person) {
        return person != null && person == personId;
    }

    @Override
    public String toString() {
        return "RecipientCase[" + id + "]";
    }
}
