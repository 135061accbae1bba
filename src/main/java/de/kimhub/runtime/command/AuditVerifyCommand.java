package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Secrets;
import de.kimhub.keys.KeyVault;
import de.kimhub.privacy.AuditMark;
import de.kimhub.privacy.AuditVerification;
import de.kimhub.runtime.HubDatabase;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.HubKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves that the audit log is whole. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
        "Beweist, dass im Protokoll kein Eintrag geändert, entfernt oder eingefügt wurde. Der Hub darf dabei laufen.",
        "Das Kennzeichen des letzten Prüfpunkts gehört an einen anderen Ort, z. B. auf Papier: Mit --noted zeigt es später "
                + "auch, ob die ganze Datenbank zurückgesetzt wurde.",
        "Ergebnis: 0 alles unverändert, 1 es gibt Abweichungen."})
public final class AuditVerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Option(names = "--noted", paramLabel = "KENNZEICHEN", description = "Ein früher notiertes Kennzeichen, z. B. 17:9f2c...")
    private String noted;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt das Ergebnis als JSON in diese Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Installation installation = InstallationFolder.load(HubHome.find(), folder, command.commandLine().getErr());
        UnaryOperator<String> secrets = new Secrets(installation.folder())::resolve;
        KeyVault keys = HubKeys.folder(installation.hub(), secrets).openPresent();
        AuditVerification.Result result;
        try (HubDatabase database = HubDatabase.open(installation)) {
            result = new AuditVerification(database.source(), keys,
                    new AuditMark(installation.hub().data().resolve("keys"))).verify(noted);
        }
        print(result);
        JsonFile.write(json, result);
        return result.intact() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private void print(AuditVerification.Result result) {
        PrintWriter out = command.commandLine().getOut();
        out.printf(Locale.GERMANY, "%,d Einträge in %d Ketten geprüft.%n", result.entries(), result.chains());
        out.println(result.fingerprint() == null ? "Noch kein Prüfpunkt."
                : "Letzter Prüfpunkt, zum Notieren: " + result.fingerprint());
        result.findings().forEach(out::println);
        if (result.more() > 0) {
            out.printf(Locale.GERMANY, "Und %,d weitere Abweichungen.%n", result.more());
        }
        out.println(result.intact() ? "Nichts wurde geändert, entfernt oder eingefügt."
                : "Das Protokoll ist nicht unversehrt.");
        out.flush();
    }
}
