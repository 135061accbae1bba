package de.kimhub.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    private static final byte[] TEXT = "Musterfrau".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void a_second_process_reads_what_the_first_wrote() throws IOException {
        KeyVault first = new KeyFolder(folder).open();
        KeyVault second = new KeyFolder(folder).open();

        assertThat(second.decrypt(first.encrypt(TEXT, "event"), "event")).isEqualTo(TEXT);
        assertThat(second.digest("case", "A", "1")).isEqualTo(first.digest("case", "A", "1"));
    }

    @Test
    void a_purpose_cannot_be_read_for_another() throws IOException {
        KeyVault vault = new KeyFolder(folder).open();
        byte[] cipher = vault.encrypt(TEXT, "event");

        assertThatThrownBy(() -> vault.decrypt(cipher, "delivery")).hasMessageContaining("HUB-KEY-001")
                .hasMessageNotContaining("Musterfrau");
        assertThat(vault.digest("case", "A")).isNotEqualTo(vault.digest("name", "A"));
    }

    @Test
    void parts_of_a_digest_are_told_apart() throws IOException {
        KeyVault vault = new KeyFolder(folder).open();

        assertThat(vault.digest("case", "ab", "c")).isNotEqualTo(vault.digest("case", "a", "bc"))
                .hasSize(KeyVault.DIGEST_LENGTH);
    }

    @Test
    void files_of_different_backups_are_refused() throws IOException {
        new KeyFolder(folder).open();
        Path other = Files.createDirectory(folder.resolve("other"));
        new KeyFolder(other).open();
        Files.delete(folder.resolve("digests.json"));
        Files.copy(other.resolve("digests.json"), folder.resolve("digests.json"));

        assertThatThrownBy(() -> new KeyFolder(folder).open()).isInstanceOf(IOException.class)
                .hasMessageContaining("HUB-KEY-002");
    }

    /** With a new one nothing would be found that is kept by its digest: blocks, consents, pseudonyms. */
    @Test
    void a_lost_digest_key_is_not_made_anew() throws IOException {
        byte[] before = new KeyFolder(folder).open().digest("case", "A");
        Path backup = folder.resolve("backup");
        Files.move(folder.resolve("digests.json"), backup);

        assertThatThrownBy(() -> new KeyFolder(folder).open()).isInstanceOf(IOException.class)
                .hasMessageContaining("HUB-KEY-002").hasMessageContaining("digests.json");
        assertThat(folder.resolve("digests.json")).doesNotExist();

        Files.move(backup, folder.resolve("digests.json"));
        assertThat(new KeyFolder(folder).open().digest("case", "A")).isEqualTo(before);
    }

    @Test
    void a_start_that_was_cut_short_is_taken_up_and_older_folders_get_a_key_for_signatures() throws IOException {
        byte[] before = new KeyFolder(folder).open().digest("case", "A");
        Files.delete(folder.resolve("encryption.json"));
        assertThat(new KeyFolder(folder).open().digest("case", "A")).isEqualTo(before);

        Files.delete(folder.resolve("signatures.json"));
        assertThat(new KeyFolder(folder).openPresent().digest("case", "A")).isEqualTo(before);
    }

    /** As `hub audit verify` and `hub keys shares create` open it: a wrong folder stays as it was. */
    @Test
    void whoever_only_reads_makes_no_keys() {
        Path wrong = folder.resolve("wrong");

        assertThatThrownBy(() -> new KeyFolder(wrong).openPresent()).hasMessageContaining("HUB-KEY-006");
        assertThatThrownBy(() -> new KeyFolder(wrong).shares().create()).hasMessageContaining("HUB-KEY-006");
        assertThat(wrong).doesNotExist();
    }
}
