package de.kimhub.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaFilesTest {

    private static final Path FOLDER = Path.of("config", "schema");
    private static final String ADVICE =
            "The files in config/schema are generated. Write them anew with"
                    + " mvn test -Dtest=SchemaFilesTest -Dregenerate=true, look at the difference and commit it.";

    @ParameterizedTest
    @EnumSource
    void theSchemaFileIsTheOneThatTheDescriptionGives(ConfigFile kind) throws IOException {
        Path file = FOLDER.resolve(kind.schemaName());
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, kind.schema());
        }
        assertThat(file).as(ADVICE).exists();
        assertThat(Files.readString(file)).as(ADVICE).isEqualToNormalizingNewlines(kind.schema());
    }

    @Test
    void thereIsNoSchemaFileThatNothingDescribes() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(ConfigFile.values()).map(ConfigFile::schemaName).toList());
        }
    }
}
