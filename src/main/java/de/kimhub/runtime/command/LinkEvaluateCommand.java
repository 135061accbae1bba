package de.kimhub.runtime.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.linkage.evaluation.Evaluation;
import de.kimhub.linkage.evaluation.EvaluationNumbers;
import de.kimhub.linkage.evaluation.EvaluationPicture;
import de.kimhub.linkage.evaluation.EvaluationText;
import de.kimhub.linkage.evaluation.Evaluator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures linkage on a table of people of whom it is known who is who. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = {
        "Misst, wie gut der Hub gleiche Personen erkennt: an einer Tabelle, die sagt, welche Zeilen dieselbe Person sind.",
        "Alles geschieht im Arbeitsspeicher mit den mitgelieferten Einstellungen; gespeichert wird nichts."})
public final class LinkEvaluateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "CSV", description = "Tabelle mit Kopfzeile; mehrere gelten als eine.")
    private List<Path> tables;

    @Option(names = "--truth", paramLabel = "SPALTE", required = true, description = "Spalte, die für alle Zeilen "
            + "einer Person denselben Wert hat. Bei rec-17-org und rec-17-dup-0 zählt die Nummer.")
    private String truth;

    @Option(names = "--map", paramLabel = "YAML", required = true, description = "Sagt, welche Spalte welches Feld der "
            + "Person ist; die Wörter stehen in docs/reference.md, Beispiele in docs/examples/linkage.")
    private Path map;

    @Option(names = "--show-values", description = "Zeigt bei den Fehlern auch, was in den Zeilen steht. Das sind "
            + "personenbezogene Daten.")
    private boolean showValues;

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
        PrintWriter out = command.commandLine().getOut();
        PeopleTables people = new PeopleTables(map, command.commandLine().getErr());
        tables.forEach(table -> people.read(table, truth));
        Evaluation evaluation = Evaluator.evaluate(people.rows());
        people.leftOut(out);
        out.println(EvaluationText.of(evaluation, showValues, levels));
        out.flush();
        if (json != null) {
            Map<String, Object> numbers = EvaluationNumbers.of(evaluation);
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), numbers);
        }
        if (svg != null) {
            Files.writeString(svg, EvaluationPicture.of(evaluation));
        }
        return ExitCodes.WELL;
    }
}
