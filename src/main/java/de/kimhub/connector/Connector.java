package de.kimhub.connector;

import de.kimhub.translation.Translator;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * A connector folder that was read without errors.
 *
 * @param translator reads nothing from the folder any more: it stays as it is when the folder changes
 * @param version    digest of all files that the translation depends on, so that each record knows by what it was
 *                   translated
 * @param schemas    stamp of the operator's XSDs that it was compiled with; empty without any
 * @param files      those files, as {@link Connectors#unpack} takes them; empty for one that was made otherwise
 */
public record Connector(Descriptor descriptor, Translator translator, String version, Path folder, String schemas,
                        byte[] files) {

    public Connector(Descriptor descriptor, Translator translator, String version, Path folder) {
        this(descriptor, translator, version, folder, "", new byte[0]);
    }

    public String id() {
        return descriptor.id();
    }

    /** Of the same folder and content. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Connector connector && version.equals(connector.version)
                && Objects.equals(folder, connector.folder) && schemas.equals(connector.schemas)
                && Arrays.equals(files, connector.files)
                && Objects.equals(descriptor, connector.descriptor);
    }

    @Override
    public int hashCode() {
        return version.hashCode();
    }

    @Override
    public String toString() {
        return (descriptor == null ? "connector" : descriptor.id()) + " " + version;
    }
}
