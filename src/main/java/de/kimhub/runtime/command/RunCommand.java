package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Secrets;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the hub until it is told to end. */
@Command(name = "run", mixinStandardHelpOptions = true, description = {
        "Startet den Hub einer Installation und lässt ihn laufen, bis er mit Strg-C oder SIGTERM beendet wird.",
        "Eine fehlerhafte Instanz wird gemeldet; die anderen laufen."})
public final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        HubHome home = HubHome.find();
        Installation installation = Installations.load(folder, home.connectors());
        installation.problems().forEach(err::println);
        if (installation.hub() == null) {
            err.println("Mit Fehlern in hub.yaml oder sharing.yaml (" + folder + ") startet der Hub nicht.");
            return ExitCodes.FAILURE;
        }
        CountDownLatch ended = new CountDownLatch(1);
        RunningHub hub = RunningHub.start(home, installation, new Secrets(installation.folder())::resolve);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            out.println("KIM-Hub wird beendet ...");
            out.flush();
            hub.close();
            ended.countDown();
        }, "hub-end"));
        report(out, installation, hub.instances().broken());
        ended.await();
        return ExitCodes.WELL;
    }

    private static void report(PrintWriter out, Installation installation, Collection<String> broken) {
        out.println("KIM-Hub ist bereit: " + installation.all().size() + " Instanzen, Daten in "
                + installation.hub().data() + ".");
        broken.forEach(way -> out.println("  gestört: " + way));
        out.flush();
    }
}
