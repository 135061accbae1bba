package de.kimhub.scaffold;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.connector.Connector;
import de.kimhub.connector.Descriptor;
import de.kimhub.connector.Installation;
import de.kimhub.message.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the first draft of an instance: where a tool runs in an installation. */
public final class NewInstance {

    private final Installation installation;
    private final Connector connector;
    private final Path transports;
    private final Order order;
    private final StringBuilder yaml = new StringBuilder("# yaml-language-server: $schema=../../schema/instance.json\n");

    /**
     * What is known of it.
     *
     * @param municipality AGS, or {@code null}
     * @param contact      whom to ask, or {@code null}
     */
    public record Order(String id, String transport, String municipality, String contact) {
    }

    private NewInstance(Installation installation, Connector connector, Path transports, Order order) {
        this.installation = installation;
        this.connector = connector;
        this.transports = transports;
        this.order = order;
    }

    /** @param transports folder of the kamelets */
    public static Path write(Installation installation, Connector connector, Path transports, Order order)
            throws IOException, NotDrafted {
        if (!order.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new NotDrafted(ScaffoldProblem.BAD_NAME, "Eine Instanz heißt mit Kleinbuchstaben, Ziffern und einzelnen"
                    + " Bindestrichen, zum Beispiel vhs-herford.");
        }
        Path file = installation.folder().resolve("instances").resolve(order.id() + ".yaml");
        if (Files.exists(file)) {
            throw new NotDrafted(ScaffoldProblem.EXISTS, "Die Datei " + file + " gibt es schon; überschrieben wird nichts.");
        }
        String text = new NewInstance(installation, connector, transports, order).text();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file;
    }

    private String text() throws NotDrafted {
        Descriptor descriptor = connector.descriptor();
        line("# ENTSCHEIDEN: wie heißt diese Anbindung für Menschen?");
        line("title: " + Yaml.text(descriptor.title()));
        line("connector: " + descriptor.id());
        if (order.municipality() == null) {
            line("# ENTSCHEIDEN: Amtlicher Gemeindeschlüssel (acht Stellen) oder Kreis (fünf), in Anführungszeichen");
            line("# municipality: \"05758012\"");
        } else {
            line("municipality: \"" + order.municipality().replaceAll("[^0-9]", "") + "\"");
        }
        if (order.contact() == null) {
            line("# ENTSCHEIDEN: wer ist zu fragen (Stelle, Telefon)?");
            line("# contact: \"Musterstelle, Frau Platzhalter, 05221 000000\"");
        } else {
            line("contact: " + Yaml.text(order.contact()));
        }
        line("# Testbetrieb: nur gekennzeichnete Testdaten („testdaten“ im Dateinamen), nur von und zu anderen im Testbetrieb.");
        line("# ENTSCHEIDEN: wer verantwortet es, und ist es freigegeben? Dann: mode: shadow (echte Daten, gezählt wird, was");
        line("# wohin ginge, gesendet nichts), danach mode: live. Beides braucht alle Angaben unter release.");
        line("mode: test");
        line("# release:");
        line("#   controller: \"Verantwortlicher mit Anschrift (Art. 4 Nr. 7 DSGVO)\"");
        line("#   contract: \"Zeichen des Vertrags zur Auftragsverarbeitung (Art. 28 DSGVO)\"");
        line("#   contractDate: 2026-01-31");
        line("#   officer: \"Datenschutzbeauftragte oder Datenschutzbeauftragter mit Kontakt\"");
        line("#   date: 2026-01-31      # Tag der Freigabe durch sie oder ihn");
        line("# ENTSCHEIDEN: soll verschwiegen bleiben, was vor einem Tag geschah? Dann:");
        line("# from: 2026-01-01");
        if (descriptor.receives().isPresent()) {
            endpoint("receive", "receive");
        }
        if (descriptor.delivers().isPresent()) {
            endpoint("deliver", "deliver");
        }
        if (descriptor.can(Descriptor.Capability.READS_ACKNOWLEDGEMENTS)) {
            endpoint("acknowledgements", "deliver");
        }
        rules();
        return yaml.toString();
    }

