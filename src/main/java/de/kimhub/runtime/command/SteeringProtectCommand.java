package de.kimhub.runtime.command;

import de.kimhub.disclosure.CellSuppression;
import de.kimhub.disclosure.Finding;
import de.kimhub.disclosure.Protection;
import de.kimhub.disclosure.Verifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hides cells of tables as a release does. */
@Command(name = "protect", mixinStandardHelpOptions = true, description = {
        "Verbirgt Zellen von Tabellen so, wie eine Veröffentlichung es tut: kleine Zahlen, und was sie verraten würde.",
        "Was eine frühere Veröffentlichung zeigt oder verbirgt (released=1), bleibt, wie es ist.",
        "Ergebnis: 0 alles bewiesen und geschrieben, 1 Zellen ohne Beweis; dann wird nichts geschrieben."})
final class SteeringProtectCommand implements Callable<Integer> {

    @Mixin
    private TablesOption tables;

    @Option(names = "--out", required = true, paramLabel = "CSV", description = "Die Zellen, mit hidden=1 für die verborgenen. "
            + "Auch diese Datei enthält alle wahren Zahlen.")
    private Path out;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter text = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        TablesOption.Read read = tables.read(err);
        Protection protection = new CellSuppression().protect(read.ledger(), tables.effort(), TablesOption.progress(err, "Geschützt"));
        List<Finding> findings = Verifier.verify(read.ledger(), protection);
        findings.forEach(text::println);
        findings.stream().map(Finding::problem).distinct().forEach(problem ->
                text.println(problem.germanText() + " [" + problem.code() + "]"));
        if (findings.isEmpty()) {
            Files.writeString(out, read.tables().cellsWith(protection.hidden()));
            text.printf("%d von %d Zellen verborgen, %d Beweise geprüft.%n", protection.hidden().size(), read.ledger().cells().size(),
                    protection.certificate().witnesses().size());
        } else {
            text.println("Nichts geschrieben: Nicht jede verborgene Zelle ist bewiesen.");
        }
        text.flush();
        return findings.isEmpty() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }
}
