package de.kimhub.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The key-encryption key in three shares of which any two give it back, to be printed and kept by three people. A short
 * digest is shared out with the key, so that a wrong result is noticed; one share alone says nothing of either.
 */
public final class KeyShares {

    private static final int DIGEST_BYTES = 4;
    private static final int SECRET_BYTES = WrappingKey.BYTES + DIGEST_BYTES;

    private final KeyFolder folder;
    private final SecureRandom random = new SecureRandom();

    KeyShares(KeyFolder folder) {
        this.folder = folder;
    }

    /**
     * @param number from 1
     * @param issue  what the shares that belong together have in common
     * @param text   three lines
     */
    public record Share(int number, String issue, String text) {

        /** Never the share itself. */
        @Override
        public String toString() {
            return "share " + number + " of issue " + issue;
        }
    }

    /** New ones each time; those of an earlier issue stay good, and must be destroyed by who has them. */
    public List<Share> create() {
        if (!(folder.encryption() instanceof HeldKeyEncryption held)) {
            throw new KeyFailure(KeyProblem.NOT_SHAREABLE, folder.toString());
        }
        folder.mustBePresent();
        try {
            byte[] key = held.key().bytes();
            byte[] secret = ByteBuffer.allocate(SECRET_BYTES).put(key).put(digest(key)).array();
            byte[][] shares = new SecretSharing(random).split(secret);
            short issue = (short) random.nextInt();
            return IntStream.range(0, shares.length).mapToObj(i -> new ShareText(issue, i + 1, shares[i]))
                    .map(share -> new Share(share.number(), share.issueName(), share.print())).toList();
        } catch (GeneralSecurityException e) {
            throw new KeyFailure(KeyProblem.NOT_SHAREABLE, folder.toString());
        }
    }

    /**
     * Proves that two shares open the present key sets. Changes nothing.
     *
     * @return how many key sets were opened
     * @throws KeyFailure says what is wrong with them
     */
    public int rehearse(String one, String other) throws IOException {
        return opened(joined(one, other));
    }

    /** Writes {@code wrapping-key.json} anew, once it is proved that the key opens the key sets. */
    public void recover(String one, String other) throws IOException {
        WrappingKey key = joined(one, other);
        opened(key);
        try {
            if (!folder.putBack(key)) {
                throw new KeyFailure(KeyProblem.KEY_THERE, folder.toString());
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key cannot be written", e);
        }
    }

    private int opened(WrappingKey key) throws IOException {
        try {
            return folder.openAll(key);
        } catch (GeneralSecurityException wrongKey) {
            throw new KeyFailure(KeyProblem.SHARES_STALE, folder.toString());
        }
    }

    private static WrappingKey joined(String one, String other) {
        ShareText first = ShareText.read(one, "Erster Teil", SECRET_BYTES);
        ShareText second = ShareText.read(other, "Zweiter Teil", SECRET_BYTES);
        if (first.issue() != second.issue() || first.number() == second.number()) {
            throw new KeyFailure(KeyProblem.SHARES_DIFFER, "Teile " + first.number() + " (" + first.issueName() + ") und "
                    + second.number() + " (" + second.issueName() + ")");
        }
        byte[] secret = SecretSharing.join(first.number(), first.share(), second.number(), second.share());
        byte[] key = Arrays.copyOf(secret, WrappingKey.BYTES);
        if (!MessageDigest.isEqual(digest(key), Arrays.copyOfRange(secret, WrappingKey.BYTES, SECRET_BYTES))) {
            throw new KeyFailure(KeyProblem.SHARES_DIFFER, "Teile " + first.number() + " und " + second.number());
        }
        try {
            return WrappingKey.ofBytes(key);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure(KeyProblem.SHARES_DIFFER, "Teile " + first.number() + " und " + second.number());
        }
    }

    private static byte[] digest(byte[] key) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), DIGEST_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