    private void endpoint(String section, String direction) throws NotDrafted {
        Path file = transports.resolve(order.transport() + "-" + direction + ".kamelet.yaml");
        ConfigNode definition = new ConfigReader(transports).read(file, new ArrayList<>())
                .flatMap(node -> node.get("spec")).flatMap(spec -> spec.get("definition"))
                .orElseThrow(() -> new NotDrafted(ScaffoldProblem.NO_TRANSPORT, "Den Übertragungsweg '" + order.transport()
                        + "' gibt es in dieser Richtung nicht: " + file + " fehlt."));
        line(section + ":");
        line("  transport: " + order.transport());
        List<String> required = definition.texts("required");
        definition.get("properties").map(ConfigNode::entries).orElse(Map.of()).forEach((name, property) -> {
            if (!name.equals("instance") && !name.equals("instanceId")) {
                parameter(name, property, required.contains(name) && property.text("default") == null);
            }
        });
    }

    private void parameter(String name, ConfigNode property, boolean required) {
        String said = property.text("title", name) + ": " + Yaml.comment(property.text("description", ""));
        if (required) {
            line("  # ENTSCHEIDEN: " + said);
            String example = "password".equals(property.text("format")) ? "secret:NAME" : property.text("example", "...");
            line("  # " + name + ": " + Yaml.text(example));
        } else {
            line("  # " + said + " Vorgabe: "
                    + (property.text("default", "").isEmpty() ? "keine" : property.text("default")));
        }
    }

    private void rules() {
        String authority = connector.descriptor().authority();
        List<String> tells = codes(connector.translator().receives());
        List<String> takes = codes(connector.translator().delivers());
        List<String> unheard = new ArrayList<>(tells);
        List<String> untold = new ArrayList<>(takes);
        for (ConfigNode rule : installation.sharing().flatMap(file -> file.get("rules")).map(ConfigNode::items)
                .orElse(List.of())) {
            List<String> parties = List.of(authority, "instance:" + order.id());
            if (rule.texts("from").stream().anyMatch(parties::contains)) {
                unheard.removeAll(rule.texts("events"));
            }
            if (rule.texts("to").stream().anyMatch(parties::contains)) {
                untold.removeAll(rule.texts("events"));
            }
        }
        line("# Freigaberegeln (sharing.yaml): ohne Regel wird nichts weitergegeben.");
        if (unheard.isEmpty() && untold.isEmpty()) {
            line("# Für alle Ereignisse dieses Konnektors nennt schon eine Regel diese Art von Stelle.");
        }
        if (!unheard.isEmpty()) {
            line("# ENTSCHEIDEN: wer darf diese Ereignisse von hier haben? Bisher nennt sie keine Regel:");
            proposal(order.id() + "-an-...", authority, "...", unheard);
        }
        if (!untold.isEmpty()) {
            line("# ENTSCHEIDEN: darf diese Stelle das haben? Annehmen kann sie es, bisher gibt es ihr keine Regel:");
            proposal("...-an-" + order.id(), "...", authority, untold);
        }
    }

    private void proposal(String id, String from, String to, List<String> events) {
        line("#   - id: " + id);
        line("#     from: " + from);
        line("#     to: " + to);
        line("#     events: [" + String.join(", ", events) + "]");
        line("#     fields: [event.occurredOn, ...]");
        line("#     purpose: case-management");
        line("#     legalBasis: ...");
        line("#     consent: required");
        line("#     retention: P1Y");
    }

    private static List<String> codes(java.util.Collection<EventType> types) {
        return types.stream().map(EventType::code).sorted().collect(Collectors.toList());
    }

    /** Lines of the file that are left to people, as {@code file:line: text}. */
    public static List<String> marks(Path file) throws IOException {
        List<String> marks = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf("ENTSCHEIDEN:");
            if (at >= 0) {
                marks.add(file + ":" + (i + 1) + ": " + lines.get(i).substring(at + "ENTSCHEIDEN: ".length()));
            }
        }
        return marks;
    }

    /** The transport that the file formats of the connector ask for. */
    public static String usualTransport(Connector connector, Path transports) {
        Optional<String> format = new ConfigReader(transports).read(connector.folder().resolve("connector.yaml"),
                        new ArrayList<>())
                .flatMap(node -> node.get("receive").or(() -> node.get("deliver"))).flatMap(part -> part.get("format"))
                .map(node -> node.text("type"));
        return format.filter("rows"::equals).isPresent() ? "jdbc" : "file";
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
