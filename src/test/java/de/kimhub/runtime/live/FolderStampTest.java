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
        return FolderStamp.of(folder.resolve("missing"), List.of(folder));
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

    @Test
    void what_lies_behind_links_counts_and_links_that_lead_round_in_circles_or_nowhere_do_no_harm() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real"));
        Files.writeString(real.resolve("a.yaml"), "a");
        Path installation = Files.createDirectories(folder.resolve("config/test"));
        Files.createSymbolicLink(installation.resolve("instances"), real);
        Files.createSymbolicLink(real.resolve("round"), installation.resolve("instances"));
        Files.createSymbolicLink(real.resolve("nowhere.yaml"), folder.resolve("missing"));
        Files.createSymbolicLink(installation.resolve("sharing.yaml"), Files.writeString(folder.resolve("s"), "rules: []"));
        FolderStamp before = FolderStamp.of(installation, List.of());
        assertThat(FolderStamp.of(installation, List.of())).isEqualTo(before);

        Files.writeString(real.resolve("a.yaml"), "abc");
        FolderStamp edited = FolderStamp.of(installation, List.of());
        assertThat(edited).isNotEqualTo(before);
        Files.writeString(real.resolve("b.yaml"), "b");
        FolderStamp added = FolderStamp.of(installation, List.of());
        assertThat(added).isNotEqualTo(edited);
        Files.writeString(folder.resolve("s"), "rules: [] # none");
        assertThat(FolderStamp.of(installation, List.of())).isNotEqualTo(added);
    }

    @Test
    void data_and_exchange_folders_in_the_folder_of_the_installation_do_not_count() throws IOException {
        Files.writeString(folder.resolve("hub.yaml"), "data: data");
        FolderStamp before = FolderStamp.of(folder, List.of());
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/a.log"), "a");
        Files.createDirectories(folder.resolve("export"));
        Files.writeString(folder.resolve("hub.log"), "a");
        assertThat(FolderStamp.of(folder, List.of())).isEqualTo(before);

        for (String part : List.of("connectors", "instances", "transports", "secrets", "schemas")) {
            Files.createDirectories(folder.resolve(part));
            FolderStamp without = FolderStamp.of(folder, List.of());
            Files.writeString(folder.resolve(part).resolve("a"), "a");
            assertThat(FolderStamp.of(folder, List.of())).as(part).isNotEqualTo(without);
        }
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
