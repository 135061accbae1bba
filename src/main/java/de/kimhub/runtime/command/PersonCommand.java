package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** What is held of one person. */
@Command(name = "person", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Auskunft an eine Person über das, was von ihr gespeichert ist.",
        subcommands = PersonReportCommand.class)
public final class PersonCommand {
}
