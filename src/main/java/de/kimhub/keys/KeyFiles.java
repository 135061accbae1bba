package de.kimhub.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
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

    /**
     * Never over another process's file; whole or not at all where the file system has links. Whether it was this content
     * that was written.
     */
    boolean writeOnce(String name, String content) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        Path fresh = Files.createTempFile(folder, "new", ".json", ownerOnly());
        try {
            Files.writeString(fresh, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.createLink(file, fresh);
            return true;
        } catch (FileAlreadyExistsException another) {
            return false; // the other process's file is the one that counts
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            return writeNew(file, content);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** For file systems without links: another process may see the file before it is whole, and then fails to read it. */
    boolean writeNew(Path file, String content) throws IOException {
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException another) {
            return false;
        }
        try {
            Files.writeString(file, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            return true;
        } catch (IOException half) {
            Files.deleteIfExists(file);
            throw half;
        }
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
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
