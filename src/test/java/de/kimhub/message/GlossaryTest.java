package de.kimhub.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    @Test
    void namesEveryEventTypeAndKindWithTheWordThatPagesUse() throws IOException {
        Stream<String> types = Arrays.stream(EventType.values()).map(type -> row(type.code(), type.germanText()));
        Stream<String> kinds = Arrays.stream(MessageKind.values()).map(kind -> row(kind.code(), kind.germanText()));

        assertThat(Files.readAllLines(Path.of("docs/glossary.md")))
                .as("docs/glossary.md is stale: add or correct these rows")
                .containsAll(Stream.concat(types, kinds).toList());
    }

    private static String row(String code, String germanText) {
        return "| `" + code + "` | " + germanText + " |";
    }
}
