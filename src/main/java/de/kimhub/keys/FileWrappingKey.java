package de.kimhub.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The key-encryption key in a file that only the hub's user may read; made when there is no such file. */
public final class FileWrappingKey extends HeldKeyEncryption {

    private final Path file;
    private final boolean mayMake;

    /** @param mayMake false where key sets are there already: a new key would open none of them */
    FileWrappingKey(Path file, boolean mayMake) {
        this.file = file;
        this.mayMake = mayMake;
    }

    @Override
    WrappingKey read() {
        KeyFiles files = new KeyFiles(file.getParent());
        String name = file.getFileName().toString();
        try {
            if (!files.has(name) && mayMake) {
                files.writeOnce(name, WrappingKey.fresh().json());
            }
            return WrappingKey.ofJson(files.read(name));
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyFailure(KeyProblem.NO_WRAPPING_KEY, file.toString(), e);
        }
    }
}
