package de.kimhub.runtime.command;

import de.kimhub.pseudonym.PersonChanges;
import de.kimhub.pseudonym.PseudonymChange;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a domain's recipient is to be told of pseudonyms that it may hold. */
@Command(name = "changes", mixinStandardHelpOptions = true, description = {
        "Zeigt, was der Empfänger einer Domäne zu seinen Pseudonymen wissen muss: welche zwei sich als eine Person erwiesen haben "
                + "(das alte gilt nicht mehr), und wo eines für zwei Personen stand (die zweite hat ein neues).",
        "CSV: Nummer, Vorgang, altes und neues Pseudonym. Ohne Angaben zu Personen; nur dem Empfänger der Domäne geben.",
        "Ergebnis: 0 nichts Neues, 1 Zeilen gezeigt."})
final class KeysChangesCommand extends PseudonymTask {

    private static final int MOST = 10_000;

    @Parameters(index = "1", paramLabel = "DOMÄNE", description = "Name aus pseudonym-domains.yaml.")
    private String domain;

    @Option(names = "--after", paramLabel = "NUMMER", defaultValue = "0",
            description = "Letzte Nummer, die der Empfänger schon hat. Vorgabe: ${DEFAULT-VALUE}.")
    private long after;

    @Override
    int at(Bench bench) {
        List<PseudonymChange> changes = bench.hub().bean(PersonChanges.class).after(domain, after, MOST);
        if (!changes.isEmpty()) {
            bench.out().println("NUMMER;VORGANG;ALT;NEU");
            changes.forEach(one -> bench.out().printf("%d;%s;%s;%s%n", one.id(), switch (one.kind()) {
                case MERGED -> "zusammengeführt";
                case SPLIT -> "getrennt";
            }, one.old().text(), one.now().text()));
            bench.count("pseudonym changes shown", domain, changes.size());
        }
        return changes.isEmpty() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }
}
