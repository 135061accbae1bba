package de.kimhub.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The last checkpoint that this node saw, in a file beside the keys: whoever has the database alone cannot set it back.
 * Number and fingerprint, as {@code 17:9f2c...}.
 */
public final class AuditMark {

    private static final String FILE = "audit-checkpoint";

    private final Path file;

    /** @param folder of the keys; {@code null}: nothing is noted */
    public AuditMark(Path folder) {
        this.file = folder == null ? null : folder.resolve(FILE);
    }

    Optional<String> read() {
        try {
            return file == null || !Files.exists(file) ? Optional.empty() : Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String checkpoint) {
        if (file == null) {
            return;
        }
        try {
            Path fresh = Files.createTempFile(file.getParent(), FILE, ".new");
            Files.writeString(fresh, checkpoint + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
