package de.kimhub.runtime.command;

import picocli.CommandLine.Command;

/** Accounts of the pages. */
@Command(name = "user", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WAS",
        description = "Legt Konten für die Seiten des Hubs an, zeigt, sperrt, entsperrt und löscht sie und setzt Passwörter zurück.",
        subcommands = {UserAddCommand.class, UserListCommand.class, UserLockCommand.class, UserUnlockCommand.class,
                UserResetCommand.class, UserRemoveCommand.class})
public final class UserCommand {
}
