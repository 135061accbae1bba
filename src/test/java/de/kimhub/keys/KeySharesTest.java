package de.kimhub.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeySharesTest {

    private static final byte[] TEXT = "Musterfrau".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;
    private byte[] cipher;
    private byte[] code;

    @BeforeEach
    void keysAreThere() throws IOException {
        cipher = new KeyFolder(folder).open().encrypt(TEXT, "event");
        code = ((OneWayKey) new KeyFolder(folder).domainKeys().create("eins", 1, DomainKeys.Kind.ONE_WAY)).code(TEXT, 16);
    }

    @Test
    void each_pair_brings_the_lost_key_back() throws IOException {
        List<KeyShares.Share> shares = new KeyFolder(folder).shares().create();
        String before = Files.readString(folder.resolve("wrapping-key.json"));
        for (int one = 0; one < 3; one++) {
            for (int other = 0; other < 3; other++) {
                if (one != other) {
                    Files.delete(folder.resolve("wrapping-key.json"));
                    assertThatThrownBy(() -> new KeyFolder(folder).open()).hasMessageContaining("HUB-KEY-003");

                    new KeyFolder(folder).shares().recover(shares.get(one).text(), shares.get(other).text());

                    assertThat(new KeyFolder(folder).open().decrypt(cipher, "event")).isEqualTo(TEXT);
                    assertThat(((OneWayKey) new KeyFolder(folder).domainKeys().open("eins", 1)).code(TEXT, 16))
                            .isEqualTo(code);
                }
            }
        }
        assertThat(Files.readString(folder.resolve("wrapping-key.json"))).isEqualTo(before);
    }

    @Test
    void the_rehearsal_opens_everything_and_changes_nothing() throws IOException {
        List<KeyShares.Share> shares = new KeyFolder(folder).shares().create();
        Map<Path, String> before = files();

        assertThat(new KeyFolder(folder).shares().rehearse(shares.get(2).text(), shares.get(0).text())).isEqualTo(4);

        Files.delete(folder.resolve("wrapping-key.json"));
        assertThat(new KeyFolder(folder).shares().rehearse(shares.get(1).text(), shares.get(0).text())).isEqualTo(4);
        before.remove(folder.resolve("wrapping-key.json"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_miscopied_share_is_named_by_line_and_character() {
        List<KeyShares.Share> shares = new KeyFolder(folder).shares().create();
        List<String> lines = new ArrayList<>(shares.get(0).text().lines().toList());
        char wrong = lines.get(1).charAt(4) == 'A' ? 'B' : 'A';
        lines.set(1, lines.get(1).substring(0, 4) + wrong + lines.get(1).substring(5));

        assertThatThrownBy(() -> rehearse(String.join("\n", lines), shares.get(1).text()))
                .hasMessageContaining("Erster Teil, Zeile 2, Zeichen 4").hasMessageContaining("HUB-KEY-010")
                .hasMessageNotContaining(lines.get(1));
        assertThatThrownBy(() -> rehearse(lines.get(0) + "\n" + lines.get(2), shares.get(1).text()))
                .hasMessageContaining("Zeile 2 fehlt");
        assertThatThrownBy(() -> rehearse("Unsinn", shares.get(1).text())).hasMessageContaining("HUB-KEY-010");
    }

    @Test
    void shares_may_be_typed_with_remarks_in_any_order_of_lines() throws IOException {
        List<KeyShares.Share> shares = new KeyFolder(folder).shares().create();
        List<String> lines = shares.get(0).text().toLowerCase().lines().toList();
        assertThat(rehearse("# Teil 1\n\n" + lines.get(2) + "\n" + lines.get(0).replace('-', ' ') + "\n" + lines.get(1),
                shares.get(1).text())).isEqualTo(4);
    }

    @Test
    void shares_that_do_not_belong_together_or_are_stale_are_refused() throws IOException {
        List<KeyShares.Share> shares = new KeyFolder(folder).shares().create();
        List<KeyShares.Share> later = new KeyFolder(folder).shares().create();
        assertThatThrownBy(() -> rehearse(shares.get(0).text(), shares.get(0).text())).hasMessageContaining("HUB-KEY-011");
        assertThatThrownBy(() -> rehearse(shares.get(0).text(), later.get(1).text())).hasMessageContaining("HUB-KEY-011");

        Path other = Files.createDirectory(folder.resolve("other"));
        new KeyFolder(other).open();
        assertThatThrownBy(() -> new KeyFolder(other).shares().rehearse(shares.get(0).text(), shares.get(1).text()))
                .hasMessageContaining("HUB-KEY-012");
        assertThatThrownBy(() -> new KeyFolder(folder).shares().recover(shares.get(0).text(), shares.get(1).text()))
                .hasMessageContaining("HUB-KEY-014");
    }

    @Test
    void the_key_of_a_kms_is_not_shared_out() throws IOException, GeneralSecurityException {
        Path other = folder.resolve("kms");
        KeyFolder kms = new KeyFolder(other, new RemoteKey());
        assertThat(kms.open().decrypt(kms.open().encrypt(TEXT, "event"), "event")).isEqualTo(TEXT);
        assertThat(other.resolve("wrapping-key.json")).doesNotExist();
        assertThatThrownBy(() -> kms.shares().create()).hasMessageContaining("HUB-KEY-013");
    }

    private int rehearse(String one, String other) throws IOException {
        return new KeyFolder(folder).shares().rehearse(one, other);
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }

    /** Stands for a key management system: wraps on request and gives its key to nobody. */
    private static final class RemoteKey implements KeyEncryption {

        private final WrappingKey key = WrappingKey.fresh();

        RemoteKey() throws GeneralSecurityException {
        }

        @Override
        public byte[] wrap(byte[] keySet, byte[] boundTo) throws GeneralSecurityException {
            return key.wrap(keySet, boundTo);
        }

        @Override
        public byte[] unwrap(byte[] wrapped, byte[] boundTo) throws GeneralSecurityException {
            return key.unwrap(wrapped, boundTo);
        }
    }
}
