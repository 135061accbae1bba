package de.kimhub.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStampTest {

    @TempDir
    Path folder;

    private FolderStamp stamp() {
        return FolderStamp.of(List.of(folder, folder.resolve("missing")));
    }

    @Test
    void another_file_size_or_time_is_another_stamp_and_samples_do_not_count() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "a: b");
        FolderStamp first = stamp();
        assertThat(stamp()).isEqualTo(first);

        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        FolderStamp second = stamp();
        assertThat(second).isNotEqualTo(first);
        Files.createDirectories(folder.resolve("samples"));
        Files.writeString(folder.resolve("samples/input.csv"), "a");
        Files.createDirectories(folder.resolve(".git"));
        assertThat(stamp()).isEqualTo(second);

        Files.createDirectories(folder.resolve("codelists"));
        assertThat(stamp()).isNotEqualTo(second);
    }

    /** An editor that writes another file of the same size and time in its place. */
    @Test
    void a_file_that_took_the_place_of_another_is_another_stamp() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "a: b");
        Path other = Files.writeString(folder.resolve("b.yaml"), "a: c");
        FileTime time = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, time);
        Files.setLastModifiedTime(other, time);
        String before = stamp().files().get(file);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(stamp().files().get(file)).isNotEqualTo(before);
    }
}
