package de.kimhub.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SecretSharingTest {

    /** Every pair of shares, in both orders, gives every secret back, whatever the slope was. */
    @Test
    void each_pair_gives_the_secret_back() {
        for (int secret = 0; secret < 256; secret++) {
            for (int slope = 0; slope < 256; slope++) {
                byte[][] shares = sharing(slope).split(new byte[] {(byte) secret});
                for (int one = 1; one <= 3; one++) {
                    for (int other = 1; other <= 3; other++) {
                        if (one != other && SecretSharing.join(one, shares[one - 1], other, shares[other - 1])[0]
                                != (byte) secret) {
                            throw new AssertionError(secret + " is not given back by " + one + " and " + other);
                        }
                    }
                }
            }
        }
    }

    /** Whatever the secret: over all slopes, which are drawn evenly, each share takes each of its values exactly once. */
    @Test
    void one_share_says_nothing() {
        for (int secret = 0; secret < 256; secret++) {
            for (int share = 0; share < SecretSharing.SHARES; share++) {
                Set<Byte> values = new HashSet<>();
                for (int slope = 0; slope < 256; slope++) {
                    values.add(sharing(slope).split(new byte[] {(byte) secret})[share][0]);
                }
                assertThat(values).hasSize(256);
            }
        }
    }

    @Property(tries = 200)
    void whole_secrets_come_back(@ForAll @Size(min = 1, max = 64) byte[] secret) {
        byte[][] shares = new SecretSharing(new SecureRandom()).split(secret);
        assertThat(SecretSharing.join(1, shares[0], 2, shares[1])).isEqualTo(secret);
        assertThat(SecretSharing.join(3, shares[2], 1, shares[0])).isEqualTo(secret);
        assertThat(SecretSharing.join(2, shares[1], 3, shares[2])).isEqualTo(secret);
    }

    @Test
    void each_byte_has_a_slope_of_its_own() {
        byte[][] shares = new SecretSharing(new SecureRandom()).split(new byte[1_000]);
        Set<Byte> values = new HashSet<>();
        for (byte value : shares[0]) {
            values.add(value);
        }
        assertThat(values).hasSizeGreaterThan(200);
    }

    /** The field is that of AES: FIPS 197 gives 57 * 83 = C1 and 57 * 13 = FE. */
    @Test
    void it_calculates_in_the_field_of_aes() {
        assertThat(SecretSharing.multiply(0x57, 0x83)).isEqualTo(0xC1);
        assertThat(SecretSharing.multiply(0x57, 0x13)).isEqualTo(0xFE);
        for (int value = 1; value < 256; value++) {
            assertThat(SecretSharing.multiply(value, SecretSharing.inverse(value))).isEqualTo(1);
        }
        Random random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            int a = random.nextInt(256);
            int b = random.nextInt(256);
            int c = random.nextInt(256);
            assertThat(SecretSharing.multiply(a, b ^ c))
                    .isEqualTo(SecretSharing.multiply(a, b) ^ SecretSharing.multiply(a, c))
                    .isEqualTo(SecretSharing.multiply(b ^ c, a));
        }
    }

    private static SecretSharing sharing(int slope) {
        return new SecretSharing(new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                java.util.Arrays.fill(bytes, (byte) slope);
            }
        });
    }
}
