package de.kimhub.runtime.command;

import de.kimhub.operations.account.Accounts;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Unlocks an account. */
@Command(name = "unlock", mixinStandardHelpOptions = true, description = "Entsperrt ein Konto und beendet die Wartezeit nach falschen Passwörtern.")
final class UserUnlockCommand extends UserTask {

    @Parameters(index = "1", paramLabel = "NAME", description = "Anmeldename des Kontos.")
    private String name;

    @Override
    int at(Accounts accounts, PrintWriter out) {
        accounts.unlock(name);
        out.println("Das Konto " + name + " ist entsperrt.");
        return ExitCodes.WELL;
    }
}
