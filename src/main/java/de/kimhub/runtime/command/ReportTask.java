package de.kimhub.runtime.command;

import de.kimhub.accountability.Document;
import de.kimhub.accountability.HtmlWriter;
import de.kimhub.accountability.OdtWriter;
import de.kimhub.connector.Installation;
import de.kimhub.runtime.HubHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A report of a configuration: no hub is started for it. */
abstract class ReportTask implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--out", paramLabel = "DATEI", required = true,
            description = "Wohin geschrieben wird: .odt (LibreOffice, Word) oder .html. Eine Datei, die es gibt, wird ersetzt.")
    private Path out;

    @Spec
    private CommandSpec command;

    abstract Document document(Installation installation, LocalDate today);

    @Override
    public final Integer call() throws IOException {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".odt") && !name.endsWith(".html")) {
            throw new ParameterException(command.commandLine(), "--out muss auf .odt oder .html enden.");
        }
        PrintWriter terminal = command.commandLine().getOut();
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        LocalDate today = LocalDate.now();
        Document document = document(installation, today);
        Files.write(out, name.endsWith(".odt") ? OdtWriter.write(document, today)
                : HtmlWriter.write(document).getBytes(StandardCharsets.UTF_8));
        terminal.println("Geschrieben: " + out + ". Von der oder dem Datenschutzbeauftragten zu prüfen.");
        boolean whole = installation.problems().isEmpty();
        if (!whole) {
            terminal.println("Was Fehler hat, steht nicht darin. Mit hub check nachsehen.");
        }
        terminal.flush();
        return whole ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }
}
