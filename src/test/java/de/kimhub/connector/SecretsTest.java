package de.kimhub.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path installation;

    private Secrets secrets;

    @BeforeEach
    void writeASecret() throws IOException {
        Files.createDirectories(installation.resolve("secrets"));
        Files.writeString(installation.resolve("secrets/FILE"), "from-file\nsecond line\n");
        Files.writeString(installation.resolve("secrets/BOTH"), "from-file");
        secrets = new Secrets(installation, Map.of("BOTH", "from-environment"));
    }

    @Test
    void theEnvironmentComesBeforeTheFile() {
        assertThat(secrets.resolve("secret:FILE")).isEqualTo("from-file");
        assertThat(secrets.resolve("secret:BOTH")).isEqualTo("from-environment");
    }

    @Test
    void whatIsNoReferenceStaysAsItIs() {
        assertThat(secrets.resolve("plain")).isEqualTo("plain");
        assertThat(secrets.resolve("secret:../../etc/passwd")).isEqualTo("secret:../../etc/passwd");
        assertThat(Secrets.isReference("secret:../hub.yaml")).isFalse();
    }

    @Test
    void aMissingSecretIsNamedWithTheWayOut() {
        assertThatThrownBy(() -> secrets.resolve("secret:NONE")).isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("secrets/NONE");
    }

    @Test
    void itsTextHoldsNoSecret() {
        assertThat(secrets).asString().doesNotContain("from-");
    }
}
