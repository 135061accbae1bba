package de.kimhub.runtime.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.plan.GitRevision;
import de.kimhub.plan.Plan;
import de.kimhub.plan.Planner;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RuntimeProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a changed installation would change. */
@Command(name = "plan", mixinStandardHelpOptions = true, description = {
        "Zeigt, was eine geänderte Installation ändern würde: Anbindungen, Konnektoren, Freigaberegeln, und wer dadurch neu"
                + " etwas bekommen darf oder nicht mehr bekommt.",
        "Verglichen wird mit einem anderen Ordner oder mit einem Stand in git (Vorgabe: HEAD).",
        "Ergebnis: 0 nichts ändert sich, 1 etwas ändert sich."})
public final class PlanCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--against", paramLabel = "STAND", defaultValue = "HEAD",
            description = "Ordner einer Installation, oder ein Stand in git. Vorgabe: ${DEFAULT-VALUE}.")
    private String against;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt den Plan als JSON in diese Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        HubHome home = HubHome.find();
        PrintWriter out = command.commandLine().getOut();
        if (!Files.isDirectory(folder)) {
            throw new HubFailure(RuntimeProblem.INSTALLATION, "Den Ordner " + folder + " gibt es nicht.");
        }
        Installation after = Installations.load(folder, home.connectors());
        after.problems().forEach(command.commandLine().getErr()::println);
        Plan plan = Files.isDirectory(Path.of(against))
                ? Planner.plan(Installations.load(Path.of(against), home.connectors()), after) : againstGit(home, after);
        new PlanReport(after, out).print(plan, against);
        out.flush();
        if (json != null) {
            Files.writeString(json, new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(plan));
        }
        return plan.isEmpty() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private Plan againstGit(HubHome home, Installation after) throws IOException {
        Path repository = GitRevision.repository(folder);
        Path installation = folder.toRealPath();
        if (repository == null || !installation.startsWith(repository.toRealPath())) {
            throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, "'" + against + "' ist kein Ordner, und " + folder
                    + " liegt nicht in git. Mit --against ORDNER den Stand nennen, mit dem verglichen wird.");
        }
        Path top = repository.toRealPath();
        String path = top.relativize(installation).toString().replace('\\', '/');
        Path shipped = home.connectors().toRealPath();
        List<String> folders = new ArrayList<>(List.of(path));
        boolean shippedInGit = shipped.startsWith(top);
        if (shippedInGit) {
            folders.add(top.relativize(shipped).toString().replace('\\', '/'));
        }
        Path work = Files.createTempDirectory("kim-hub-plan");
        try {
            if (!GitRevision.extract(top, against, folders, work)) {
                throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, "Einen Stand '" + against + "' mit " + path
                        + " gibt es in git nicht. Die Installation zuerst einchecken, oder mit --against einen Ordner"
                        + " nennen, mit dem verglichen wird.");
            }
            return Planner.plan(Installations.load(work.resolve(path),
                    shippedInGit ? work.resolve(top.relativize(shipped).toString()) : shipped), after);
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
