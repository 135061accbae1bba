package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.keys.KeyFailure;
import de.kimhub.message.Problem;
import de.kimhub.privacy.AuditLog;
import de.kimhub.pseudonym.DomainsFile;
import de.kimhub.pseudonym.PseudonymRefused;
import de.kimhub.pseudonym.Rotations;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the steps with keys and pseudonyms have in common. The hub may run meanwhile. */
abstract class PseudonymTask implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Spec
    private CommandSpec command;

    private Workplace workplace = PseudonymTask::atHubOfItsOwn;

    /** A hub at rest, for as long as a step takes. */
    @FunctionalInterface
    interface Workplace {

        int take(Installation installation, ToIntFunction<RunningHub> step);
    }

    /** For several steps at one hub. */
    final void at(Workplace other) {
        workplace = other;
    }

    /** A hub at rest, and what the step works with. */
    record Bench(RunningHub hub, PrintWriter out) {

        Rotations rotations() {
            return hub.bean(Rotations.class);
        }

        void count(String action, String domain, int count) {
            hub.bean(AuditLog.class).add("administrator", action, "pseudonym domain " + domain, count, null);
        }

        void audit(String action, String domain, int epoch) {
            hub.bean(AuditLog.class).add("administrator", action, "pseudonym domain " + domain + ", epoch " + epoch, 1, null);
        }
    }

    abstract int at(Bench bench);

    @Override
    public final Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        List<Problem> problems = new ArrayList<>();
        DomainsFile.load(folder, problems);
        problems.forEach(command.commandLine().getErr()::println);
        try {
            return workplace.take(installation, hub -> at(new Bench(hub, out)));
        } catch (PseudonymRefused | KeyFailure refused) {
            command.commandLine().getErr().println(refused.getMessage());
            return ExitCodes.FAILURE;
        } finally {
            out.flush();
        }
    }

    private static int atHubOfItsOwn(Installation installation, ToIntFunction<RunningHub> step) {
        try (RunningHub hub = RunningHub.startIdle(HubHome.find(), installation)) {
            return step.applyAsInt(hub);
        }
    }
}
