package de.kimhub.runtime.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReceiveTest {

    @TempDir
    Path temp;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(temp.resolve("Export für den Hub"));
    }

    @Test
    void handsOverFinishedFilesInTheOrderOfTheirAgeAndLaysThemAside() throws Exception {
        Instant older = Instant.now().minusSeconds(100).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        write("b.csv", "eins;zwei\n", older);
        write("a.csv", "", older.plusSeconds(50));
        write(".verborgen", "x", older);
        write("halb.csv.tmp", "x", older);
        try (TestHub hub = start(Map.of())) {
            await().until(() -> hub.intake.documents.size() == 2 && files(folder).size() == 1);

            assertThat(hub.intake.documents).extracting(document -> document.handOver().name())
                    .containsExactly("b.csv", "a.csv");
            FakeIntake.Document first = hub.intake.documents.getFirst();
            assertThat(first.instance()).isEqualTo("awo");
            assertThat(first.content()).asString(StandardCharsets.UTF_8).isEqualTo("eins;zwei\n");
            assertThat(first.handOver().size()).isEqualTo(10);
            assertThat(first.handOver().modifiedAt()).isEqualTo(older);
            assertThat(files(folder)).containsExactly("halb.csv.tmp");
            assertThat(files(folder.resolve(".kim-hub/done"))).hasSize(2).allMatch(name -> name.endsWith(".csv"));
        }
    }

    @Test
    void waitsForAFileThatIsStillBeingWritten() throws Exception {
        try (TestHub hub = start(Map.of("minAge", "3000"))) {
            Path growing = folder.resolve("gross.csv");
            for (int line = 0; line < 10; line++) {
                Files.writeString(growing, "zeile " + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Thread.sleep(300);
                assertThat(hub.intake.documents).isEmpty();
            }
            await().until(() -> hub.intake.documents.size() == 1);
            assertThat(hub.intake.documents.getFirst().content()).hasSize(80);
        }
    }

    @Test
    void leavesAFileWhereItIsUntilTheHubHasIt() throws Exception {
        write("a.csv", "inhalt", Instant.now().minusSeconds(10));
        try (TestHub hub = start(Map.of(), 3)) {
            await().until(() -> hub.intake.failures == 0 && hub.intake.documents.size() == 1);
            await().until(() -> files(folder).isEmpty());
        }
    }

    @Test
    void handsTheSameFileOverAgainAfterACrashBeforeItWasLaidAside() throws Exception {
        Instant modified = Instant.now().minusSeconds(10).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        write("a.csv", "inhalt", modified);
        try (TestHub hub = start(Map.of())) {
            await().until(() -> hub.intake.documents.size() == 1 && files(folder).isEmpty());
            write("a.csv", "inhalt", modified);
            await().until(() -> hub.intake.documents.size() == 2 && files(folder).isEmpty());
            assertThat(hub.intake.documents.get(1).handOver()).isEqualTo(hub.intake.documents.get(0).handOver());
            assertThat(files(folder.resolve(".kim-hub/done"))).hasSize(2);
        }
    }

    @Test
    void readsOnlyWhatIsIncludedAndLaysItAsideWhereThatIsWanted() throws Exception {
        write("a.csv", "inhalt", Instant.now().minusSeconds(10));
        write("b.txt", "anderes", Instant.now().minusSeconds(10));
        try (TestHub hub = start(Map.of("include", ".*\\.csv", "doneFolder", temp.resolve("erledigt").toString()))) {
            await().until(() -> hub.intake.documents.size() == 1 && files(folder).equals(List.of("b.txt")));
            assertThat(folder.resolve(".kim-hub")).doesNotExist();
            assertThat(files(temp.resolve("erledigt"))).hasSize(1);
        }
    }

    @Test
    void readsAFileThatReplacesAnotherWhileThatOneIsBeingTakenOver() throws Exception {
        Instant old = Instant.now().minusSeconds(100);
        write("export.csv", "alt", old);
        try (TestHub hub = start(Map.of(), 0, () -> {
            Files.delete(folder.resolve("export.csv"));
            write("export.csv", "neu", old);
        })) {
            await().until(() -> hub.intake.documents.size() == 2 && files(folder).isEmpty());
            assertThat(hub.intake.documents).extracting(document -> new String(document.content(),
                    StandardCharsets.UTF_8)).containsExactly("alt", "neu");
            assertThat(files(folder.resolve(".kim-hub/done"))).hasSize(1);
        }
    }

    @Test
    void takesNoFileOverThatGrowsWhileItIsRead() throws Exception {
        write("export.csv", "halb", Instant.now().minusSeconds(100));
        try (TestHub hub = start(Map.of(), 0)) {
            await().until(() -> hub.intake.documents.size() == 1);
            Path path = folder.resolve("growing.csv");
            Files.writeString(path, "halb");
            try (var stream = new UnchangedFileStream(path, FileStamp.of(path))) {
                assertThat(stream.readNBytes(2)).hasSize(2);
                Files.writeString(path, "und ganz", StandardOpenOption.APPEND);
                assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void readsAFolderThatAppearsLater() throws Exception {
        Files.delete(folder);
        try (TestHub hub = start(Map.of())) {
            Thread.sleep(500);
            Files.createDirectories(folder);
            write("a.csv", "inhalt", Instant.now().minusSeconds(10));
            await().until(() -> hub.intake.documents.size() == 1);
        }
    }

    private TestHub start(Map<String, String> more) throws Exception {
        return start(more, 0);
    }

    private TestHub start(Map<String, String> more, int failures) throws Exception {
        return start(more, failures, () -> { });
    }

    private TestHub start(Map<String, String> more, int failures, FakeIntake.Interruption meanwhile) throws Exception {
        Map<String, String> parameters = new HashMap<>(Map.of("folder", folder.toString(), "delay", "100"));
        parameters.putAll(more);
        FakeIntake intake = new FakeIntake();
        intake.failures = failures;
        intake.duringFirst = meanwhile;
        TestHub hub = new TestHub(temp, intake, TestHub.receiving("awo", "file", parameters));
        assertThat(hub.instances.broken()).isEmpty();
        await().atMost(Duration.ofSeconds(15));
        return hub;
    }

    private void write(String name, String content, Instant modified) throws IOException {
        Path half = temp.resolve("half");
        Files.writeString(half, content);
        Files.setLastModifiedTime(half, FileTime.from(modified));
        Files.move(half, folder.resolve(name));
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".")).sorted().toList();
        }
    }
}
