package de.kimhub.runtime.command;

import de.kimhub.message.Base32;
import de.kimhub.pseudonym.Domain;
import de.kimhub.pseudonym.Domain.Mode;
import de.kimhub.pseudonym.Epoch;
import de.kimhub.pseudonym.PseudonymDomains;
import de.kimhub.pseudonym.Rotations.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows how the keys of the domains stand. */
@Command(name = "status", mixinStandardHelpOptions = true, description = {
        "Zeigt je Domäne die Schlüssel, ihren Stand, und was fällig ist. Nur Zahlen, keine Pseudonyme.",
        "Ergebnis: 0 nichts ist zu tun, 1 etwas fehlt oder ist fällig."})
final class KeysStatusCommand extends PseudonymTask {

    @Override
    int at(Bench bench) {
        boolean well = true;
        for (Domain domain : bench.hub().bean(PseudonymDomains.class).domains()) {
            if (domain.mode() == Mode.TEMPORARY) {
                bench.out().printf("%s (%s): zufällige Token, kein Schlüssel%n", domain.name(), domain.prefix());
                continue;
            }
            List<Status> all = bench.rotations().status(domain.name());
            bench.out().printf("%s (%s): %s%n", domain.name(), domain.prefix(),
                    all.isEmpty() ? "noch kein Schlüssel; anlegen mit hub keys create" : all.size() + " Schlüssel");
            all.forEach(one -> bench.out().println("  " + line(one)));
            well &= !all.isEmpty() && all.stream().allMatch(one -> one.here() && !one.due());
        }
        return well ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private static String line(Status status) {
        Epoch epoch = status.epoch();
        String state = switch (epoch.state()) {
            case STAGED -> "vorbereitet";
            case PRIMARY -> "in Kraft seit " + day(epoch.primaryAt()) + (status.due() ? ", Wechsel ist fällig" : "");
            case GRACE -> "abgelöst, verstanden bis " + day(epoch.graceUntil()) + (status.due() ? ", Vernichten ist fällig" : "");
            case RETIRED -> "vernichtet, aber auf diesem Rechner liegt noch eine Kopie: hub keys retire";
        };
        return "Epoche " + Base32.character(epoch.no()) + ": " + state + ", " + status.people() + " Pseudonyme"
                + (epoch.compromised() ? ", als bekannt geworden gekennzeichnet" : "")
                + (status.here() ? "" : ", FEHLT auf diesem Rechner");
    }

    private static String day(Instant at) {
        return at.atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }
}
