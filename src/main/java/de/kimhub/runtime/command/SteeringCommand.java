package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** Figures for the steering group. */
@Command(name = "steering", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Veröffentlicht Zahlen für die Lenkungsgruppe und prüft, dass sie niemanden verraten.",
        subcommands = {SteeringReleaseCommand.class, SteeringVerifyCommand.class, SteeringReleasesCommand.class,
                SteeringAuditCommand.class, SteeringProtectCommand.class})
public final class SteeringCommand {
}
