package de.kimhub.runtime.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Destroys the oldest replaced key of a domain. */
@Command(name = "retire", mixinStandardHelpOptions = true, description = {
        "Vernichtet den ältesten abgelösten Schlüssel einer Domäne, wenn die Übergangsfrist um ist und die Zuordnung vollständig "
                + "ist und zu ihrer Prüfsumme passt. Danach versteht der Hub seine Pseudonyme nicht mehr.",
        "Ergebnis: 0 vernichtet, 3 nicht möglich."})
final class KeysRetireCommand extends PseudonymTask {

    @Parameters(index = "1", paramLabel = "DOMÄNE", description = "Name aus pseudonym-domains.yaml.")
    private String domain;

    @Override
    int at(Bench bench) {
        int epoch = bench.rotations().retire(domain);
        bench.audit("key destroyed", domain, epoch);
        bench.out().println("Vernichtet: Epoche " + epoch + ". Auf jedem weiteren Rechner hub keys retire wiederholen, und "
                + "keys/pseudonyms/" + domain + "/" + epoch + ".json auch aus den Sicherungen löschen. Laufende Hubs neu "
                + "starten: Bis dahin haben sie den Schlüssel noch im Speicher.");
        return ExitCodes.WELL;
    }
}
