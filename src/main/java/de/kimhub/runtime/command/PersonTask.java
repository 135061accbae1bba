package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the steps for a person's rights have in common. The hub may run meanwhile. */
abstract class PersonTask implements Callable<Integer> {

    static final String UNKNOWN = "Der Hub hat keine solche Akte. Von wem nichts weitergegeben werden darf, hält er nur Prüfzahlen, "
            + "aus denen sich nichts ablesen lässt.";

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--as", paramLabel = "NAME", required = true, description = "Wer handelt; steht im Protokoll.")
    private String by;

    @Spec
    private CommandSpec command;

    abstract int at(RunningHub hub, String by, PrintWriter out) throws IOException;

    CommandSpec command() {
        return command;
    }

    @Override
    public Integer call() throws IOException {
        HubHome home = HubHome.find();
        Installation installation = InstallationFolder.load(home, folder, command.commandLine().getErr());
        PrintWriter out = command.commandLine().getOut();
        try (RunningHub hub = RunningHub.startIdle(home, installation)) {
            return at(hub, by, out);
        } finally {
            out.flush();
        }
    }
}
