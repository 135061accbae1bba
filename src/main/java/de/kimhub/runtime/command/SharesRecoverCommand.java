package de.kimhub.runtime.command;

import de.kimhub.keys.KeyShares;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings a lost main key back. */
@Command(name = "recover", mixinStandardHelpOptions = true, description = {
        "Stellt einen verlorenen Hauptschlüssel aus zwei Teilen wieder her (keys/wrapping-key.json), nachdem bewiesen ist, dass er "
                + "die Schlüssel öffnet.",
        "Ergebnis: 0 wiederhergestellt, 3 nicht möglich."})
final class SharesRecoverCommand extends SharesTask {

    @Parameters(index = "1", paramLabel = "TEIL", description = "Datei mit den drei Zeilen eines Teils.")
    private Path one;

    @Parameters(index = "2", paramLabel = "TEIL", description = "Datei mit einem anderen Teil.")
    private Path other;

    @Override
    String with(KeyShares shares, String installation, PrintWriter out) throws IOException {
        shares.recover(Files.readString(one), Files.readString(other));
        out.println("Wiederhergestellt. Kommt der Hauptschlüssel aus einem Geheimnis (keys: in hub.yaml), den Inhalt von "
                + "keys/wrapping-key.json dort hinterlegen und die Datei löschen. Jetzt neue Teile ausgeben.");
        return "key recovered from shares";
    }
}
