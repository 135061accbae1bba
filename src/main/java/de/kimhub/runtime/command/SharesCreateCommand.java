package de.kimhub.runtime.command;

import de.kimhub.keys.KeyShares;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes three new shares of the main key. */
@Command(name = "create", mixinStandardHelpOptions = true, description = {
        "Schreibt drei neue Teile in die Dateien teil-1.txt, teil-2.txt und teil-3.txt eines leeren Ordners. Ausdrucken, drei "
                + "Personen geben (z. B. Datenschutz, IT, Fachdienst) und die Dateien löschen.",
        "Ergebnis: 0 geschrieben, 3 nicht möglich."})
final class SharesCreateCommand extends SharesTask {

    @Parameters(index = "1", paramLabel = "ZIEL", description = "Leerer oder neuer Ordner für die drei Dateien.")
    private Path target;

    @Override
    String with(KeyShares shares, String installation, PrintWriter out) throws IOException {
        Files.createDirectories(target);
        for (KeyShares.Share share : shares.create()) {
            write(target.resolve("teil-" + share.number() + ".txt"), sheet(share, installation));
        }
        out.println("Drei Teile stehen in " + target + ". Ausdrucken, verteilen, die Dateien löschen; dann mit hub keys shares "
                + "rehearse üben.");
        return "shares of a key created";
    }

    private static String sheet(KeyShares.Share share, String installation) {
        return """
                # KIM-Hub (%s), Hauptschlüssel, Teil %d von 3, Ausgabe %s vom %s
                # Je zwei der drei Teile geben den Hauptschlüssel zurück; dieser allein sagt nichts.
                # Verschlossen aufbewahren, nicht kopieren, nicht fotografieren. Gebraucht mit: hub keys shares recover
                # Abschreiben: Groß oder klein ist gleich, O und 0, I, L und 1 auch; Striche zählen nicht.

                %s""".formatted(installation, share.number(), share.issue(), LocalDate.now(), share.text());
    }

    /** A file that must not be there yet, for its owner only. */
    private static void write(Path file, String text) throws IOException {
        if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }
}
