package de.kimhub.keys;

import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/**
 * The key-encryption key from an environment variable or a secret's file: the content of a {@code wrapping-key.json} on
 * one line.
 */
public final class TextWrappingKey extends HeldKeyEncryption {

    private final String name;
    private final Supplier<String> text;

    /**
     * @param name of the variable or secret, for messages
     * @param text is asked once, when the key is needed
     */
    public TextWrappingKey(String name, Supplier<String> text) {
        this.name = name;
        this.text = text;
    }

    @Override
    WrappingKey read() {
        try {
            return WrappingKey.ofJson(text.get());
        } catch (GeneralSecurityException | RuntimeException e) {
            // Tink's parser may quote what it was given.
            throw new KeyFailure(KeyProblem.NO_WRAPPING_KEY, name);
        }
    }
}
