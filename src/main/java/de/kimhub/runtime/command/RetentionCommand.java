package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.privacy.RetentionReport;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.IOException;
import java.io.PrintWriter;
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

/** Proves that data are deleted in time. */
@Command(name = "retention", mixinStandardHelpOptions = true, description = {
        "Zeigt je Löschklasse (DIN 66398) die Regel, das Älteste, was noch da ist, und was wann gelöscht wurde. Nur Zahlen.",
        "Ergebnis: 0 alles in der Frist, 1 etwas ist überfällig oder hat keine Löschklasse."})
public final class RetentionCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt das Ergebnis als JSON in diese Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        HubHome home = HubHome.find();
        Installation installation = InstallationFolder.load(home, folder, command.commandLine().getErr());
        List<RetentionReport.Line> lines;
        List<String> unclassified;
        try (RunningHub hub = RunningHub.startIdle(home, installation)) {
            RetentionReport report = hub.bean(RetentionReport.class);
            lines = report.lines();
            unclassified = report.unclassified();
        }
        PrintWriter out = command.commandLine().getOut();
        lines.forEach(line -> print(line, out));
        unclassified.forEach(column -> out.println("Ohne Löschklasse: " + column));
        out.flush();
        JsonFile.write(json, Map.of("classes", lines.stream().map(RetentionCommand::numbers).toList(), "unclassified", unclassified));
        return unclassified.isEmpty() && lines.stream().allMatch(line -> line.overdue() == 0) ? ExitCodes.WELL
                : ExitCodes.FINDINGS;
    }

    private static void print(RetentionReport.Line line, PrintWriter out) {
        out.printf("%s%n    Regel: %s%s%n    Beginn: %s%n", line.rule().name(), line.rule().period(),
                line.rule().setting().isEmpty() ? "" : " (" + line.rule().setting() + ")", line.rule().start().germanText());
        if (!line.rule().oldest().isEmpty()) {
            out.println("    Ältestes: " + (line.oldest() == null ? "nichts da" : GermanDay.of(line.oldest().toLocalDate())));
        }
        if (line.lastDeleted() != null) {
            out.printf("    Gelöscht: zuletzt am %s, insgesamt %d%n", GermanDay.of(line.lastDeleted()), line.deleted());
        }
        if (line.overdue() > 0) {
            out.printf("    ÜBERFÄLLIG: %d%n", line.overdue());
        }
    }

    private static Map<String, Object> numbers(RetentionReport.Line line) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("class", line.rule().id());
        all.put("name", line.rule().name());
        all.put("start", line.rule().start().name());
        all.put("period", line.rule().period());
        all.put("setting", line.rule().setting());
        all.put("columns", line.rule().columns());
        all.put("oldest", line.oldest() == null ? null : line.oldest().toString());
        all.put("lastDeleted", line.lastDeleted() == null ? null : line.lastDeleted().toString());
        all.put("deleted", line.deleted());
        all.put("overdue", line.overdue());
        return all;
    }
}
