package de.kimhub.runtime.command;

import de.kimhub.translation.DocumentContent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as a document. */
record FileContent(Path file, long size) implements DocumentContent {

    @Override
    public InputStream openAt(long offset) throws IOException {
        InputStream stream = Files.newInputStream(file);
        stream.skipNBytes(Math.min(offset, size));
        return new BufferedInputStream(stream);
    }
}
