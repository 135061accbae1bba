package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** Consents, recorded by people. */
@Command(name = "consent", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS", description = {
        "Nimmt Einwilligungen auf, die eine Person unterschrieben hat, und widerruft sie: für Stellen, deren Werkzeug das nicht",
        "selbst meldet. Es wirkt wie eine Meldung des Werkzeugs, sofort, auch während der Hub läuft."},
        subcommands = {ConsentGiveCommand.class, ConsentWithdrawCommand.class, ConsentShowCommand.class})
public final class ConsentCommand {
}
