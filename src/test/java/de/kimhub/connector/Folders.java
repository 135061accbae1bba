package de.kimhub.connector;

import de.kimhub.testing.Released;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A product folder with connectors and an installation, written for one test. */
final class Folders {

    static final String DESCRIPTOR = """
            title: Sprachkurse (CSV)
            authority: sprachkurstraeger
            purpose: Kursdaten
            legalBasis: Einwilligung
            retention: P7D
            receive: {delivery: events, format: {type: csv, charset: UTF-8, delimiter: ";"}}
            """;
    static final String RECEIVE = """
            record: {key: [NR]}
            fields:
              case.number: {from: NR, required: true}
            events:
              - type: course.started
                fields:
                  event.occurredOn: {from: AB, as: date, format: dd.MM.yyyy, required: true}
            """;
    static final String DELIVER = """
            events: [course.started]
            columns:
              NR: {from: recipient.case}
            """;
    private static final String KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata: {name: file-%s}
            spec:
              definition:
                required: [folder]
                properties:
                  folder: {title: Folder, type: string}
                  delay: {title: Delay, type: integer, default: 1000}
                  password: {title: Password, type: string, format: password}
            """;

    final Path product;
    final Path config;

    Folders(Path product) {
        this.product = product;
        this.config = product.resolve("config").resolve("test");
        write("config/test/hub.yaml", "data: ../../data/test\n");
        folder("config/test/instances");
    }

    Path shipped() {
        return product.resolve("connectors");
    }

    void connector(String id) {
        write("connectors/" + id + "/connector.yaml", DESCRIPTOR);
        write("connectors/" + id + "/receive.yaml", RECEIVE);
    }

    void kamelets() {
        write("routes/transports/file-receive.kamelet.yaml", KAMELET.formatted("receive"));
        write("routes/transports/file-deliver.kamelet.yaml", KAMELET.formatted("deliver"));
    }

    void instance(String id, String connector, String rest) {
        write("config/test/instances/" + id + ".yaml",
                "title: %s\nconnector: %s\nmunicipality: \"05758004\"\n%s%s".formatted(id, connector, rest,
                        rest.contains("mode: ") ? "" : (rest.endsWith("\n") ? "" : "\n") + Released.LIVE));
    }

    void folder(String name) {
        try {
            Files.createDirectories(product.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void write(String name, String content) {
        try {
            Path file = product.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
