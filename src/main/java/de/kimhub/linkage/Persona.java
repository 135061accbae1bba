package de.kimhub.linkage;

import de.kimhub.message.FieldValues;

/**
 * A person as one source's file has them.
 *
 * @param person         only person fields
 * @param consentNamesIt the person whose consent names this file number, or {@code null}
 */
public record Persona(int instanceNo, byte[] caseDigest, FieldValues person, Long consentNamesIt) {
}
