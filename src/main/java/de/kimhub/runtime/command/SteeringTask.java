package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.message.Problem;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import de.kimhub.steering.catalogue.SettingsFile;
import de.kimhub.steering.feed.FeedRefused;
import de.kimhub.steering.release.ReleaseRefused;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the steps with releases and their feeds have in common. The hub may run meanwhile. */
abstract class SteeringTask implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Spec
    private CommandSpec command;

    abstract int at(RunningHub hub, PrintWriter out);

    @Override
    public final Integer call() {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, err);
        List<Problem> problems = new ArrayList<>();
        SettingsFile.load(folder, problems);
        problems.forEach(err::println);
        try (RunningHub hub = RunningHub.startIdle(HubHome.find(), installation)) {
            return at(hub, out);
        } catch (ReleaseRefused | FeedRefused refused) {
            err.println(refused.getMessage());
            return ExitCodes.FAILURE;
        } finally {
            out.flush();
        }
    }
}
