package de.kimhub.runtime;

import de.kimhub.runtime.bench.BenchCommand;
import de.kimhub.runtime.chaos.ChaosCommand;
import de.kimhub.runtime.command.AcceptCommand;
import de.kimhub.runtime.command.AuditCommand;
import de.kimhub.runtime.command.CheckCommand;
import de.kimhub.runtime.command.ConsentCommand;
import de.kimhub.runtime.command.ExitCodes;
import de.kimhub.runtime.command.ExplainCommand;
import de.kimhub.runtime.command.GermanHelp;
import de.kimhub.runtime.command.IncidentCommand;
import de.kimhub.runtime.command.KeysCommand;
import de.kimhub.runtime.command.LinkCommand;
import de.kimhub.runtime.command.NewCommand;
import de.kimhub.runtime.command.PersonCommand;
import de.kimhub.runtime.command.PlanCommand;
import de.kimhub.runtime.command.ReidentifyCommand;
import de.kimhub.runtime.command.ReplayCommand;
import de.kimhub.runtime.command.ReportCommand;
import de.kimhub.runtime.command.RetentionCommand;
import de.kimhub.runtime.command.ReviewCommand;
import de.kimhub.runtime.command.RunCommand;
import de.kimhub.runtime.command.ShadowCommand;
import de.kimhub.runtime.command.StatusCommand;
import de.kimhub.runtime.command.SteeringCommand;
import de.kimhub.runtime.command.TasksCommand;
import de.kimhub.runtime.command.TryCommand;
import de.kimhub.runtime.command.UserCommand;
import de.kimhub.runtime.demo.DemoCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine;

/** Entry point of the command line: {@code hub <command>}. */
@Command(name = "hub", mixinStandardHelpOptions = true, versionProvider = ProductVersion.class,
        synopsisSubcommandLabel = "BEFEHL",
        description = "KIM-Hub verbindet die Fachverfahren der Stellen, die im Kommunalen Integrationsmanagement "
                + "zusammenarbeiten.",
        footer = {"", "Hilfe zu einem Befehl: hub BEFEHL --help",
                "Ergebnis: 0 in Ordnung, 1 Befunde, 2 falscher Aufruf, 3 Fehler."},
        subcommands = {DemoCommand.class, RunCommand.class, CheckCommand.class, TryCommand.class,
                NewCommand.class, AcceptCommand.class, PlanCommand.class, StatusCommand.class, ShadowCommand.class,
                ReplayCommand.class, ReviewCommand.class, LinkCommand.class, ConsentCommand.class, ExplainCommand.class,
                PersonCommand.class, TasksCommand.class, IncidentCommand.class, RetentionCommand.class, ReportCommand.class,
                AuditCommand.class, UserCommand.class,
                KeysCommand.class, ReidentifyCommand.class, SteeringCommand.class, ChaosCommand.class, BenchCommand.class})
public final class KimHub {

    public static void main(String[] args) {
        QuietSolver.load();
        System.exit(commandLine().execute(args));
    }

    /** With the exit codes of all commands. */
    public static CommandLine commandLine() {
        return GermanHelp.of(new CommandLine(new KimHub()))
                .setExecutionExceptionHandler(new ExitCodes())
                .setParameterExceptionHandler(new ExitCodes())
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(true);
    }
}
