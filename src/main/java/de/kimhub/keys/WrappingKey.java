package de.kimhub.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.SecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** An AES-256-GCM key that wraps key sets, as Tink's JSON or as bytes to be shared out. */
final class WrappingKey implements KeyEncryption {

    static final int KEY_BYTES = 32;
    /** The key and its number. */
    static final int BYTES = KEY_BYTES + Integer.BYTES;

    private static final SecretKeyAccess ACCESS = InsecureSecretKeyAccess.get();

    private final KeysetHandle handle;
    private final Aead aead;

    private WrappingKey(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static WrappingKey fresh() throws GeneralSecurityException {
        AeadConfig.register();
        return new WrappingKey(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    static WrappingKey ofJson(String json) throws GeneralSecurityException {
        AeadConfig.register();
        return new WrappingKey(TinkJsonProtoKeysetFormat.parseKeyset(json, ACCESS));
    }

    static WrappingKey ofBytes(byte[] bytes) throws GeneralSecurityException {
        AeadConfig.register();
        int number = ByteBuffer.wrap(bytes, KEY_BYTES, Integer.BYTES).getInt();
        AesGcmKey key = AesGcmKey.builder().setParameters(PredefinedAeadParameters.AES256_GCM)
                .setKeyBytes(SecretBytes.copyFrom(Arrays.copyOf(bytes, KEY_BYTES), ACCESS)).setIdRequirement(number).build();
        return new WrappingKey(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(number).makePrimary()).build());
    }

    String json() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, ACCESS);
    }

    /** @throws GeneralSecurityException when it is not the single key that the hub makes */
    byte[] bytes() throws GeneralSecurityException {
        if (handle.size() != 1 || !(handle.getPrimary().getKey() instanceof AesGcmKey key)
                || !key.getParameters().equals(PredefinedAeadParameters.AES256_GCM)) {
            throw new GeneralSecurityException("not a single AES-256-GCM key");
        }
        return ByteBuffer.allocate(BYTES).put(key.getKeyBytes().toByteArray(ACCESS))
                .putInt(handle.getPrimary().getId()).array();
    }

    @Override
    public byte[] wrap(byte[] keySet, byte[] boundTo) throws GeneralSecurityException {
        return aead.encrypt(keySet, boundTo);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] boundTo) throws GeneralSecurityException {
        return aead.decrypt(wrapped, boundTo);
    }
}
