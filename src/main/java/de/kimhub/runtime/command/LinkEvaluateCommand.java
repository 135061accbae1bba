package de.kimhub.runtime.command;

import de.kimhub.linkage.evaluation.Evaluation;
import de.kimhub.linkage.evaluation.EvaluationNumbers;
import de.kimhub.linkage.evaluation.EvaluationPicture;
import de.kimhub.linkage.evaluation.EvaluationText;
import de.kimhub.linkage.evaluation.Evaluator;
import de.kimhub.linkage.evaluation.ModelSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures linkage on a table of people of whom it is known who is who. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = {
        "Misst, wie gut der Hub gleiche Personen erkennt: an einer Tabelle, die sagt, welche Zeilen dieselbe Person sind.",
        "Alles geschieht im Arbeitsspeicher mit den mitgelieferten Einstellungen; gespeichert wird nichts.",
        "Ergebnis: 0 gemessen, 1 (mit --decisions) neue Akten werden auffällig anders verbunden als bisher."})
public final class LinkEvaluateCommand implements Callable<Integer> {

    private static final int RANDOM_PAIRS = 200_000;

    @Parameters(arity = "0..*", paramLabel = "CSV", description = "Tabelle mit Kopfzeile; mehrere gelten als eine.")
    private List<Path> tables = List.of();

    @Option(names = "--truth", paramLabel = "SPALTE", description = "Spalte, die für alle Zeilen "
            + "einer Person denselben Wert hat. Bei rec-17-org und rec-17-dup-0 zählt die Nummer.")
    private String truth;

    @Option(names = "--map", paramLabel = "YAML", description = "Sagt, welche Spalte welches Feld der "
            + "Person ist; die Wörter stehen in docs/reference.md, Beispiele in docs/examples/linkage.")
    private Path map;

    @Option(names = "--decisions", paramLabel = "ORDNER", description = "Statt an einer Tabelle an dem messen, was in dieser "
            + "Installation, z. B. config/demo, über Paare entschieden wurde.")
    private Path decisions;

    @Option(names = "--show-values", description = "Zeigt bei den Fehlern auch, was in den Zeilen steht. Das sind "
            + "personenbezogene Daten.")
    private boolean showValues;

    @Option(names = "--as-shipped", description = "Nimmt die mitgelieferten Gewichte, wie sie sind. Sonst werden sie vorher an "
            + "diese Menschen angepasst, ohne zu wissen, wer wer ist.")
    private boolean asShipped;

    @Option(names = "--levels", description = "Zeigt auch, wie oft welche Stufe des Vergleichs vorkommt: was die Gewichte "
            + "für diese Menschen wären.")
    private boolean levels;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt alle Zahlen als JSON in diese Datei.")
    private Path json;

    @Option(names = "--svg", paramLabel = "DATEI", description = "Zeichnet die Bewertungen wahrer und falscher Paare als "
            + "SVG in diese Datei.")
    private Path svg;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (decisions != null ? !tables.isEmpty() || truth != null || map != null
                : tables.isEmpty() || truth == null || map == null) {
            throw new ParameterException(command.commandLine(), "Gebraucht werden entweder eine Tabelle mit --truth und --map, "
                    + "oder --decisions allein.");
        }
        return decisions == null ? ofTables() : ofDecisions();
    }

    private int ofDecisions() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        DecisionReport report = DecisionReport.read(decisions, command.commandLine().getErr());
        report.print(out);
        JsonFile.write(json, report.numbers());
        return report.isWell() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private int ofTables() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        PeopleTables people = new PeopleTables(map, command.commandLine().getErr());
        tables.forEach(table -> people.read(table, truth));
        Evaluation evaluation = Evaluator.evaluate(people.rows(),
                asShipped ? ModelSource.SHIPPED : ModelSource.LEARNED, levels ? RANDOM_PAIRS : 0);
        people.leftOut(out);
        out.println(EvaluationText.of(evaluation, showValues, levels));
        out.flush();
        JsonFile.write(json, EvaluationNumbers.of(evaluation));
        if (svg != null) {
            Files.writeString(svg, EvaluationPicture.of(evaluation));
        }
        return ExitCodes.WELL;
    }
}
