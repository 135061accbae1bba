package de.kimhub.translation;

import java.nio.charset.StandardCharsets;

/** A connector for a made-up standard with two releases, and documents of it. */
final class XmlConnectors {

    static final String NEW = "urn:beispiel:melder:2611";
    static final String OLD = "urn:beispiel:melder:2605";

    static final String FORMAT = """
            receive:
              delivery: events
              format:
                type: xml
                namespaces:
                  m: {"26.11": "urn:beispiel:melder:2611", "26.05": "urn:beispiel:melder:2605"}
                records: ["m:Meldung.1", "m:Meldung.2"]
                collection: m:sammlung
                maxRecordLength: 3000
                unusedColumns: ["kopf/*", "//@listVersionID", "@version"]
            """;

    static final String RECEIVE = """
            record:
              key: [nachricht/uuid]
              replaces: [nachricht/ersetzt]
              sameKey: refuse
              test: {column: "@test", is: filled}
            fields:
              case.number: {firstOf: ["m:zeichen/az", "m:zeichen/m:az"], required: true}
              person.nationalities: {from: "m:person/m:staat/code", codelist: staatsangehoerigkeit}
              person.names.official.family: {from: "m:person/m:name/nach", as: name}
              person.names.official.given: {from: "m:person/m:name/vor", as: name}
              person.notes: {from: "m:bemerkung[last()]"}
              event.occurredOn: {from: nachricht/am, required: true}
            events:
              - type: case.opened
                when: {column: "name()", equals: "m:Meldung.1"}
              - type: case.closed
                when: {all: [{column: "name()", equals: "m:Meldung.2"}, {column: "m:grund", equals: ende}]}
            """;

    private XmlConnectors() {
    }

    static Translator translator() {
        return Connectors.receiving(FORMAT, receive());
    }

    static String receive() {
        return RECEIVE.replace("  person.notes: {from: \"m:bemerkung[last()]\"}\n", "");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String message(int number) {
        return message(number, "");
    }

    /** @param more elements at its end */
    static String message(int number, String more) {
        return "<m:Meldung.1 version=\"1\"><nachricht><uuid>u-" + number + "</uuid><am>2026-02-0" + (number % 9 + 1)
                + "</am></nachricht><m:zeichen><az>A-" + number + "</az></m:zeichen><m:person><m:name><vor>Rânîa</vor>"
                + "<nach>Šahīn-Müller</nach></m:name></m:person>" + more + "</m:Meldung.1>";
    }

    static String single(String message, String namespace) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- erfunden: Größe -->\n"
                + message.replaceFirst(" version", " xmlns:m=\"" + namespace + "\" version");
    }

    static String collection(String... messages) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<m:sammlung xmlns:m=\"" + NEW + "\"\n  art=\"täglich\">\n  "
                + String.join("\n  ", messages) + "\n</m:sammlung>\n";
    }
}
