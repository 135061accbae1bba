package de.kimhub.runtime.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.kimhub.kit.CheckResult;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RuntimeProblem;
import de.kimhub.scaffold.NewConnector;
import de.kimhub.scaffold.NotDrafted;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts a connector from a sample. */
@Command(name = "connector", mixinStandardHelpOptions = true, description = {
        "Sieht eine Probe des Exports an (CSV, Excel, JSON, XML) und schlägt einen Konnektor vor: Format, Zuordnung, Ereignisse,"
                + " Schlüsseltabellen, Beispiele mit erfundenen Personen.",
        "Neben jedem Vorschlag steht, was dafür spricht. UNSICHER ist vermutet, ENTSCHEIDEN müssen Menschen.",
        "Aus der Probe werden nur Spaltennamen und die Werte von Spalten mit Schlüsseln übernommen, keine Person.",
        "Ergebnis: 1, solange noch etwas zu entscheiden ist, sonst 0."})
public final class NewConnectorCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "Name des neuen Ordners, z. B. vhs-csv.")
    private String id;

    @Option(names = "--from", paramLabel = "DATEI", required = true, description = "Ein Export des Fachverfahrens.")
    private Path sample;

    @Option(names = "--into", paramLabel = "ORDNER", description = "Ordner, in dem der neue entsteht, z. B."
            + " config/herford/connectors. Vorgabe: connectors.")
    private Path into;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt das Ergebnis als JSON in diese Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(sample)) {
            throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, "Die Datei " + sample + " gibt es nicht.");
        }
        NewConnector.Result result;
        try {
            result = NewConnector.write(sample, into == null ? HubHome.find().connectors() : into, id);
        } catch (NotDrafted reason) {
            throw new HubFailure(reason.code(), reason.getMessage());
        }
        PrintWriter out = command.commandLine().getOut();
        print(result, out);
        out.flush();
        if (json != null) {
            Files.writeString(json, json(result));
        }
        return result.checks().stream().allMatch(CheckResult::passed) ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private static void print(NewConnector.Result result, PrintWriter out) {
        out.println("Geschrieben: " + result.folder() + " (aus " + result.records() + " Datensätzen mit " + result.columns()
                + " Spalten)");
        result.format().forEach(reason -> out.println("  " + reason));
        section(out, "Zu entscheiden, in dieser Reihenfolge:", result.marks(), "ENTSCHEIDEN:");
        section(out, "Vermutet; bitte nachsehen:", result.marks(), "UNSICHER:");
        List<CheckResult> failed = result.checks().stream().filter(check -> !check.passed()).toList();
        List<String> others = failed.stream().flatMap(check -> check.findings().stream())
                .filter(finding -> !finding.contains("HUB-KIT-018")).toList();
        out.println("\nPrüfung: " + (result.checks().size() - failed.size()) + " von " + result.checks().size()
                + " Prüfungen bestanden.");
        others.forEach(finding -> out.println("  " + finding));
        out.println("\nDanach: ./hub try " + result.folder() + " EXPORT zeigt, was der Hub aus der echten Datei macht;"
                + " ./hub accept " + result.folder() + " schreibt die erwarteten Ergebnisse neu.");
    }

    private static void section(PrintWriter out, String title, List<String> marks, String mark) {
        List<String> lines = marks.stream().filter(line -> line.contains(": " + mark)).toList();
        if (!lines.isEmpty()) {
            out.println("\n" + title);
            lines.forEach(line -> out.println("  " + line.replace(": " + mark, ":")));
        }
    }

    private static String json(NewConnector.Result result) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("folder", result.folder().toString());
        all.put("records", result.records());
        all.put("columns", result.columns());
        all.put("format", result.format());
        all.put("marks", result.marks());
        all.put("passed", result.checks().stream().allMatch(CheckResult::passed));
        all.put("findings", result.checks().stream().flatMap(check -> check.findings().stream()).toList());
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(all);
    }
}
