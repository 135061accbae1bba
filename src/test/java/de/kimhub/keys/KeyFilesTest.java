package de.kimhub.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {

    @TempDir
    Path folder;

    @Test
    void of_several_processes_that_write_at_once_one_does() throws IOException {
        assertOneWrites((files, content) -> files.writeOnce("a.json", content));
    }

    /** Where there are no links, a key of another process was written over. */
    @Test
    void without_links_as_well_nothing_is_written_over_anothers_file() throws IOException {
        assertOneWrites((files, content) -> files.writeNew(folder.resolve("a.json"), content));
    }

    private interface Write {

        boolean of(KeyFiles files, String content) throws IOException;
    }

    private void assertOneWrites(Write write) throws IOException {
        List<String> written = IntStream.range(0, 16).parallel().mapToObj(i -> "{" + i + "}").filter(content -> {
            try {
                return write.of(new KeyFiles(folder), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();

        Path file = folder.resolve("a.json");
        assertThat(written).hasSize(1);
        assertThat(file).hasContent(written.getFirst());
        assertThat(write.of(new KeyFiles(folder), "later")).isFalse();
        assertThat(file).hasContent(written.getFirst());
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }
}
