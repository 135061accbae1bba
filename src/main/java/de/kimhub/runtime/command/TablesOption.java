package de.kimhub.runtime.command;

import de.kimhub.disclosure.DisclosureMethod;
import de.kimhub.disclosure.Effort;
import de.kimhub.disclosure.Ledger;
import de.kimhub.disclosure.LedgerTables;
import de.kimhub.message.Problem;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The tables that disclosure control is tried on, and how. */
final class TablesOption {

    private static final int LEAST = 3;
    private static final int STEPS = 20;

    @Option(names = "--base", required = true, paramLabel = "CSV", description = "Die Gruppen mit ihren wahren Zahlen: group,members,value.")
    private Path base;

    @Option(names = "--cells", required = true, paramLabel = "CSV", description = "Die Zellen: id, Merkmale, value, hidden, base_groups "
            + "(welche Gruppen sie summiert); wenn gewünscht primary und released.")
    private Path cells;

    @Option(names = "--insider", paramLabel = "SPALTE=WERT", description = "Wer seine eigenen Zahlen kennt, z. B. org=Kommune. "
            + "Mehrfach möglich; Außenstehende zählen immer.")
    private List<String> insiders = List.of();

    @Option(names = "--threshold", paramLabel = "ZAHL", defaultValue = "5", description = "Kleinste Zahl, die gezeigt wird, ab 3. "
            + "Vorgabe: ${DEFAULT-VALUE}.")
    private int threshold;

    @Option(names = "--seconds", paramLabel = "ZAHL", defaultValue = "20", description = "Höchstdauer je Zelle. Vorgabe: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--seed", paramLabel = "ZAHL", defaultValue = "1", description = "Vorgabe: ${DEFAULT-VALUE}.")
    private long seed;

    /** A ledger that has been read, and the tables it is from. */
    record Read(LedgerTables tables, Ledger ledger) {
    }

    /** Prints everything that is wrong with the tables. @throws HubFailure when something is */
    Read read(PrintWriter err) {
        if (threshold < LEAST) {
            throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, "--threshold braucht eine Zahl ab " + LEAST + ".");
        }
        List<Problem> problems = new ArrayList<>();
        LedgerTables tables = new LedgerTables(base, cells, problems);
        Ledger ledger = problems.isEmpty() ? tables.ledger(insiders, threshold, problems) : null;
        if (!problems.isEmpty()) {
            problems.forEach(err::println);
            throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, "Die Tabellen sind so nicht brauchbar. Alle Stellen stehen oben.");
        }
        return new Read(tables, ledger);
    }

    Effort effort() {
        return new Effort(Duration.ofSeconds(seconds), Effort.USUAL.perRelease(), seed);
    }

    int threshold() {
        return threshold;
    }

    static DisclosureMethod.Progress progress(PrintWriter err, String what) {
        return (done, of) -> {
            if (done == of || done % Math.max(1, of / STEPS) == 0) {
                err.println(what + ": " + done + " von " + of + " Zellen");
                err.flush();
            }
        };
    }
}
