package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The official XSDs of a standard, where the operator has put them: {@code config/<installation>/schemas} or
 * {@code config/schemas}. They are compiled when a format needs them.
 */
public final class Schemas {

    public static final Schemas NONE = new Schemas(null);

    private final Path folder;

    private Schemas(Path folder) {
        this.folder = folder;
    }

    /** All {@code *.xsd} of a folder. */
    public static Schemas of(Path folder) {
        return new Schemas(folder);
    }

    /**
     * Those that hold for a connector: of its installation, when it is its own, or else of the whole product.
     *
     * @param connector its folder, {@code connectors/<id>} or {@code config/<name>/connectors/<id>}
     */
    public static Schemas around(Path connector) {
        Path connectors = connector.toAbsolutePath().normalize().getParent();
        Path around = connectors == null ? null : connectors.getParent();
        if (around == null || !connectors.endsWith("connectors")) {
            return NONE;
        }
        boolean ofInstallation = around.getParent() != null && around.getParent().endsWith("config");
        Path common = ofInstallation ? around.getParent() : around.resolve("config");
        return Stream.of(around.resolve("schemas"), common.resolve("schemas"))
                .filter(path -> ofInstallation || path.startsWith(common)).filter(Schemas::hasAny)
                .map(Schemas::new).findFirst().orElse(NONE);
    }

    /** Names, sizes and times of the files: another stamp, other schemas. Empty when there are none. */
    public String stamp() {
        if (folder == null) {
            return "";
        }
        StringBuilder stamp = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(SchemaFolder::isSchema).sorted().toList()) {
                stamp.append(file).append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file))
                        .append('\n');
            }
            return stamp.toString();
        } catch (IOException unreadable) {
            return unreadable.getClass().getSimpleName();
        }
    }

    /** Empty when there are none, or something is wrong with them; then a problem was added. */
    Optional<CompiledSchemas> compile(List<Problem> problems) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            return SchemaFolder.read(folder, problems).flatMap(files -> files.compile(problems));
        } catch (IOException unreadable) {
            problems.add(new Problem(TranslationProblem.CFG_SCHEMA, Place.file(folder.toString()),
                    "The schemas cannot be read."));
            return Optional.empty();
        }
    }

    private static boolean hasAny(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(SchemaFolder::isSchema);
        } catch (IOException none) {
            return false;
        }
    }
}
