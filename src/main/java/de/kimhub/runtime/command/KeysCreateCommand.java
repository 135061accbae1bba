package de.kimhub.runtime.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes the first key of a domain. */
@Command(name = "create", mixinStandardHelpOptions = true, description = {
        "Legt den ersten Schlüssel einer Domäne an. Ab dann kann sie Pseudonyme vergeben.",
        "Ergebnis: 0 angelegt, 3 nicht möglich."})
final class KeysCreateCommand extends PseudonymTask {

    @Parameters(index = "1", paramLabel = "DOMÄNE", description = "Name aus pseudonym-domains.yaml.")
    private String domain;

    @Override
    int at(Bench bench) {
        int epoch = bench.rotations().create(domain);
        bench.audit("key created", domain, epoch);
        bench.out().println("Angelegt: Epoche " + epoch + ". Läuft der Hub auf mehreren Rechnern, jetzt keys/pseudonyms auf alle "
                + "kopieren; und den Ordner keys/ sichern.");
        return ExitCodes.WELL;
    }
}
