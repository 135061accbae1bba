package de.kimhub.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves references to secrets: {@code secret:NAME} stands for the environment variable NAME or, without one, for
 * the installation's file {@code secrets/NAME} (its first line).
 */
public final class Secrets {

    private static final Pattern REFERENCE = Pattern.compile("secret:([A-Za-z0-9_][A-Za-z0-9_.-]*)");

    private final Path folder;
    private final Map<String, String> environment;

    /** @param installation folder of the installation */
    public Secrets(Path installation) {
        this(installation, System.getenv());
    }

    Secrets(Path installation, Map<String, String> environment) {
        this.folder = installation.resolve("secrets");
        this.environment = environment;
    }

    public static boolean isReference(String value) {
        return value != null && REFERENCE.matcher(value).matches();
    }

    /** The secret for a reference; any other text as it is. @throws NoSuchElementException names what is missing */
    public String resolve(String value) {
        Matcher reference = REFERENCE.matcher(value == null ? "" : value);
        return reference.matches() ? find(reference.group(1)).orElseThrow(() -> new NoSuchElementException(
                "There is no secret '" + reference.group(1) + "'. Set the environment variable " + reference.group(1)
                        + " or write the secret into secrets/" + reference.group(1) + " of the installation.")) : value;
    }

    public boolean has(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches() && find(matcher.group(1)).isPresent();
    }

    private Optional<String> find(String name) {
        String variable = environment.get(name);
        if (variable != null) {
            return Optional.of(variable);
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Files.readString(file).lines().findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file of the secret '" + name + "' cannot be read. Check its rights.",
                    unreadable);
        }
    }

    /** Where it looks, never what it finds. */
    @Override
    public String toString() {
        return "secrets from the environment and the installation's folder secrets";
    }
}
