package de.kimhub.message;

/**
 * Something is wrong, said so that the reader can mend it.
 *
 * @param text where it helps: what is wrong, what was expected, what to do. English, full sentences, never a
 *             personal value.
 */
public record Problem(ProblemCode code, Place place, String text) {

    /** {@code place: text [code]}. */
    @Override
    public String toString() {
        return place + ": " + text + " [" + code.code() + "]";
    }
}
