package de.kimhub.runtime.command;

import de.kimhub.pseudonym.Reidentifications;
import java.util.List;
import picocli.CommandLine.Command;

/** What waits for an approval. */
@Command(name = "list", mixinStandardHelpOptions = true, description = {
        "Zeigt die Anträge, die auf eine Genehmigung warten. Ohne Pseudonyme.",
        "Ergebnis: 0 nichts wartet, 1 etwas wartet."})
final class ReidentifyListCommand extends PseudonymTask {

    @Override
    int at(Bench bench) {
        List<Reidentifications.Request> open = bench.hub().bean(Reidentifications.class).open();
        open.forEach(request -> bench.out().printf("Antrag %d: %s (%s), Domäne %s, %s, %s, Felder: %s%n", request.id(),
                request.requestedBy(), request.requestedRole(), request.domain(), request.purpose().germanText(),
                request.legalBasis(), String.join(", ", request.fields())));
        return open.isEmpty() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }
}
