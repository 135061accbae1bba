package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.review.ReviewRefused;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the steps of a reviewer have in common. The hub may run meanwhile. */
abstract class ReviewTask implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--as", paramLabel = "NAME", required = true,
            description = "Wer prüft; der Name steht in hub.yaml unter review: reviewers:.")
    private String reviewer;

    @Spec
    private CommandSpec command;

    /** A hub at rest, and what the step works with. */
    record Desk(RunningHub hub, Installation installation, String reviewer, PrintWriter out) {

        /** Title of an instance, or its id when its file is gone. */
        String title(String instance) {
            return ExplanationPrint.title(installation, instance);
        }

        String askFor(String source, String fileNumber) {
            String contact = installation.instance(source).map(Instance::contact).orElse("");
            return "Fragen Sie " + title(source) + (contact.isEmpty() ? "" : " (" + contact + ")") + " nach deren Akte "
                    + fileNumber + ". Nennen Sie dabei nichts aus der anderen Akte.";
        }

        void printUndone(Linked linked) {
            int moved = linked.moves().size();
            out.println("Zurückgenommen. " + (moved == 0 ? "Keine Akte wechselt dadurch die Person."
                    : moved == 1 ? "Eine Akte gehört wieder zu ihrer früheren Person."
                    : moved + " Akten gehören wieder zu ihrer früheren Person."));
            printEvent(linked.event(), moved);
        }

        /**
         * @param event number of a link event, or 0 when there is none
         * @param moved how many files belong to another person by it
         */
        void printEvent(long event, int moved) {
            if (event != 0) {
                out.println("Vorgang " + event + "." + (moved == 0 ? ""
                        : " Was wem unter der falschen Person gegeben wurde, zeigt hub link moved."));
            }
        }
    }

    abstract int at(Desk desk);

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        try (RunningHub hub = RunningHub.startIdle(HubHome.find(), installation)) {
            return at(new Desk(hub, installation, reviewer, out));
        } catch (ReviewRefused refused) {
            command.commandLine().getErr().println(refused.getMessage());
            return ExitCodes.FAILURE;
        } finally {
            out.flush();
        }
    }
}
