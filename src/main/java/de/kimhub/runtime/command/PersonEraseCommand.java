package de.kimhub.runtime.command;

import de.kimhub.linkage.review.FilePair.Named;
import de.kimhub.processing.ErasureReason;
import de.kimhub.processing.Erasures;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Erases a person under Art. 17 DSGVO. */
@Command(name = "erase", mixinStandardHelpOptions = true, description = {
        "Löscht alles, was der Hub von einer Person speichert (Art. 17 DSGVO), und benachrichtigt, wer etwas von ihr bekommen "
                + "hat (Art. 19). Ohne --now zeigt der Befehl nur, was ginge und was bliebe, und ändert nichts.",
        "Vorher prüfen: ob die Akten wirklich alle ihre sind (hub person report), und ob eine Ausnahme nach Art. 17 Abs. 3 DSGVO "
                + "entgegensteht. Rückgängig machen lässt sich nichts.",
        "Gründe: zweck-entfallen, widerruf, widerspruch, unrechtmaessig, rechtspflicht (Art. 17 Abs. 1 Buchst. a bis e).",
        "Ergebnis: 0 gelöscht oder gezeigt, 1 der Hub kennt diese Akte nicht."})
final class PersonEraseCommand extends PersonTask {

    @Parameters(index = "1", paramLabel = "AKTE", converter = FileArgument.class,
            description = "INSTANZ:AKTENZEICHEN, z. B. awo-buende:F-17.")
    private Named file;

    @Option(names = "--reason", paramLabel = "GRUND", required = true, description = "Warum; steht im Protokoll.")
    private String reason;

    @Option(names = "--now", description = "Löscht wirklich.")
    private boolean now;

    @Override
    int at(RunningHub hub, String by, PrintWriter out) {
        ErasureReason why = ErasureReason.find(reason).orElseThrow(() ->
                new ParameterException(command().commandLine(), "Unbekannter Grund. Möglich sind: "
                        + Arrays.stream(ErasureReason.values()).map(ErasureReason::code).collect(Collectors.joining(", ")) + "."));
        Optional<Erasures.Preview> preview = hub.bean(Erasures.class).preview(file.instance(), file.number());
        if (preview.isEmpty()) {
            out.println(UNKNOWN);
            return ExitCodes.FINDINGS;
        }
        if (!now) {
            print(preview.get(), out);
            return ExitCodes.WELL;
        }
        Erasures.Result result = hub.bean(Erasures.class).erase(file.instance(), file.number(), why, by).orElseThrow();
        out.printf("Löschung %d: %d Akten und %d Ereignisse sind gelöscht; %d Angaben bei Empfängern sind zu löschen.%n",
                result.number(), result.files(), result.events(), result.notices());
        out.println(result.done() ? "Nichts ist mehr da." : "Kopien in Lieferungen und Ordnern löscht der laufende Hub als Nächstes.");
        out.println("Wer was davon weiß, zeigt hub person erased.");
        return ExitCodes.WELL;
    }

    private static void print(Erasures.Preview preview, PrintWriter out) {
        out.printf("Die Person hat %d Akten bei %d Stellen. Noch ist nichts gelöscht.%n%nEs ginge:%n", preview.files(),
                preview.sources());
        preview.held().stream().filter(one -> one.goes() && one.count() > 0).forEach(one ->
                out.printf("  %6d  %s%s%n", one.count(), one.what(), one.why().isEmpty() ? "" : ": " + one.why()));
        out.printf("%nEs bliebe:%n");
        preview.held().stream().filter(one -> !one.goes()).forEach(one ->
                out.printf("  %6s  %s: %s%n", one.count() == 0 ? "" : Long.toString(one.count()), one.what(), one.why()));
        out.printf("%nNicht durchsucht werden Kopien von Dateien der Quellen, bei denen der Hub keine Akte der Person führt; sie gehen "
                + "nach ihrer Frist.%nMit --now wird gelöscht.%n");
    }
}
