package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** What an installation does with personal data, for data protection officers. */
@Command(name = "report", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Berichte für Datenschutzbeauftragte, aus der Konfiguration einer Installation. Ohne Angaben zu Personen.",
        subcommands = {ProcessingRegisterCommand.class, ImpactAssessmentCommand.class})
public final class ReportCommand {
}
