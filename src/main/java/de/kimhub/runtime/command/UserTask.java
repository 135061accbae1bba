package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.operations.account.AccountRefused;
import de.kimhub.operations.account.Accounts;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the steps with accounts have in common. The hub may run meanwhile. */
abstract class UserTask implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Spec
    private CommandSpec command;

    private Workplace workplace = UserTask::atHubOfItsOwn;

    /** A hub at rest, for as long as a step takes. */
    @FunctionalInterface
    interface Workplace {

        int take(Installation installation, ToIntFunction<RunningHub> step);
    }

    /** For several steps at one hub. */
    final void at(Workplace other) {
        workplace = other;
    }

    abstract int at(Accounts accounts, PrintWriter out);

    @Override
    public final Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        try {
            return workplace.take(installation, hub -> at(hub.bean(Accounts.class), out));
        } catch (AccountRefused refused) {
            command.commandLine().getErr().println(refused.getMessage());
            return ExitCodes.FAILURE;
        } finally {
            out.flush();
        }
    }

    static void printPassword(PrintWriter out, String password) {
        out.println("Passwort: " + password);
        out.println("Es steht nur hier und wird nirgends gespeichert. Geben Sie es auf sicherem Weg weiter; bei der ersten "
                + "Anmeldung muss es geändert werden.");
    }

    private static int atHubOfItsOwn(Installation installation, ToIntFunction<RunningHub> step) {
        try (RunningHub hub = RunningHub.startIdle(HubHome.find(), installation)) {
            return step.applyAsInt(hub);
        }
    }
}
