package de.kimhub.keys;

/**
 * Encrypts fields and makes keyed digests. Thread-safe.
 *
 * <p>A purpose separates uses: what was encrypted for one purpose cannot be decrypted, or compared, for another.
 */
public interface KeyVault {

    /** AES-256-GCM; the same plain text gives another cipher text each time. */
    byte[] encrypt(byte[] plain, String purpose);

    /** @throws IllegalStateException when the bytes were changed, or encrypted for another purpose or by a lost key */
    byte[] decrypt(byte[] cipher, String purpose);

    /** Length of a digest in bytes. */
    int DIGEST_LENGTH = 16;

    /**
     * Keyed digest (HMAC-SHA-256, shortened to 16 bytes) of the parts: the same parts give the same digest, and
     * without the key nobody can try out values. Parts are told apart: ("ab", "c") differs from ("a", "bc").
     */
    byte[] digest(String domain, String... parts);

    /** Ed25519. */
    byte[] sign(byte[] content);

    /** Whether this installation signed just this content. */
    boolean signed(byte[] content, byte[] signature);
}
