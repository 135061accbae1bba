package de.kimhub.keys;

import com.google.crypto.tink.DeterministicAead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/** AES-SIV with domain and epoch as associated data: the same input gives the same bytes, and the key gives it back. */
public final class TwoWayKey implements DomainKey {

    /** By how much the sealed bytes are longer than the input. */
    public static final int OVERHEAD = 16;

    private static final int FINGERPRINT_BYTES = 8;

    private final DeterministicAead aead;
    private final byte[] boundTo;
    private final byte[] forFingerprint;

    TwoWayKey(DeterministicAead aead, String boundTo) {
        this.aead = aead;
        this.boundTo = (boundTo + "\u0000seal").getBytes(StandardCharsets.UTF_8);
        this.forFingerprint = (boundTo + "\u0000fingerprint").getBytes(StandardCharsets.UTF_8);
    }

    public byte[] seal(byte[] plain) {
        return encrypt(plain, boundTo);
    }

    /** Empty when the bytes were not sealed by this key for this domain and epoch. */
    public Optional<byte[]> open(byte[] sealed) {
        try {
            return Optional.of(aead.decryptDeterministically(sealed, boundTo));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] fingerprint() {
        return Arrays.copyOf(encrypt(new byte[0], forFingerprint), FINGERPRINT_BYTES);
    }

    private byte[] encrypt(byte[] plain, byte[] associated) {
        try {
            return aead.encryptDeterministically(plain, associated);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }
}
