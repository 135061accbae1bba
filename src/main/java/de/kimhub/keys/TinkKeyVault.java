package de.kimhub.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** {@link KeyVault} over two Tink key sets; see {@link KeyFolder} for where they come from. */
final class TinkKeyVault implements KeyVault {

    private final Aead aead;
    private final PrfSet prf;
    private final PublicKeySign signer;
    private final PublicKeyVerify verifier;

    TinkKeyVault(KeysetHandle encryption, KeysetHandle digests, KeysetHandle signatures)
            throws GeneralSecurityException {
        this.aead = encryption.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.prf = digests.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        this.signer = signatures.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
        this.verifier = signatures.getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class);
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

    @Override
    public byte[] sign(byte[] content) {
        try {
            return signer.sign(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    @Override
    public boolean signed(byte[] content, byte[] signature) {
        try {
            verifier.verify(signature, content);
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }
}
