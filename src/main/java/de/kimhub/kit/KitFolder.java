package de.kimhub.kit;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.connector.Connector;
import de.kimhub.translation.Translator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A loaded connector with everything that lies in its folder.
 *
 * @param descriptor {@code connector.yaml}
 * @param receive    {@code receive.yaml}; an empty scalar when there is none
 * @param deliver    {@code deliver.yaml}; an empty scalar when there is none
 */
record KitFolder(Connector connector, ConfigReader reader, ConfigNode descriptor, ConfigNode receive,
                 ConfigNode deliver, List<Sample> samples) {

    static KitFolder of(Connector connector, ConfigReader reader) {
        return new KitFolder(connector, reader, node(connector, reader, "connector.yaml"),
                node(connector, reader, "receive.yaml"), node(connector, reader, "deliver.yaml"),
                samples(connector.folder().resolve("samples"), reader));
    }

    Path folder() {
        return connector.folder();
    }

    Translator translator() {
        return connector.translator();
    }

    boolean receives() {
        return connector.descriptor().receives().isPresent();
    }

    boolean delivers() {
        return connector.descriptor().delivers().isPresent();
    }

    /** {@code csv}, {@code xml}, {@code json} or {@code rows}. */
    String receiveFormat() {
        return receiveFormat("type", "");
    }

    /** A word of {@code receive.format}. */
    String receiveFormat(String key, String otherwise) {
        return descriptor.get("receive").flatMap(node -> node.get("format")).map(node -> node.text(key, otherwise))
                .orElse(otherwise);
    }

    Charset receiveCharset() {
        return Charset.forName(receiveFormat("charset", "UTF-8"));
    }

    List<Sample> receiving() {
        return samples.stream().filter(sample -> sample.input().isPresent()).toList();
    }

    /** How a file of the folder is called in findings. */
    String place(String fileName) {
        return reader.name(folder().resolve(fileName));
    }

    CheckResult result(Level level, String name, List<String> findings) {
        return new CheckResult(level, connector.id(), name, findings);
    }

    private static ConfigNode node(Connector connector, ConfigReader reader, String file) {
        Path path = connector.folder().resolve(file);
        return Files.exists(path) ? reader.read(path, new ArrayList<>()).orElseGet(KitFolder::nothing) : nothing();
    }

    private static ConfigNode nothing() {
        return new ConfigNode.Scalar("", null);
    }

    private static List<Sample> samples(Path folder, ConfigReader reader) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted()
                    .map(sample -> new Sample(sample.getFileName().toString(), sample, reader.name(sample))).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The samples cannot be listed", failure);
        }
    }
}
