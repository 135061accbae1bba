package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** Who did what, and the proof that the log of it is whole. */
@Command(name = "audit", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Zeigt das Protokoll und beweist, dass nichts darin geändert wurde.",
        subcommands = {AuditVerifyCommand.class, AuditShowCommand.class})
public final class AuditCommand {
}
