package de.kimhub.runtime.demo;

import de.kimhub.connector.HubConfiguration.Web;
import de.kimhub.connector.Installation;
import de.kimhub.operations.account.Account;
import de.kimhub.operations.account.Accounts;
import de.kimhub.operations.account.Role;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The demo's pages: on a free port of this machine, with an account for some of its instances. */
final class DemoPages {

    private static final List<String> INSTANCES = List.of("awo-buende", "fluechtlingshilfe-spenge", "jobcenter-herford");

    private DemoPages() {
    }

    static Installation on(Installation installation) {
        return installation.withHub(installation.hub().with(new Web(0, Web.LOCAL, Web.UPLOAD_MEGABYTES,
                "Dies ist die Demo: Namen und Passwörter stehen auf dem Terminal, auf dem sie gestartet wurde.")));
    }

    /** With a new first password at each start. */
    static void say(RunningHub hub, PrintWriter out) {
        hub.pages().ifPresent(address -> {
            out.printf("  Seiten der Stellen          %s%n", address);
            INSTANCES.forEach(id -> out.printf("    Konto %-24s  %s%n", id, password(hub.bean(Accounts.class), id, Optional.of(id),
                    Role.OF_AN_INSTANCE)));
            out.printf("  Zahlen der Lenkungsgruppe   %slenkungsgruppe%n", address);
            Role.OF_THE_STEERING_GROUP.stream().sorted().forEach(role -> out.printf("    Konto %-24s  %s%n", role.code(),
                    password(hub.bean(Accounts.class), role.code(), Optional.empty(), Set.of(role))));
        });
    }

    private static String password(Accounts accounts, String name, Optional<String> instance, Set<Role> roles) {
        boolean known = accounts.all().stream().map(Account::name).anyMatch(name::equals);
        return known ? accounts.reset(name) : accounts.add(name, instance, roles);
    }
}
