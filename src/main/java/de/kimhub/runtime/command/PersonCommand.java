package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** What is held of one person. */
@Command(name = "person", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Rechte einer Person: Auskunft, Berichtigung, Löschung.",
        subcommands = {PersonReportCommand.class, PersonRecipientsCommand.class, PersonEraseCommand.class,
                PersonErasedCommand.class})
public final class PersonCommand {
}
