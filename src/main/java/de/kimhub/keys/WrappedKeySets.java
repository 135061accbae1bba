package de.kimhub.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Key sets in files, wrapped, and each bound to what it is for. */
final class WrappedKeySets {

    private final KeyFiles files;
    private final Aead wrapping;

    WrappedKeySets(KeyFiles files, KeyEncryption encryption) {
        this.files = files;
        this.wrapping = new Wrapping(encryption);
    }

    /** Whether it was made: false when there is such a file. */
    boolean make(String name, Parameters kind, String boundTo) throws GeneralSecurityException, IOException {
        return files.writeOnce(name, TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(KeysetHandle.generateNew(kind),
                wrapping, bytes(boundTo)));
    }

    KeysetHandle read(String name, String boundTo) throws GeneralSecurityException, IOException {
        return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(files.read(name), wrapping, bytes(boundTo));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Wrapping(KeyEncryption encryption) implements Aead {

        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
            return encryption.wrap(plaintext, associatedData);
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            return encryption.unwrap(ciphertext, associatedData);
        }
    }
}
