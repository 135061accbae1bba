package de.kimhub.runtime.command;

import de.kimhub.operations.account.Accounts;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes an account. */
@Command(name = "remove", mixinStandardHelpOptions = true,
        description = "Löscht ein Konto; wer damit angemeldet ist, wird abgemeldet. Was damit getan wurde, bleibt im Protokoll.")
final class UserRemoveCommand extends UserTask {

    @Parameters(index = "1", paramLabel = "NAME", description = "Anmeldename des Kontos.")
    private String name;

    @Override
    int at(Accounts accounts, PrintWriter out) {
        accounts.remove(name);
        out.println("Das Konto " + name + " ist gelöscht.");
        return ExitCodes.WELL;
    }
}
