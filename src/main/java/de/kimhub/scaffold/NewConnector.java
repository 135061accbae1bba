package de.kimhub.scaffold;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.kit.Acceptance;
import de.kimhub.kit.CheckResult;
import de.kimhub.kit.ConnectorKit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the first draft of a connector from a sample of a tool's export. Nothing of the sample is kept but the names of
 * its columns and the values of columns that hold codes.
 */
public final class NewConnector {

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /**
     * @param marks  lines on which something is unsure or has to be decided, as {@code file:line: text}, in their order
     * @param checks what the kit says of the folder
     */
    public record Result(Path folder, int records, int columns, List<String> format, List<String> marks,
                         List<CheckResult> checks) {
    }

    private final Path folder;
    private final Draft draft;

    private NewConnector(Path folder, Draft draft) {
        this.folder = folder;
        this.draft = draft;
    }

    /** @param into folder of connectors, which must be there */
    public static Result write(Path sample, Path into, String id) throws IOException, NotDrafted {
        Path folder = into.resolve(id);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new NotDrafted(ScaffoldProblem.BAD_NAME, "Ein Konnektor heißt mit Kleinbuchstaben, Ziffern und einzelnen"
                    + " Bindestrichen, zum Beispiel vhs-csv.");
        }
        if (Files.exists(folder)) {
            throw new NotDrafted(ScaffoldProblem.EXISTS, "Den Ordner " + folder + " gibt es schon; überschrieben wird nichts.");
        }
        if (Files.size(sample) > MOST_BYTES) {
            throw new NotDrafted(ScaffoldProblem.NOT_READ, "Die Probe ist größer als 64 MB. Ein Auszug genügt.");
        }
        Table table = FormatGuesser.read(Files.readAllBytes(sample), sample.getFileName().toString());
        return new NewConnector(folder, new Draft(id, table)).write();
    }

    private Result write() throws IOException {
        Files.createDirectories(folder);
        String up = Connectors.reader(folder.getParent()).name(folder).startsWith("config/") ? "../../" : "";
        text("connector.yaml", DescriptorText.of(draft).replace("=../../", "=" + up + "../../"));
        text("receive.yaml", ReceiveText.of(draft).replace("=../../", "=" + up + "../../"));
        for (Guess guess : draft.codeLists()) {
            text("codelists/" + CodeListDraft.name(guess) + ".csv", CodeListDraft.text(guess));
        }
        text("README.md", ReadmeText.of(draft));
        new InventedSamples(draft, folder.resolve("samples")).write();
        Optional<Connector> loaded = Connectors.loadOne(folder, new ArrayList<>());
        if (loaded.isPresent()) {
            Acceptance.accept(loaded.get(), Optional.empty());
        }
        return new Result(folder, draft.table.rows().size(), draft.guesses.size(), draft.table.format().reasons(), marks(),
                ConnectorKit.check(folder));
    }

    private void text(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content, StandardCharsets.UTF_8);
    }

    private List<String> marks() throws IOException {
        List<Path> files = new ArrayList<>(List.of(folder.resolve("connector.yaml"), folder.resolve("receive.yaml")));
        if (Files.isDirectory(folder.resolve("codelists"))) {
            try (Stream<Path> lists = Files.list(folder.resolve("codelists"))) {
                files.addAll(lists.sorted().toList());
            }
        }
        files.add(folder.resolve("README.md"));
        List<String> marks = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                int at = line.contains("ENTSCHEIDEN:") ? line.indexOf("ENTSCHEIDEN:") : line.indexOf("UNSICHER:");
                if (at >= 0) {
                    marks.add(Connectors.reader(folder.getParent()).name(file) + ":" + (i + 1) + ": " + line.substring(at)
                            .replace(" -->", ""));
                }
            }
        }
        return marks;
    }
}
