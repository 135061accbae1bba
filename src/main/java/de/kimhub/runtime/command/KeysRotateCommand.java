package de.kimhub.runtime.command;

import de.kimhub.pseudonym.MappingResult;
import de.kimhub.pseudonym.Persons;
import java.util.HexFormat;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the key of a domain in steps. */
@Command(name = "rotate", mixinStandardHelpOptions = true, description = {
        "Wechselt den Schlüssel einer Domäne, während der Hub läuft. Ohne weitere Angabe wird der neue nur vorbereitet, damit er "
                + "auf alle Rechner kopiert werden kann; --activate setzt ihn in Kraft und ordnet alte Pseudonyme neuen zu.",
        "Der alte wird verstanden, bis die Übergangsfrist (grace) um ist; dann vernichtet ihn hub keys retire.",
        "Ergebnis: 0 getan, 3 nicht möglich."})
final class KeysRotateCommand extends PseudonymTask {

    private static final int SHOWN_BYTES = 8;

    @Parameters(index = "1", paramLabel = "DOMÄNE", description = "Name aus pseudonym-domains.yaml.")
    private String domain;

    @ArgGroup
    private Step step = new Step();

    static final class Step {

        @Option(names = "--activate", description = "Setzt den vorbereiteten Schlüssel in Kraft.")
        private boolean activate;

        @Option(names = "--map", description = "Ordnet nur zu, was noch nicht zugeordnet ist.")
        private boolean map;

        @Option(names = "--discard", description = "Verwirft den vorbereiteten Schlüssel, auch wenn er auf diesem Rechner fehlt. "
                + "Er wurde nie benutzt.")
        private boolean discard;

        @Option(names = "--compromised", description = "Notfall: Der heutige Schlüssel ist bekannt geworden oder verloren. "
                + "Er wird sofort durch einen frisch erzeugten ersetzt und weder benutzt noch verstanden; ein vorbereiteter wird "
                + "verworfen. Rechner ohne den neuen vergeben bis dahin nichts.")
        private boolean compromised;
    }

    @Override
    int at(Bench bench) {
        if (step.compromised) {
            int epoch = bench.rotations().replaceCompromised(domain);
            bench.audit("key marked as compromised and replaced", domain, epoch);
            bench.out().println("Ersetzt: Epoche " + epoch + " gilt. Jetzt keys/pseudonyms auf alle Rechner kopieren und "
                    + "jeden laufenden Hub neu starten: Bis dahin hat er den alten Schlüssel noch im Speicher.");
        } else if (step.activate) {
            int epoch = bench.rotations().activate(domain);
            bench.audit("key activated", domain, epoch);
            bench.out().println("In Kraft: Epoche " + epoch + ".");
        } else if (step.discard) {
            int epoch = bench.rotations().discard(domain);
            bench.audit("staged key discarded", domain, epoch);
            bench.out().println("Verworfen: Epoche " + epoch + ". Wurde keys/pseudonyms/" + domain + "/" + epoch + ".json schon "
                    + "kopiert, auf jedem weiteren Rechner hub keys retire ausführen, und die Datei auch aus den Sicherungen löschen.");
            return ExitCodes.WELL;
        } else if (!step.map) {
            int epoch = bench.rotations().stage(domain);
            bench.audit("key staged", domain, epoch);
            bench.out().println("Vorbereitet: Epoche " + epoch + ". Jetzt keys/pseudonyms auf alle Rechner kopieren, dann "
                    + "hub keys rotate --activate.");
            return ExitCodes.WELL;
        }
        print(bench, bench.rotations().map(domain, bench.hub().bean(Persons.class)));
        return ExitCodes.WELL;
    }

    private static void print(Bench bench, List<MappingResult> results) {
        results.forEach(result -> bench.out().printf("Epoche %d: %d Pseudonyme zugeordnet, %d ohne Person. Prüfsumme %s%n",
                result.fromEpoch(), result.mapped(), result.gone(),
                HexFormat.of().formatHex(result.digest(), 0, SHOWN_BYTES)));
    }
}
