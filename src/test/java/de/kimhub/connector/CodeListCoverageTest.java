package de.kimhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.translation.CodeLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An event whose code the recipient's list lacks could not be delivered: each list of a tool that takes is complete. */
class CodeListCoverageTest {

    private final CodeLists canonical = CodeLists.canonical();

    @TestFactory
    Stream<DynamicTest> everyCanonicalCodeHasAWordInTheToolThatTakesIt() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("connectors"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("deliver.yaml"))).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private void check(Path folder) throws IOException {
        ConfigNode deliver = new ConfigReader(Path.of("").toAbsolutePath())
                .read(folder.resolve("deliver.yaml"), new ArrayList<>()).orElseThrow();
        for (ConfigNode column : deliver.get("columns").orElseThrow().entries().values()) {
            Path own = folder.resolve("codelists/" + column.text("codelist") + ".csv");
            boolean mayStayEmpty = "true".equals(column.text("optional"));
            if (Files.exists(own) && !mayStayEmpty) {
                assertThat(codesIn(own)).as("%s: column from %s", own, column.text("from"))
                        .containsAll(needed(column.text("from"), deliver));
            }
        }
    }

    private Set<String> needed(String path, ConfigNode deliver) {
        return switch (path) {
            case "event.type" -> Set.copyOf(deliver.texts("events"));
            case "event.kind" -> canonical.codes("ereignisart");
            default -> canonical.codes(CanonicalSchema.field(path.replaceFirst("^before\\.", "")).codeList());
        };
    }

    private static Set<String> codesIn(Path list) throws IOException {
        return Files.readAllLines(list).stream().skip(1).map(line -> line.split(";")[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
