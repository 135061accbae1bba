package de.kimhub.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hub's key sets in a folder that only its user may read: {@code encryption.json}, {@code digests.json},
 * {@code signatures.json} and, by domain and epoch, those of {@code pseudonyms/}. All are wrapped by the key-encryption
 * key, which lies beside them in {@code wrapping-key.json} or comes from elsewhere. Whoever has a copy of the database
 * alone learns nothing. Losing the folder loses everything encrypted: it belongs in the backup, apart from the database's.
 */
public final class KeyFolder {

    static final String WRAPPING_KEY = "wrapping-key.json";

    private static final String ENCRYPTION = "encryption.json";
    private static final String DIGESTS = "digests.json";
    private static final String SIGNATURES = "signatures.json";
    private static final String BOUND_TO = "kim-hub";

    private final Path folder;
    private final KeyFiles files;
    private final KeyEncryption encryption;

    /** With the key-encryption key in the folder. */
    public KeyFolder(Path folder) {
        this(folder, new FileWrappingKey(folder.resolve(WRAPPING_KEY), !Files.exists(folder.resolve(ENCRYPTION))));
    }

    public KeyFolder(Path folder, KeyEncryption encryption) {
        this.folder = folder;
        this.files = new KeyFiles(folder);
        this.encryption = encryption;
    }

    /**
     * Opens the key sets; makes new ones in an empty folder. Several processes may do so at once.
     *
     * @throws IOException when the folder cannot be read, a file is missing, or its files do not belong together
     */
    public KeyVault open() throws IOException {
        Files.createDirectories(folder);
        // The encryption keys are made last: where they are, all others have been.
        return vault(!files.has(ENCRYPTION));
    }

    /**
     * Opens the key sets and makes none.
     *
     * @throws KeyFailure when there are none
     * @throws IOException as {@link #open()}
     */
    public KeyVault openPresent() throws IOException {
        mustBePresent();
        return vault(false);
    }

    void mustBePresent() {
        if (!files.has(ENCRYPTION)) {
            throw new KeyFailure(KeyProblem.NO_KEYS, folder.toString());
        }
    }

    private KeyVault vault(boolean make) throws IOException {
        try {
            AeadConfig.register();
            PrfConfig.register();
            SignatureConfig.register();
            KeysetHandle digests = keySet(DIGESTS, PredefinedPrfParameters.HMAC_SHA256_PRF, make);
            // Folders from before there were signatures have none yet.
            KeysetHandle signatures = keySet(SIGNATURES, PredefinedSignatureParameters.ED25519, true);
            return new TinkKeyVault(keySet(ENCRYPTION, PredefinedAeadParameters.AES256_GCM, make), digests, signatures);
        } catch (GeneralSecurityException e) {
            throw new IOException("The key sets in " + folder + " do not belong together, or are wrapped by another key. "
                    + "Restore all files of the folder from the same backup. [HUB-KEY-002]", e);
        }
    }

    /** The keys of the pseudonym domains. */
    public DomainKeys domainKeys() {
        return new DomainKeys(folder.resolve("pseudonyms"), encryption);
    }

    /** The key-encryption key as shares. */
    public KeyShares shares() {
        return new KeyShares(this);
    }

    KeyEncryption encryption() {
        return encryption;
    }

    /**
     * Opens all key sets with another key than the present one.
     *
     * @return how many there are
     * @throws GeneralSecurityException when it does not open one of them
     */
    int openAll(KeyEncryption other) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
        SignatureConfig.register();
        WrappedKeySets sets = new WrappedKeySets(files, other);
        List<String> names = Stream.of(ENCRYPTION, DIGESTS, SIGNATURES)
                .filter(name -> !name.equals(SIGNATURES) || files.has(name)).toList();
        for (String name : names) {
            sets.read(name, BOUND_TO);
        }
        return names.size() + new DomainKeys(folder.resolve("pseudonyms"), other).openAll();
    }

    /** @return whether it was written: false when there is one */
    boolean putBack(WrappingKey key) throws IOException, GeneralSecurityException {
        return files.writeOnce(WRAPPING_KEY, key.json());
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private KeysetHandle keySet(String name, Parameters kind, boolean make) throws IOException, GeneralSecurityException {
        WrappedKeySets sets = new WrappedKeySets(files, encryption);
        if (!files.has(name)) {
            if (!make) {
                throw new IOException(name + " is missing in " + folder + ", though other key sets are there. A new one would "
                        + "find nothing that is stored by the old one. Restore it from the backup. [HUB-KEY-002]");
            }
            sets.make(name, kind, BOUND_TO);
        }
        return sets.read(name, BOUND_TO);
    }
}
