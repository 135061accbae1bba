package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Secrets;
import de.kimhub.keys.KeyFailure;
import de.kimhub.keys.KeyShares;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the steps with the shares of the main key have in common: they need the key folder only. */
abstract class SharesTask implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Spec
    private CommandSpec command;

    /** @param installation name of the installation */
    abstract void with(KeyShares shares, String installation, PrintWriter out) throws IOException;

    @Override
    public final Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        try {
            with(RunningHub.keyFolder(installation.hub(), new Secrets(installation.folder())::resolve).shares(),
                    installation.name(), out);
            return ExitCodes.WELL;
        } catch (KeyFailure refused) {
            command.commandLine().getErr().println(refused.getMessage());
            return ExitCodes.FAILURE;
        } finally {
            out.flush();
        }
    }
}
