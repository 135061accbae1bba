package de.kimhub.runtime.command;

import de.kimhub.keys.KeyShares;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Proves that two shares open the present keys. */
@Command(name = "rehearse", mixinStandardHelpOptions = true, description = {
        "Übt den Ernstfall: beweist, dass zwei Teile die heutigen Schlüssel öffnen. Ändert nichts.",
        "Ergebnis: 0 sie öffnen alle, 3 sie öffnen sie nicht."})
final class SharesRehearseCommand extends SharesTask {

    @Parameters(index = "1", paramLabel = "TEIL", description = "Datei mit den drei Zeilen eines Teils.")
    private Path one;

    @Parameters(index = "2", paramLabel = "TEIL", description = "Datei mit einem anderen Teil.")
    private Path other;

    @Override
    String with(KeyShares shares, String installation, PrintWriter out) throws IOException {
        out.println("In Ordnung: Die beiden Teile öffnen alle " + shares.rehearse(Files.readString(one),
                Files.readString(other)) + " Schlüssel. Geändert wurde nichts.");
        return "recovery of a key rehearsed";
    }
}
