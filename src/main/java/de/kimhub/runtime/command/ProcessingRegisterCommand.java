package de.kimhub.runtime.command;

import de.kimhub.accountability.Document;
import de.kimhub.accountability.RegisterDocument;
import de.kimhub.connector.Installation;
import java.time.LocalDate;
import picocli.CommandLine.Command;

/** Writes the register of processing activities. */
@Command(name = "processing-register", mixinStandardHelpOptions = true, description = {
        "Schreibt das Verzeichnis von Verarbeitungstätigkeiten (Art. 30 DSGVO), wie es aus der Konfiguration folgt: Verantwortliche, "
                + "Zwecke, Daten, Empfänger, Rechtsgrundlagen, Löschfristen, Maßnahmen.",
        "Ergebnis: 0 geschrieben, 1 geschrieben, aber die Konfiguration hat Fehler."})
final class ProcessingRegisterCommand extends ReportTask {

    @Override
    Document document(Installation installation, LocalDate today) {
        return RegisterDocument.of(installation, today);
    }
}
