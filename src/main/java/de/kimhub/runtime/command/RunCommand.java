package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Secrets;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        Installation installation = InstallationFolder.load(home, folder, err);
        CompletableFuture<RunningHub> started = new CompletableFuture<>();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end(started, out);
            ended.countDown();
        }, "hub-end"));
        try {
            started.complete(RunningHub.start(home, installation, new Secrets(installation.folder())::resolve));
        } catch (RuntimeException e) {
            started.completeExceptionally(e);
            throw e;
        }
        if (started.join().joined()) {
            out.println("Auf diesem Datenordner läuft schon ein Hub. Dieser arbeitet mit, in dessen Datenbank, und muss "
                    + "vor ihm beendet werden.");
        }
        report(out, installation, started.join().instances().broken());
        started.join().pages().ifPresent(address -> out.println("Seiten: " + address));
        out.flush();
        started.join().watch(line -> {
            out.println(line);
            out.flush();
        });
        ended.await();
        return ExitCodes.WELL;
    }

    /** Also of a hub that is still starting: its database must not be left behind. */
    private static void end(CompletableFuture<RunningHub> started, PrintWriter out) {
        try {
            RunningHub hub = started.get(1, TimeUnit.MINUTES);
            out.println("KIM-Hub wird beendet ...");
            out.flush();
            hub.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            out.println("KIM-Hub wurde nicht fertig gestartet.");
        }
    }

    private static void report(PrintWriter out, Installation installation, Collection<String> broken) {
        out.println("KIM-Hub ist bereit. Instanzen: " + installation.all().size() + ". Daten in "
                + installation.hub().data() + ".");
        broken.forEach(way -> out.println("  gestört: " + way));
        out.flush();
    }
}
