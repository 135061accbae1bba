package de.kimhub.linkage;

import de.kimhub.message.FieldValues;

/**
 * A person as one source's file has them.
 *
 * @param authority      kind of body that the source is, code of the list {@code stelle}
 * @param person         only person fields
 * @param consentNamesIt the person whose consent names this file number, or {@code null}
 */
public record Persona(int instanceNo, String authority, byte[] caseDigest, FieldValues person, Long consentNamesIt) {
}
