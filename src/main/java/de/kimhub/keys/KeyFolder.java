package de.kimhub.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The hub's key sets in a folder that only its user may read: {@code encryption.json} and {@code digests.json}, both
 * wrapped by {@code wrapping-key.json}. Whoever has a copy of the database alone learns nothing. Losing the folder
 * loses everything encrypted: it belongs in the backup, apart from the database's.
 */
public final class KeyFolder {

    private static final byte[] ASSOCIATED = "kim-hub".getBytes(StandardCharsets.UTF_8);

    private final Path folder;

    public KeyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the key sets; makes new ones in an empty folder. Several processes may do so at once.
     *
     * @throws IOException when the folder cannot be read, or its files do not belong together
     */
    public KeyVault open() throws IOException {
        try {
            AeadConfig.register();
            PrfConfig.register();
            Files.createDirectories(folder);
            Aead wrapping = plain("wrapping-key.json", PredefinedAeadParameters.AES256_GCM)
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
            return new TinkKeyVault(wrapped("encryption.json", PredefinedAeadParameters.AES256_GCM, wrapping),
                    wrapped("digests.json", PredefinedPrfParameters.HMAC_SHA256_PRF, wrapping));
        } catch (GeneralSecurityException e) {
            throw new IOException("The key sets in " + folder + " do not belong together. Restore all files of the "
                    + "folder from the same backup. [HUB-KEY-002]", e);
        }
    }

    private KeysetHandle plain(String name, Parameters kind) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            writeOnce(file, TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(kind), InsecureSecretKeyAccess.get()));
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }

    private KeysetHandle wrapped(String name, Parameters kind, Aead wrapping)
            throws IOException, GeneralSecurityException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            writeOnce(file, TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
                    KeysetHandle.generateNew(kind), wrapping, ASSOCIATED));
        }
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(Files.readString(file), wrapping, ASSOCIATED);
    }

    /** Whole or not at all, and never over another process's file. */
    private void writeOnce(Path file, String content) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        Path fresh = posix
                ? Files.createTempFile(folder, "new", ".json",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "new", ".json");
        try {
            Files.writeString(fresh, content);
            try {
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException another) {
                // the other process's key set is the one that counts
            } catch (UnsupportedOperationException noLinks) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
