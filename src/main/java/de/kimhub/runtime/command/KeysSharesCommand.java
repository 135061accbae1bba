package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** The key that wraps all others, in three shares of which two give it back. */
@Command(name = "shares", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Teilt den Hauptschlüssel auf drei Personen auf; je zwei der drei Teile geben ihn zurück, einer allein sagt "
                + "nichts. Braucht keine Datenbank; ist sie da, steht es im Protokoll.",
        subcommands = {SharesCreateCommand.class, SharesRehearseCommand.class, SharesRecoverCommand.class})
final class KeysSharesCommand {
}
