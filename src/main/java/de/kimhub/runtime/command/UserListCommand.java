package de.kimhub.runtime.command;

import de.kimhub.operations.account.Account;
import de.kimhub.operations.account.Accounts;
import de.kimhub.operations.account.Role;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows all accounts. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Zeigt alle Konten, wofür sie sind und wie sie stehen.")
final class UserListCommand extends UserTask {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ZoneId.systemDefault());

    @Override
    int at(Accounts accounts, PrintWriter out) {
        List<Account> all = accounts.all();
        if (all.isEmpty()) {
            out.println("Es gibt noch keine Konten. Anlegen mit hub user add.");
        }
        all.forEach(account -> out.println(line(account)));
        return ExitCodes.WELL;
    }

    private static String line(Account account) {
        return account.name() + "  " + account.instance().orElse(account.signedIn().steers() ? "Lenkungsgruppe" : "Verwaltung") + "  "
                + account.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", ")) + "  " + state(account);
    }

    private static String state(Account account) {
        String last = account.signedInAt().map(at -> "zuletzt angemeldet " + MINUTE.format(at)).orElse("noch nie angemeldet");
        if (account.locked()) {
            return "gesperrt, " + last;
        }
        return account.blockedUntil().filter(until -> until.isAfter(Instant.now()))
                .map(until -> "nach falschen Passwörtern gesperrt bis " + MINUTE.format(until) + ", " + last)
                .orElse(last + (account.mustChange() ? ", erstes Passwort" : ""));
    }
}
