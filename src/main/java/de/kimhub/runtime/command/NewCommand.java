package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** Writes first drafts. */
@Command(name = "new", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Schreibt einen ersten Entwurf, den Menschen fertig machen.",
        subcommands = {NewConnectorCommand.class, NewInstanceCommand.class})
public final class NewCommand {
}
