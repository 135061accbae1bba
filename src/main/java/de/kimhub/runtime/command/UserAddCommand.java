package de.kimhub.runtime.command;

import de.kimhub.operations.account.AccountProblem;
import de.kimhub.operations.account.AccountRefused;
import de.kimhub.operations.account.Accounts;
import de.kimhub.operations.account.Role;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an account. */
@Command(name = "add", mixinStandardHelpOptions = true, description = {
        "Legt ein Konto an und zeigt sein erstes Passwort einmal.",
        "Ein Konto gehört einer Person; sie sieht auf den Seiten nur, was ihre Stelle betrifft."})
final class UserAddCommand extends UserTask {

    @Parameters(index = "1", paramLabel = "NAME", description = "Anmeldename: Kleinbuchstaben, Ziffern, . - _ @")
    private String name;

    @ArgGroup(multiplicity = "1")
    private Whose whose;

    @Option(names = "--may", paramLabel = "WAS", split = ",", description = "Wofür: dateien, meldungen, einwilligung, durch "
            + "Komma getrennt. Ohne Angabe alles. Mit --steering: lenkungsgruppe, ki-koordination.")
    private List<String> may;

    static final class Whose {

        @Option(names = "--instance", paramLabel = "INSTANZ", description = "Für die Leute welcher Instanz.")
        private String instance;

        @Option(names = "--administrator", description = "Für die Verwaltung des Hubs; sieht nichts von einer Stelle.")
        private boolean administrator;

        @Option(names = "--steering", description = "Für die Lenkungsgruppe; mit --may ki-koordination für das Kommunale "
                + "Integrationszentrum, das die Hürden pflegt.")
        private boolean steering;
    }

    @Override
    int at(Accounts accounts, PrintWriter out) {
        String password = accounts.add(name, Optional.ofNullable(whose.instance), roles());
        out.println("Das Konto " + name + " ist angelegt.");
        printPassword(out, password);
        return ExitCodes.WELL;
    }

    private Set<Role> roles() {
        if (may == null) {
            return whose.administrator ? Set.of(Role.VERWALTUNG) : whose.steering ? Set.of(Role.LENKUNGSGRUPPE)
                    : Role.OF_AN_INSTANCE;
        }
        return may.stream().map(code -> Role.find(code).orElseThrow(() -> new AccountRefused(AccountProblem.WRONG_ROLE)))
                .collect(Collectors.toSet());
    }
}
