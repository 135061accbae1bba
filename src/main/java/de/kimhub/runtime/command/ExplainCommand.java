package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.delivery.DeliveryIds;
import de.kimhub.processing.EventExplainer;
import de.kimhub.processing.EventExplanation;
import de.kimhub.processing.EventExplanation.AtRecipient;
import de.kimhub.processing.EventExplanation.Today;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says who gets an event, and why the others do not. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = {
        "Sagt von einem Ereignis für jede Instanz: bekommt es oder nicht, welche Felder, nach welcher Regel und welcher "
                + "Einwilligung, oder was entgegensteht. Keine Inhalte.",
        "Ergebnis: 0 das Ereignis ist da, 1 es gibt es nicht, oder nicht mehr."})
public final class ExplainCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ORDNER", description = "Ordner der Installation, z. B. config/demo.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "EREIGNIS", description = "Nummer des Ereignisses, oder die Kennung, unter der ein "
            + "Empfänger es bekommen hat (K...-...-...).")
    private String event;

    @Option(names = "--as", paramLabel = "NAME", required = true, description = "Wer fragt; steht im Protokoll.")
    private String askedBy;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt das Ergebnis als JSON in diese Datei.")
    private Path json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        HubHome home = HubHome.find();
        Installation installation = InstallationFolder.load(home, folder, command.commandLine().getErr());
        Optional<EventExplanation> found;
        try (RunningHub hub = RunningHub.startIdle(home, installation)) {
            found = number(hub.bean(DeliveryIds.class))
                    .flatMap(number -> hub.bean(EventExplainer.class).explain(number, askedBy));
        }
        found.ifPresentOrElse(explanation -> print(explanation, out),
                () -> out.println("Dieses Ereignis gibt es nicht, oder es wurde nach Ablauf der Frist gelöscht."));
        out.flush();
        if (found.isPresent()) {
            JsonFile.write(json, numbers(found.get()));
        }
        return found.isPresent() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private Optional<Long> number(DeliveryIds ids) {
        return event.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(event))
                : ids.parse(event).map(DeliveryIds.DeliveryId::eventId);
    }

    private static Map<String, Object> numbers(EventExplanation event) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("event", event.event());
        all.put("source", event.source());
        all.put("type", event.type());
        all.put("kind", event.kind());
        all.put("occurredOn", event.occurredOn());
        all.put("rules", event.rules());
        all.put("rulesNow", event.rulesNow());
        all.put("contentKept", event.contentKept());
        all.put("recipients", event.recipients().stream().map(recipient -> Map.of("instance", recipient.instance(),
                "happened", recipient.happened(), "today", recipient.today().getClass().getSimpleName(), "details",
                recipient.today())).toList());
        return all;
    }

    private static void print(EventExplanation event, PrintWriter out) {
        out.printf("Ereignis %d: %s (%s) von %s, vom %s%n", event.event(), event.type(),
                event.kind(), event.source(), GermanDay.of(LocalDate.parse(event.occurredOn())));
        out.printf("Dokument %d, Datensatz %d; %s; entschieden nach Regeln %s, heute gelten %s%n", event.document(),
                event.record(), event.state(), event.rules(), event.rulesNow());
        if (!event.contentKept()) {
            out.println("Der Inhalt ist nicht mehr da. Die Felder sind die, die die Regel erlaubt.");
        }
        event.recipients().forEach(recipient -> print(recipient, out));
    }

    private static void print(AtRecipient recipient, PrintWriter out) {
        out.println();
        out.println(recipient.instance());
        recipient.happened().forEach(what -> out.println("  " + what));
        switch (recipient.today()) {
            case Today.Own own -> out.println("  ist die Quelle");
            case Today.Gets gets -> {
                out.printf("  bekommt es nach Regel %s (Zweck %s; %s)%n", gets.rule(), gets.purpose(), gets.legalBasis());
                if (!gets.consents().isEmpty()) {
                    out.println("  Einwilligung: " + gets.consents().stream().map(String::valueOf)
                            .collect(Collectors.joining(", ")));
                }
                out.println("  Felder: " + String.join(", ", gets.fields()));
                if (!gets.without().isEmpty()) {
                    out.println("  " + gets.without());
                }
            }
            case Today.InShadow shadow -> out.println("  bekäme es nach Regel " + shadow.rule()
                    + ", wenn alle Beteiligten im Echtbetrieb wären");
            case Today.Withheld withheld -> out.println("  bekommt es nicht, weil: " + withheld.because());
        }
    }
}
