package de.kimhub.runtime.command;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.CorrectionTasks;
import de.kimhub.delivery.OpenTasks;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.privacy.AuditLog;
import de.kimhub.runtime.RunningHub;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What recipients' people have to do by hand, and that it is done. */
@Command(name = "tasks", mixinStandardHelpOptions = true, description = {
        "Zeigt, was Empfänger von Hand berichtigen, löschen oder nicht weiter verwenden sollen, weil ihr Verfahren es nicht annimmt, oder "
                + "hält fest, dass es getan ist. Keine Namen, keine Aktenzeichen: die sieht die Stelle auf ihrer Seite Meldungen; die "
                + "Kennung steht bei ihr im Verfahren.",
        "Ergebnis: 0 nichts ist offen, 1 jemand muss etwas tun."})
public final class TasksCommand extends PersonTask {

    private static final int SHOWN = 1000;
    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");

    @Parameters(index = "1", arity = "0..1", paramLabel = "INSTANZ", description = "Nur die Aufgaben dieser Instanz.")
    private String only;

    @Option(names = "--done", paramLabel = "NUMMER", description = "Diese Aufgabe der INSTANZ ist erledigt.")
    private Long done;

    @Override
    int at(RunningHub hub, String by, PrintWriter out) {
        Collection<Instance> all = hub.bean(CurrentInstallation.class).now().instances().values();
        List<Instance> asked = all.stream().filter(one -> only == null || one.id().equals(only)).toList();
        if (only != null && asked.isEmpty()) {
            throw new ParameterException(command().commandLine(), "Diese Instanz gibt es nicht: " + only);
        }
        if (done != null && !confirm(hub, by, out)) {
            return ExitCodes.FINDINGS;
        }
        hub.bean(AuditLog.class).add(by, "tasks-listed", only == null ? "all instances" : "instance " + only, 1, null);
        long open = 0;
        for (Instance one : asked) {
            List<OpenTasks.Line> lines = hub.bean(OpenTasks.class).of(hub.bean(InstanceNumbers.class).of(one.id()), SHOWN).stream()
                    .filter(OpenTasks.Line::open).toList();
            lines.forEach(line -> print(one.id(), line, out));
            open += lines.size();
        }
        out.println(open == 0 ? "Nichts ist offen." : open + " offen.");
        return open == 0 ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private boolean confirm(RunningHub hub, String by, PrintWriter out) {
        if (only == null) {
            throw new ParameterException(command().commandLine(), "Eine erledigte Aufgabe gehört zu einer INSTANZ.");
        }
        boolean confirmed = hub.bean(CorrectionTasks.class).confirm(hub.bean(InstanceNumbers.class).of(only), done, by);
        if (confirmed) {
            hub.bean(AuditLog.class).add(by, "task-confirmed", "instance " + only + ", task " + done, 1, "Art. 19 DSGVO");
        } else {
            out.println("Diese Instanz hat keine offene Aufgabe mit dieser Nummer.");
        }
        return confirmed;
    }

    private static void print(String instance, OpenTasks.Line line, PrintWriter out) {
        out.printf("%6d  %-28s %s seit %s: %s, Meldung %s von %s%n", line.id(), instance, line.what().germanText(),
                GermanDay.of(LocalDate.ofInstant(line.createdAt(), HERE)), line.type().germanText(),
                line.deliveryId() == null ? "nicht mehr gespeichert" : line.deliveryId(), line.source());
    }
}
