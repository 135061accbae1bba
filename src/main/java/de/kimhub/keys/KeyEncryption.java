package de.kimhub.keys;

import java.security.GeneralSecurityException;

/**
 * The key-encryption key: wraps the hub's key sets and lies elsewhere than they do. {@link FileWrappingKey} and
 * {@link TextWrappingKey} hold it themselves; a key management system that wraps on request is one class more.
 */
public interface KeyEncryption {

    /** @param boundTo what the key set is for; it must be given again, and unchanged, to unwrap */
    byte[] wrap(byte[] keySet, byte[] boundTo) throws GeneralSecurityException;

    byte[] unwrap(byte[] wrapped, byte[] boundTo) throws GeneralSecurityException;
}
