package de.kimhub.kit;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.translation.CodeLists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Made-up values for every field that a {@code deliver.yaml} gives out. */
final class FullItem {

    private final FieldValues values;

    FullItem(KitFolder folder) {
        FieldValues.Builder builder = FieldValues.builder();
        folder.deliver().get("columns").map(ConfigNode::entries).ifPresent(columns -> columns.values().forEach(column ->
                column.texts("from").stream().map(path -> path.startsWith("before.") ? path.substring(7) : path)
                        .map(CanonicalSchema::find).flatMap(Optional::stream)
                        .forEach(field -> builder.set(field, value(folder, field, column)))));
        this.values = builder.build();
    }

    FieldValues values() {
        return values;
    }

    private static String value(KitFolder folder, Field field, ConfigNode column) {
        return switch (field.kind()) {
            case NAME -> "Muster";
            case TEXT -> "Muster 1";
            case DATE -> "2026-03-02";
            case PARTIAL_DATE -> "1990-05-04";
            case TIMESTAMP -> "2026-03-02T10:30";
            case AGS -> "05758004";
            case INTEGER -> "2026";
            case BOOLEAN -> "true";
            case CODE -> Optional.ofNullable(column.text("codelist")).flatMap(list -> firstCode(folder, list))
                    .orElseGet(() -> CodeLists.canonical().codes(field.codeList()).iterator().next());
        };
    }

    /** The canonical code in the first row of the connector's own list. */
    private static Optional<String> firstCode(KitFolder folder, String list) {
        Path file = folder.folder().resolve("codelists").resolve(list + ".csv");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).skip(1)
                    .map(line -> line.split(";")).filter(cells -> cells.length > 1).map(cells -> cells[1].strip())
                    .findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException("A code list cannot be read", failure);
        }
    }
}
