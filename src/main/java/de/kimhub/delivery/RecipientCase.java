package de.kimhub.delivery;

/**
 * A recipient's own file.
 *
 * @param id     {@code identity.source_case.id}
 * @param number as the recipient knows it
 */
record RecipientCase(long id, String number) {

    @Override
    public String toString() {
        return "RecipientCase[" + id + "]";
    }
}
