package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** Figures for the steering group. */
@Command(name = "steering", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Zahlen für die Lenkungsgruppe.", subcommands = {SteeringTokenCommand.class})
public final class SteeringCommand {
}
