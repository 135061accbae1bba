package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** Who is the same person. */
@Command(name = "link", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Sagt, welche Angaben dieselbe Person meinen, und berichtigt es.",
        subcommands = {LinkEvaluateCommand.class, LinkExplainCommand.class, LinkPartCommand.class,
                LinkUndoCommand.class, LinkMovedCommand.class})
public final class LinkCommand {
}
