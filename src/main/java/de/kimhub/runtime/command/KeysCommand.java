package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** The keys of the pseudonym domains, and the key that wraps all keys. */
@Command(name = "keys", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Legt Schlüssel der Pseudonym-Domänen an, wechselt und vernichtet sie; zeigt, was sich an Pseudonymen geändert hat; "
                + "teilt den Hauptschlüssel auf.",
        subcommands = {KeysStatusCommand.class, KeysCreateCommand.class, KeysRotateCommand.class, KeysRetireCommand.class,
                KeysChangesCommand.class, KeysSharesCommand.class})
public final class KeysCommand {
}
