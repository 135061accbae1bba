package de.kimhub.kit;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Level 4: the connector is loaded and translates the same when all its neighbours are broken. */
final class IsolationCheck {

    /** Folder names that sort before and behind any connector, with what is wrong in them. */
    private static final Map<String, Map<String, String>> BROKEN = Map.of(
            "a-empty", Map.of(),
            "a-no-yaml", Map.of("connector.yaml", "title: [\n"),
            "a-nonsense", Map.of("connector.yaml", "\u0001\u0002"),
            "z-unknown-list", Map.of("connector.yaml", """
                    title: Kaputt
                    authority: sonstige
                    purpose: keiner
                    legalBasis: keine
                    retention: P7D
                    receive: {delivery: events, format: {type: csv}}
                    """, "receive.yaml", """
                    fields: {case.number: {from: A, required: true}, person.sex: {from: B, codelist: gibt-es-nicht}}
                    events: [{type: case.opened, fields: {event.occurredOn: {from: C, as: date, format: dd.MM.yyyy}}}]
                    """),
            "z-no-mapping", Map.of("connector.yaml", "receive: {}\n"));

    private final KitFolder folder;

    IsolationCheck(KitFolder folder) {
        this.folder = folder;
    }

    CheckResult run() {
        List<String> findings = new ArrayList<>();
        try {
            Path product = Files.createTempDirectory("kim-hub-kit");
            try {
                check(product.resolve("connectors"), findings);
            } finally {
                delete(product);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder for the isolation check cannot be written", failure);
        }
        return folder.result(Level.ISOLATION, "broken neighbours change nothing", findings);
    }

    private void check(Path connectors, List<String> findings) throws IOException {
        copy(folder.folder(), connectors.resolve(folder.connector().id()));
        for (Map.Entry<String, Map<String, String>> broken : BROKEN.entrySet()) {
            Path neighbour = Files.createDirectories(connectors.resolve(broken.getKey()));
            for (Map.Entry<String, String> file : broken.getValue().entrySet()) {
                Files.writeString(neighbour.resolve(file.getKey()), file.getValue());
            }
        }
        List<Problem> problems = new ArrayList<>();
        Connectors loaded = Connectors.load(connectors, problems);
        Optional<Connector> same = loaded.find(folder.connector().id());
        if (!loaded.broken().equals(BROKEN.keySet()) || same.isEmpty()) {
            findings.add(folder.place("") + ": Beside broken folders the connector is not loaded, or a broken one is."
                    + KitProblem.NOT_ISOLATED);
        } else if (!same.get().version().equals(folder.connector().version())) {
            findings.add(folder.place("") + ": Beside broken folders the connector has another version." + KitProblem.NOT_ISOLATED);
        } else {
            folder.receiving().forEach(sample -> compare(sample, same.get(), findings));
        }
    }

    private void compare(Sample sample, Connector beside, List<String> findings) {
        List<String> alone = SampleRun.of(folder.translator(), sample.inputBytes()).meaning();
        if (!alone.equals(SampleRun.of(beside.translator(), sample.inputBytes()).meaning())) {
            findings.add(sample.place() + ": Beside broken folders the sample is translated differently." + KitProblem.NOT_ISOLATED);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(file -> !from.relativize(file).startsWith("samples")).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
