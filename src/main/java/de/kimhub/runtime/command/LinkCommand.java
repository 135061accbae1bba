package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** Who is the same person. */
@Command(name = "link", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Fragt, welche Angaben dieselbe Person meinen.",
        subcommands = {LinkEvaluateCommand.class, LinkExplainCommand.class, LinkMovedCommand.class})
public final class LinkCommand {
}
