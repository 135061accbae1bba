package de.kimhub.keys;

import java.security.SecureRandom;

/**
 * Shamir's secret sharing, two of three, over GF(256) with the polynomial of AES: for each byte a line through the secret
 * at 0 with a random slope; a share is the line's height at 1, 2 or 3. Two points give the line, one gives nothing: every
 * secret is as likely as before. Multiplication takes the same steps whatever the values.
 */
final class SecretSharing {

    static final int SHARES = 3;

    private static final int POLYNOMIAL = 0x1B;

    private final SecureRandom random;

    SecretSharing(SecureRandom random) {
        this.random = random;
    }

    /** Shares 1, 2 and 3, in this order. */
    byte[][] split(byte[] secret) {
        byte[] slope = new byte[secret.length];
        random.nextBytes(slope);
        byte[][] shares = new byte[SHARES][secret.length];
        for (int share = 1; share <= SHARES; share++) {
            for (int i = 0; i < secret.length; i++) {
                shares[share - 1][i] = (byte) (secret[i] ^ multiply(slope[i] & 0xFF, share));
            }
        }
        return shares;
    }

    /** @param number and {@code otherNumber} from 1 to 3, different */
    static byte[] join(int number, byte[] share, int otherNumber, byte[] other) {
        if (number == otherNumber || share.length != other.length) {
            throw new IllegalArgumentException("two different shares of the same length are needed");
        }
        int inverse = inverse(number ^ otherNumber);
        int weight = multiply(otherNumber, inverse);
        int otherWeight = multiply(number, inverse);
        byte[] secret = new byte[share.length];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (multiply(share[i] & 0xFF, weight) ^ multiply(other[i] & 0xFF, otherWeight));
        }
        return secret;
    }

    static int multiply(int left, int right) {
        int product = 0;
        int factor = left;
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            product ^= factor & -(right >> bit & 1);
            factor = (factor << 1 ^ POLYNOMIAL & -(factor >> 7)) & 0xFF;
        }
        return product;
    }

    /** To the power of 254. */
    static int inverse(int value) {
        int power = value;
        int inverse = 1;
        for (int bit = 1; bit < Byte.SIZE; bit++) {
            power = multiply(power, power);
            inverse = multiply(inverse, power);
        }
        return inverse;
    }
}
