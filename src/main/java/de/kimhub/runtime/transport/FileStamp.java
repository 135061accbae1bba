package de.kimhub.runtime.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * By what a file and its content are known again.
 *
 * @param key the file system's own number of the file; {@code null} where it has none
 */
record FileStamp(Object key, long size, Instant modified) {

    static FileStamp of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileStamp(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime().toInstant());
    }
}
