package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Secrets;
import de.kimhub.processing.MovedReport;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import de.kimhub.runtime.embedded.EmbeddedParts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what was given under the wrong person. */
@Command(name = "moved", mixinStandardHelpOptions = true, description = {
        "Zeigt, was wem unter einer falschen Person gegeben wurde, als Akten getrennt oder verbunden wurden, und was "
                + "seither dort angekommen ist oder ankommt. Keine Inhalte, keine Aktenzeichen.",
        "Ergebnis: 0 niemand hat etwas bekommen, 1 es steht etwas in der Liste."})
public final class LinkMovedCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "VORGANG", description = "Nummer des Vorgangs, der die Akten bewegt hat.")
    private long event;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        HubHome home = HubHome.find();
        Installation installation = InstallationFolder.load(home, folder, command.commandLine().getErr());
        UnaryOperator<String> secrets = new Secrets(installation.folder())::resolve;
        List<MovedReport.Line> lines;
        try (EmbeddedParts parts = EmbeddedParts.open(installation.hub().data(),
                installation.hub().database().isEmpty(), false, 0)) {
            lines = new MovedReport(new JdbcTemplate(RunningHub.database(installation, secrets, parts))).of(event);
        }
        PrintWriter out = command.commandLine().getOut();
        lines.forEach(line -> out.printf("Ereignis %d (%s von %s) an %s%s: %s%s%n", line.eventId(),
                orDeleted(line.event()), orDeleted(line.source()), line.recipient(),
                line.day() == null ? "" : " am " + line.day(), line.what().germanText(),
                line.rule() == null ? "" : "; Regel " + line.rule()));
        if (lines.isEmpty()) {
            out.printf("Vorgang %d: niemand hat etwas unter einer falschen Person bekommen.%n", event);
        }
        out.flush();
        return lines.isEmpty() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private static String orDeleted(String text) {
        return text == null ? "inzwischen gelöscht" : text;
    }
}
