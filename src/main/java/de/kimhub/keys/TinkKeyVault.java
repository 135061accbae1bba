package de.kimhub.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** {@link KeyVault} over two Tink key sets; see {@link KeyFolder} for where they come from. */
final class TinkKeyVault implements KeyVault {

    private final Aead aead;
    private final PrfSet prf;

    TinkKeyVault(KeysetHandle encryption, KeysetHandle digests) throws GeneralSecurityException {
        this.aead = encryption.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.prf = digests.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    @Override
    public byte[] encrypt(byte[] plain, String purpose) {
        try {
            return aead.encrypt(plain, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt for '" + purpose + "'", e);
        }
    }

    @Override
    public byte[] decrypt(byte[] cipher, String purpose) {
        try {
            return aead.decrypt(cipher, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot decrypt for '" + purpose
                    + "': the bytes were changed or their key is missing from the key folder. [HUB-KEY-001]", e);
        }
    }

    @Override
    public byte[] digest(String domain, String... parts) {
        StringBuilder input = new StringBuilder(domain);
        for (String part : parts) {
            input.append('\u0000').append(part.length()).append(':').append(part);
        }
        try {
            return prf.computePrimary(input.toString().getBytes(StandardCharsets.UTF_8), DIGEST_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot digest for '" + domain + "'", e);
        }
    }
}
