package de.kimhub.pseudonym;

import de.kimhub.keys.KeyVault;

/** Keyed digests of persons, another one in each domain. */
record PersonDigests(KeyVault keys) {

    byte[] of(String domain, long person) {
        return keys.digest("pseudonym-person", domain, Long.toString(person));
    }
}
