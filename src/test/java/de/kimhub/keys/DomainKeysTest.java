package de.kimhub.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.keys.DomainKeys.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DomainKeysTest {

    private static final byte[] INPUT = "17".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;
    private DomainKeys keys;

    @BeforeEach
    void open() {
        keys = new KeyFolder(folder).domainKeys();
    }

    @Test
    void each_domain_and_epoch_has_a_key_of_its_own_that_another_process_reads() {
        OneWayKey one = (OneWayKey) keys.create("eins", 1, Kind.ONE_WAY);
        OneWayKey next = (OneWayKey) keys.create("eins", 2, Kind.ONE_WAY);
        OneWayKey other = (OneWayKey) keys.create("zwei", 1, Kind.ONE_WAY);

        assertThat(one.code(INPUT, 16)).hasSize(16).isNotEqualTo(next.code(INPUT, 16)).isNotEqualTo(other.code(INPUT, 16));
        assertThat(one.fingerprint()).isNotEqualTo(next.fingerprint());
        DomainKeys elsewhere = new KeyFolder(folder).domainKeys();
        assertThat(((OneWayKey) elsewhere.open("eins", 1)).code(INPUT, 16)).isEqualTo(one.code(INPUT, 16));
        assertThat(elsewhere.open("eins", 1).fingerprint()).isEqualTo(one.fingerprint());
    }

    @Test
    void a_two_way_key_gives_back_what_it_sealed_and_nothing_else() {
        TwoWayKey key = (TwoWayKey) keys.create("eins", 1, Kind.TWO_WAY);
        TwoWayKey next = (TwoWayKey) keys.create("eins", 2, Kind.TWO_WAY);
        byte[] sealed = key.seal(INPUT);

        assertThat(sealed).isEqualTo(key.seal(INPUT)).hasSize(INPUT.length + TwoWayKey.OVERHEAD);
        assertThat(key.open(sealed)).contains(INPUT);
        assertThat(next.open(sealed)).isEmpty();
        assertThat(((TwoWayKey) new KeyFolder(folder).domainKeys().open("eins", 1)).open(sealed)).contains(INPUT);
        sealed[3] ^= 1;
        assertThat(key.open(sealed)).isEmpty();
    }

    @Test
    void a_key_set_in_the_place_of_another_does_not_open() throws IOException {
        keys.create("eins", 1, Kind.ONE_WAY);
        keys.create("zwei", 1, Kind.ONE_WAY);
        Files.copy(folder.resolve("pseudonyms/eins/1.json"), folder.resolve("pseudonyms/eins/2.json"));
        Files.delete(folder.resolve("pseudonyms/zwei/1.json"));
        Files.copy(folder.resolve("pseudonyms/eins/1.json"), folder.resolve("pseudonyms/zwei/1.json"));
        DomainKeys elsewhere = new KeyFolder(folder).domainKeys();

        assertThatThrownBy(() -> elsewhere.open("eins", 2)).hasMessageContaining("HUB-KEY-004");
        assertThatThrownBy(() -> elsewhere.open("zwei", 1)).hasMessageContaining("HUB-KEY-004");
        assertThat(elsewhere.open("eins", 1)).isNotNull();
    }

    @Test
    void nothing_is_made_over_an_existing_one_and_a_destroyed_one_is_gone() throws IOException {
        keys.create("eins", 1, Kind.ONE_WAY);
        assertThatThrownBy(() -> keys.create("eins", 1, Kind.ONE_WAY)).hasMessageContaining("HUB-KEY-005");
        Path file = folder.resolve("pseudonyms/eins/1.json");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }

        assertThat(keys.destroy("eins", 1)).isTrue();

        assertThat(file).doesNotExist();
        assertThat(keys.has("eins", 1)).isFalse();
        assertThatThrownBy(() -> keys.open("eins", 1)).hasMessageContaining("HUB-KEY-004");
        assertThatThrownBy(() -> keys.has("../x", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_key_encryption_key_may_come_from_the_environment() throws IOException {
        KeyVault before = new KeyFolder(folder).open();
        byte[] cipher = before.encrypt(INPUT, "event");
        keys.create("eins", 1, Kind.ONE_WAY);
        String json = Files.readString(folder.resolve("wrapping-key.json")).replaceAll("\\s+", " ");
        Files.delete(folder.resolve("wrapping-key.json"));

        KeyFolder fromText = new KeyFolder(folder, new TextWrappingKey("KIMHUB_KEY", () -> json));
        assertThat(fromText.open().decrypt(cipher, "event")).isEqualTo(INPUT);
        assertThat(fromText.domainKeys().open("eins", 1)).isNotNull();
        assertThat(folder.resolve("wrapping-key.json")).doesNotExist();

        assertThatThrownBy(() -> new KeyFolder(folder, new TextWrappingKey("KIMHUB_KEY", () -> "geheim-und-falsch")).open())
                .hasMessageContaining("HUB-KEY-003").hasMessageContaining("KIMHUB_KEY")
                .hasMessageNotContaining("geheim-und-falsch").hasNoCause();
    }
}
