package de.kimhub.keys;

/** The key of one pseudonym domain in one epoch. Thread-safe. */
public sealed interface DomainKey permits OneWayKey, TwoWayKey {

    /** Tells keys apart and says nothing of them: nodes compare by it whether they have the same. */
    byte[] fingerprint();
}
