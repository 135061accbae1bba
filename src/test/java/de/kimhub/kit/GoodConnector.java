package de.kimhub.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small connector in which everything is right; tests break one thing of it. */
final class GoodConnector {

    private static final String SCHEMA = "# yaml-language-server: $schema=../../config/schema/%s.json\n";
    private static final String HEADER = "NR;FALL;NAME;AB;ART\n";

    final Path folder;

    GoodConnector(Path product) {
        folder = product.resolve("connectors").resolve("kurs-csv");
        write("connector.yaml", SCHEMA.formatted("connector") + """
                title: Sprachkurse (CSV)
                authority: sprachkurstraeger
                purpose: Kursdaten
                legalBasis: Einwilligung
                retention: P7D
                capabilities: [corrects, retracts, reads-acknowledgements]
                receive: {delivery: events, format: {type: csv, charset: UTF-8, delimiter: ";"}}
                deliver: {idempotence: ledger, format: {type: csv, charset: UTF-8, delimiter: ";"}}
                """);
        write("receive.yaml", SCHEMA.formatted("receive") + """
                record: {key: [NR]}
                fields:
                  case.number: {from: FALL, required: true}
                  person.names.official.family: {from: NAME, as: name}
                  event.occurredOn: {from: AB, as: date, format: dd.MM.yyyy, required: true}
                events:
                  - type: course.started
                    when: {column: ART, equals: beginn}
                  - type: course.completed
                    when: {column: ART, equals: ende}
                """);
        write("deliver.yaml", SCHEMA.formatted("deliver") + """
                events: [measure.started]
                columns:
                  FALL: {from: recipient.case}
                  ART: {from: event.kind}
                  AM: {from: event.occurredOn, as: date, format: dd.MM.yyyy, required: true}
                  ERSETZT: {from: delivery.replaces}
                """);
        write("README.md", "Dieser Konnektor nimmt Kursdaten auf. ".repeat(8));
        sample("beginn", "1;F-1;Musterfrau;02.03.2026;beginn\n", record("1", "course.started", "Musterfrau"));
        sample("ende", "2;F-2;Beispiel;02.03.2026;ende\n", record("2", "course.completed", "Beispiel"));
        sample("zwei", "3;F-3;Probe;02.03.2026;beginn\n4;F-4;Test;02.03.2026;ende\n",
                record("3", "course.started", "Probe"), record("4", "course.completed", "Test"));
        failing("nicht-datum", "5;F-5;Musterfrau;31.02.2026;beginn\n", "HUB-MAP-005");
        failing("nicht-fall", "6;;Musterfrau;01.02.2026;beginn\n", "HUB-MAP-002");
        write("samples/ausgang/event.json", """
                [{"id": "7-1", "type": "measure.started", "kind": "event", "case": "K-1",
                  "fields": {"event.occurredOn": "2026-03-02"}}]
                """);
        write("samples/ausgang/expected.csv", "FALL;ART;AM;ERSETZT\r\nK-1;event;02.03.2026;\r\n");
    }

    void sample(String name, String lines, String... records) {
        write("samples/" + name + "/input.csv", HEADER + lines);
        write("samples/" + name + "/expected.json", "[" + String.join(",", records) + "]");
    }

    void failing(String name, String lines, String code) {
        write("samples/" + name + "/input.csv", HEADER + lines);
        write("samples/" + name + "/expected-problems.json", "[{\"code\": \"" + code + "\", \"record\": 1}]");
    }

    static String record(String number, String type, String name) {
        return """
                {"key": "%1$s", "case": "F-%1$s", "events": [{"type": "%2$s", "fields": {"case.number": "F-%1$s",
                 "person.names.official.family": "%3$s", "event.occurredOn": "2026-03-02"}}]}
                """.formatted(number, type, name);
    }

    void replace(String file, String what, String with) {
        try {
            String content = Files.readString(folder.resolve(file));
            if (!content.contains(what)) {
                throw new IllegalArgumentException(file + " does not contain " + what);
            }
            write(file, content.replace(what, with));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void write(String file, String content) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What the kit finds, without the results that are right. */
    List<String> findings() {
        return ConnectorKit.check(folder).stream().flatMap(result -> result.findings().stream()).toList();
    }
}
