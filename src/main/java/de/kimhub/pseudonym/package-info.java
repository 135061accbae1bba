/**
 * Pseudonyms: domains, the text that people copy, issuing, rotation of keys, merge and split, tokens, re-identification.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"message", "configuration", "keys", "privacy"})
package de.kimhub.pseudonym;
