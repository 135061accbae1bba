package de.kimhub.runtime.command;

import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Translator;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as a document. */
record FileContent(Path file, long size) implements DocumentContent {

    /** What would be stored of the file. */
    static DocumentContent of(Path file, Translator translator) throws IOException {
        try (InputStream in = Files.newInputStream(file); InputStream incoming = translator.incoming(in)) {
            return incoming == in ? new FileContent(file, Files.size(file)) : DocumentContent.of(incoming.readAllBytes());
        }
    }

    @Override
    public InputStream openAt(long offset) throws IOException {
        InputStream stream = Files.newInputStream(file);
        stream.skipNBytes(Math.min(offset, size));
        return new BufferedInputStream(stream);
    }
}
