package de.kimhub.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** Files of a folder that nobody but the hub's own user may read. */
final class KeyFiles {

    private final Path folder;

    KeyFiles(Path folder) {
        this.folder = folder;
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Whole or not at all, and never over another process's file. Whether it was this content that was written. */
    boolean writeOnce(String name, String content) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        Path fresh = posix
                ? Files.createTempFile(folder, "new", ".json",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "new", ".json");
        try {
            Files.writeString(fresh, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            try {
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException another) {
                return false; // the other process's file is the one that counts
            } catch (UnsupportedOperationException noLinks) {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return true;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Overwrites and deletes: what a file system or a backup keeps besides is not reached. Whether it was there. */
    boolean destroy(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return false;
        }
        byte[] noise = new byte[(int) Files.size(file)];
        new SecureRandom().nextBytes(noise);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(noise));
            channel.force(true);
        }
        return Files.deleteIfExists(file);
    }
}
