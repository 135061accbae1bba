package de.kimhub.connector;

import de.kimhub.translation.Translator;
import java.nio.file.Path;

/**
 * A connector folder that was read without errors.
 *
 * @param version digest of all files that the translation depends on, so that each record knows by what it was
 *                translated
 */
public record Connector(Descriptor descriptor, Translator translator, String version, Path folder) {

    public String id() {
        return descriptor.id();
    }
}
