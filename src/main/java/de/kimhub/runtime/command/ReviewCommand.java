package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.linkage.explanation.ExplanationText;
import de.kimhub.linkage.review.Reviews;
import de.kimhub.linkage.review.WaitingPair;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Possible matches that wait for a person. */
@Command(name = "review", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "[BEFEHL]", description = {
        "Zeigt die möglichen Dubletten, die auf eine Entscheidung warten: zuerst die, bei denen sich die Prüfenden",
        "nicht einig sind, dann die folgenreichsten. Die Wahrscheinlichkeit ist die von heute. Ohne Namen.",
        "Ansehen und entscheiden dürfen nur die Prüfenden, die in hub.yaml unter review: stehen.",
        "Ergebnis: 0 nichts wartet, 1 etwas wartet."},
        subcommands = {ReviewShowCommand.class, ReviewDecideCommand.class, ReviewAskCommand.class,
                ReviewLaterCommand.class, ReviewReleaseCommand.class, ReviewApartCommand.class,
                ReviewUndoCommand.class})
public final class ReviewCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--page", paramLabel = "N", description = "Seite zu je 20 Paaren. Ohne Angabe die erste.")
    private int page = 1;

    @Spec
    private CommandSpec command;

    private static final int ON_A_PAGE = 20;

    @Override
    public Integer call() {
        if (folder == null || page < 1) {
            throw new ParameterException(command.commandLine(), folder == null ? "Es fehlt: ORDNER."
                    : "Die erste Seite ist 1.");
        }
        PrintWriter out = command.commandLine().getOut();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        try (RunningHub hub = RunningHub.startIdle(HubHome.find(), installation)) {
            Reviews reviews = hub.bean(Reviews.class);
            long all = reviews.countWaiting();
            print(out, reviews.waiting(ON_A_PAGE, (page - 1L) * ON_A_PAGE), all);
            return all == 0 ? ExitCodes.WELL : ExitCodes.FINDINGS;
        } finally {
            out.flush();
        }
    }

    private void print(PrintWriter out, List<WaitingPair> pairs, long all) {
        if (all == 0) {
            out.println("Nichts wartet auf eine Entscheidung.");
            return;
        }
        out.printf("%6s  %-24s %-24s %11s %6s  %s%n", "Nummer", "Quelle", "Quelle", "Wahrsch.", "seit", "Stand");
        pairs.forEach(pair -> out.printf("%6d  %-24s %-24s %11s %6s  %s%n", pair.id(), pair.left(), pair.right(),
                ExplanationText.percent(pair.probability()), age(pair.since()), standing(pair)));
        out.printf("%nSeite %d von %d, %d %s. Ansehen: hub review show %s NUMMER --as NAME%n", page,
                (all + ON_A_PAGE - 1) / ON_A_PAGE, all, all == 1 ? "Paar wartet" : "Paare warten", folder);
    }

    private static String age(Instant since) {
        Duration age = Duration.between(since, Instant.now());
        return age.toDays() > 0 ? age.toDays() + " T" : age.toHours() > 0 ? age.toHours() + " Std"
                : Math.max(0, age.toMinutes()) + " Min";
    }

    private static String standing(WaitingPair pair) {
        String opinion = switch (pair.opinion()) {
            case FIRST -> "offen";
            case SECOND -> "zweite Meinung nötig";
            case THIRD -> "dritte Meinung nötig";
            case DIFFERING -> "Prüfende nicht einig";
        };
        return pair.heldBy() == null ? opinion : opinion + ", in Arbeit bei " + pair.heldBy();
    }
}
