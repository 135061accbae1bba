package de.kimhub.kit;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.connector.Descriptor;
import de.kimhub.message.EventType;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue {@code docs/connectors.md}, made from the folders. */
final class ConnectorTable {

    private static final String HEAD = """
            # Connectors

            Generated from the folders in `connectors/`. After a change:
            `mvn test -Dtest=ConnectorTableTest -Dregenerate=true`.

            How a connector gives: `snapshot` is the whole stock again and again, `events` are single events. What makes
            repeated sending harmless: `ledger` is a receipt in the same step, `key` means that the tool knows our id;
            `none` means **at least once**: after a crash the tool may get something twice. Interim: the true format is not
            public, this one is our own.

            | Connector | Title | Body | Receives | Delivers | Idempotence | Capabilities | Interim |
            |---|---|---|---|---|---|---|---|
            """;

    private ConnectorTable() {
    }

    static String of(Connectors connectors) {
        StringBuilder text = new StringBuilder(HEAD);
        connectors.all().forEach(connector -> text.append(row(connector)));
        text.append("\n## Events\n\n| Connector | The hub takes | The hub gives |\n|---|---|---|\n");
        connectors.all().forEach(connector -> text.append("| ").append(link(connector)).append(" | ")
                .append(events(connector.translator().receives())).append(" | ")
                .append(events(connector.translator().delivers())).append(" |\n"));
        return text.toString();
    }

    private static String row(Connector connector) {
        Descriptor descriptor = connector.descriptor();
        return "| " + String.join(" | ", link(connector), descriptor.title(), descriptor.authority(),
                descriptor.receives().map(receives -> word(receives.delivery())).orElse("-"),
                descriptor.delivers().isPresent() ? "yes" : "-",
                descriptor.delivers().map(delivers -> word(delivers.idempotence())).orElse("-"),
                descriptor.capabilities().isEmpty() ? "-" : descriptor.capabilities().stream().sorted()
                        .map(ConnectorTable::word).collect(Collectors.joining(", ")),
                descriptor.interim() ? "**interim**" : "-") + " |\n";
    }

    private static String link(Connector connector) {
        return "[" + connector.id() + "](../connectors/" + connector.id() + "/README.md)";
    }

    private static String events(Collection<EventType> types) {
        return types.isEmpty() ? "-" : types.stream().sorted().map(type -> "`" + type.code() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
