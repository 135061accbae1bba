package de.kimhub.translation;

import java.nio.charset.Charset;

/**
 * What stands before the first record of a document.
 *
 * @param length  in bytes; all that there is when there is no record
 * @param line    on which the first record begins
 * @param context the elements that are open around the records
 * @param records whether any record follows
 */
record XmlHeader(long length, long line, Charset charset, XmlContext context, boolean records) {
}
