package de.kimhub.runtime.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** What a command says, for programs: its option {@code --json}. */
final class JsonFile {

    private JsonFile() {
    }

    /** @param file {@code null} when nobody asked for it */
    static void write(Path file, Object content) throws IOException {
        if (file != null) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), content);
        }
    }
}
