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
}
