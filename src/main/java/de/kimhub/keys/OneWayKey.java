package de.kimhub.keys;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** HMAC-SHA-256 over domain, epoch and the input: the same input gives the same code, and no code gives its input. */
public final class OneWayKey implements DomainKey {

    private static final int FINGERPRINT_BYTES = 8;

    private final PrfSet prf;
    private final byte[] boundTo;

    OneWayKey(PrfSet prf, String boundTo) {
        this.prf = prf;
        this.boundTo = boundTo.getBytes(StandardCharsets.UTF_8);
    }

    /** @param bytes length of the code, at most 32 */
    public byte[] code(byte[] input, int bytes) {
        return compute((byte) 1, input, bytes);
    }

    @Override
    public byte[] fingerprint() {
        return compute((byte) 0, new byte[0], FINGERPRINT_BYTES);
    }

    /** The parts before the input have the same length for all inputs of a key, so none can be taken for another. */
    private byte[] compute(byte use, byte[] input, int bytes) {
        try {
            return prf.computePrimary(ByteBuffer.allocate(boundTo.length + 2 + input.length)
                    .put(boundTo).put((byte) 0).put(use).put(input).array(), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot compute a code", e);
        }
    }
}
