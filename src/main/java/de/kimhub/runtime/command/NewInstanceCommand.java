package de.kimhub.runtime.command;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.message.Problem;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RuntimeProblem;
import de.kimhub.scaffold.NewInstance;
import de.kimhub.scaffold.NotDrafted;
import de.kimhub.scaffold.ScaffoldProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts an instance. */
@Command(name = "instance", mixinStandardHelpOptions = true, description = {
        "Schreibt den Entwurf einer Anbindung: config/<x>/instances/<name>.yaml. Sie beginnt im Testbetrieb (mode: test).",
        "Was noch zu entscheiden ist, steht in der Datei und wird ausgegeben; auch, welche Freigaberegeln fehlen."})
public final class NewInstanceCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "NAME", description = "Name der Anbindung, z. B. vhs-herford.")
    private String id;

    @Option(names = "--connector", paramLabel = "KONNEKTOR", required = true, description = "Name des Konnektors.")
    private String connector;

    @Option(names = "--transport", paramLabel = "WEG", description = "Übertragungsweg, z. B. file oder jdbc. Vorgabe: was"
            + " zum Format des Konnektors passt.")
    private String transport;

    @Option(names = "--municipality", paramLabel = "AGS", description = "Amtlicher Gemeindeschlüssel.")
    private String municipality;

    @Option(names = "--contact", paramLabel = "TEXT", description = "Wer zu fragen ist: Stelle, Telefon.")
    private String contact;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(folder.resolve("hub.yaml"))) {
            throw new HubFailure(RuntimeProblem.INSTALLATION, "In " + folder + " ist keine Installation: hub.yaml fehlt.");
        }
        HubHome home = HubHome.find();
        Installation installation = Installations.load(folder, home.connectors());
        List<Problem> problems = new ArrayList<>();
        Connectors connectors = Installations.connectors(folder, home.connectors(), problems);
        Connector loaded = connectors.find(connector).orElseThrow(() -> new HubFailure(ScaffoldProblem.NO_CONNECTOR,
                "Einen Konnektor '" + connector + "' ohne Fehler gibt es nicht. Es gibt: "
                        + String.join(", ", connectors.ids()) + "."));
        try {
            Path file = NewInstance.write(installation, loaded, home.transports(), new NewInstance.Order(id,
                    transport == null ? NewInstance.usualTransport(loaded, home.transports()) : transport, municipality,
                    contact));
            print(file);
        } catch (NotDrafted reason) {
            throw new HubFailure(reason.code(), reason.getMessage());
        }
        return ExitCodes.WELL;
    }

    private void print(Path file) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        out.println("Geschrieben: " + file);
        out.println("Zu entscheiden:");
        NewInstance.marks(file).forEach(mark -> out.println("  " + mark));
        out.println("Danach: ./hub check " + folder + " --connect probiert, ob alles erreichbar ist;");
        out.println("        ./hub plan " + folder + " zeigt, was sich ändert und wer was neu bekommt.");
        out.flush();
    }
}
