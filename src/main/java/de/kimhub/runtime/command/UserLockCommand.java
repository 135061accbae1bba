package de.kimhub.runtime.command;

import de.kimhub.operations.account.Accounts;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Locks an account. */
@Command(name = "lock", mixinStandardHelpOptions = true, description = "Sperrt ein Konto; wer damit angemeldet ist, wird abgemeldet.")
final class UserLockCommand extends UserTask {

    @Parameters(index = "1", paramLabel = "NAME", description = "Anmeldename des Kontos.")
    private String name;

    @Override
    int at(Accounts accounts, PrintWriter out) {
        accounts.lock(name);
        out.println("Das Konto " + name + " ist gesperrt.");
        return ExitCodes.WELL;
    }
}
