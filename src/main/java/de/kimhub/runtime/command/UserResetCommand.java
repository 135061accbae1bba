package de.kimhub.runtime.command;

import de.kimhub.operations.account.Accounts;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives an account a new password. */
@Command(name = "reset", mixinStandardHelpOptions = true, description = "Setzt das Passwort zurück und zeigt das neue einmal; wer angemeldet ist, wird abgemeldet.")
final class UserResetCommand extends UserTask {

    @Parameters(index = "1", paramLabel = "NAME", description = "Anmeldename des Kontos.")
    private String name;

    @Override
    int at(Accounts accounts, PrintWriter out) {
        String password = accounts.reset(name);
        out.println("Das Passwort des Kontos " + name + " ist zurückgesetzt.");
        printPassword(out, password);
        return ExitCodes.WELL;
    }
}
