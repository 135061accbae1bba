package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Secrets;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import de.kimhub.steering.feed.FeedRefused;
import de.kimhub.steering.feed.FeedTokens;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the steps with tokens have in common. The hub may run meanwhile. */
abstract class TokenTask implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Spec
    private CommandSpec command;

    abstract void at(FeedTokens tokens, PrintWriter out);

    @Override
    public final Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        try (RunningHub hub = RunningHub.startIdle(HubHome.find(), installation, new Secrets(installation.folder())::resolve)) {
            at(new FeedTokens(hub.bean(JdbcClient.class)), out);
            return ExitCodes.WELL;
        } catch (FeedRefused refused) {
            command.commandLine().getErr().println(refused.getMessage());
            return ExitCodes.FAILURE;
        } finally {
            out.flush();
        }
    }
}
