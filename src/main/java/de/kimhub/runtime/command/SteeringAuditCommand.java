package de.kimhub.runtime.command;

import de.kimhub.disclosure.Audit;
import de.kimhub.disclosure.Auditor;
import de.kimhub.disclosure.DisclosureProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tries to break tables, whoever hid their cells. */
@Command(name = "audit", mixinStandardHelpOptions = true, description = {
        "Versucht, aus den gezeigten Zahlen von Tabellen die verborgenen zu erschließen, gleich wer sie verborgen hat.",
        "Sagt, welche Zellen zu eng zu erschließen sind, von wem, und welche auch gezeigt werden könnten.",
        "Ergebnis: 0 bestanden, 1 nicht bestanden."})
final class SteeringAuditCommand implements Callable<Integer> {

    @Mixin
    private TablesOption tables;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt alles als JSON in diese Datei, auch von wo bis wo jede "
            + "verborgene Zelle zu erschließen ist. Das verrät, was verborgen ist.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        TablesOption.Read read = tables.read(err);
        Audit audit = Auditor.audit(read.ledger(), read.tables().hidden(), tables.effort(), TablesOption.progress(err, "Geprüft"));
        out.printf("%d Zellen, davon %d verborgen; Mindestzahl %d; Angreifer: Außenstehende%s.%n", read.ledger().cells().size(),
                read.tables().hidden().size(), tables.threshold(), read.ledger().insiders().stream().map(insider -> ", " + insider.name())
                        .reduce("", String::concat));
        audit.findings().forEach(out::println);
        audit.findings().stream().map(finding -> finding.problem()).distinct().forEach(problem -> explain(problem, out));
        if (!audit.superfluous().isEmpty()) {
            out.println("Könnten gezeigt werden, jede für sich: " + String.join(", ", audit.superfluous()));
        }
        out.println(audit.passed() ? "Bestanden: Keine verborgene Zelle ist zu eng zu erschließen." : "Nicht bestanden.");
        out.flush();
        JsonFile.write(json, values(audit));
        return audit.passed() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private static void explain(DisclosureProblem problem, PrintWriter out) {
        out.println(problem.germanText() + " [" + problem.code() + "]");
    }

    private Map<String, Object> values(Audit audit) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("passed", audit.passed());
        all.put("threshold", tables.threshold());
        all.put("findings", audit.findings().stream().map(finding -> Map.of("code", finding.problem().code(), "cell", finding.cell(),
                "attacker", finding.attacker())).toList());
        all.put("intervals", audit.intervals().stream().map(interval -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("cell", interval.cell());
            one.put("attacker", interval.attacker());
            one.put("low", interval.low());
            one.put("high", Double.isInfinite(interval.high()) ? null : interval.high());
            return one;
        }).toList());
        all.put("superfluous", List.copyOf(audit.superfluous()));
        return all;
    }
}
