package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** Tokens of programs that fetch feeds. */
@Command(name = "token", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Zugriffstoken für Programme, die Feeds der Lenkungsgruppe abrufen: anlegen, zeigen, löschen.",
        subcommands = {SteeringTokenAddCommand.class, SteeringTokenListCommand.class, SteeringTokenRemoveCommand.class})
final class SteeringTokenCommand {
}
