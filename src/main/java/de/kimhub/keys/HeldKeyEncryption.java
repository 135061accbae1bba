package de.kimhub.keys;

import java.security.GeneralSecurityException;

/** A key-encryption key that the hub holds itself, so that it can be shared out. */
abstract sealed class HeldKeyEncryption implements KeyEncryption permits FileWrappingKey, TextWrappingKey {

    private WrappingKey key;

    /** @throws KeyFailure when it is not there or no key */
    abstract WrappingKey read();

    final synchronized WrappingKey key() {
        if (key == null) {
            key = read();
        }
        return key;
    }

    @Override
    public final byte[] wrap(byte[] keySet, byte[] boundTo) throws GeneralSecurityException {
        return key().wrap(keySet, boundTo);
    }

    @Override
    public final byte[] unwrap(byte[] wrapped, byte[] boundTo) throws GeneralSecurityException {
        return key().unwrap(wrapped, boundTo);
    }
}
