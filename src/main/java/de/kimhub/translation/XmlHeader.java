package de.kimhub.translation;

import java.nio.charset.Charset;

/**
 * What stands before the first record of a document.
 *
 * @param length  in bytes; all that there is when nothing follows
 * @param line    on which the first record begins
 * @param context the elements that are open around the records
 */
record XmlHeader(long length, long line, Charset charset, XmlContext context, Follows follows) {

    /** What comes behind it. */
    enum Follows {
        RECORDS,
        /** The collection is empty, and the document ends as it should. */
        NOTHING,
        /** The collection is empty, but another one or a record outside of it follows. */
        ANOTHER_COLLECTION,
        /** The collection is empty, and what follows is not well-formed. */
        NO_XML
    }
}
