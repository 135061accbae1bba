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
            INSTANCES.forEach(id -> out.printf("    Konto %-24s  %s%n", id, password(hub.bean(Accounts.class), id)));
        });
    }

    private static String password(Accounts accounts, String id) {
        boolean known = accounts.all().stream().map(Account::name).anyMatch(id::equals);
        return known ? accounts.reset(id) : accounts.add(id, Optional.of(id), Role.OF_AN_INSTANCE);
    }
}
