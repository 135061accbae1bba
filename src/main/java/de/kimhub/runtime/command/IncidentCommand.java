package de.kimhub.runtime.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.delivery.DeliveryIds;
import de.kimhub.linkage.review.FilePair.Named;
import de.kimhub.processing.FrozenPersons;
import de.kimhub.processing.IncidentReport;
import de.kimhub.processing.IncidentReports;
import de.kimhub.runtime.RunningHub;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** A breach of the protection of personal data: who got what, and who is stopped. */
@Command(name = "incident", mixinStandardHelpOptions = true, description = {
        "Bei einem Vorfall: schreibt, wer wann welche Angaben bekommen hat, als Entwurf der Meldung nach Art. 33 DSGVO, und rechnet "
                + "die 72 Stunden ab Bekanntwerden. Keine Inhalte, kein Aktenzeichen.",
        "Mit --freeze geht ab sofort nichts von den Personen hinaus, auch nicht, was ein Gesetz verlangt; was kommt, wird "
                + "verarbeitet und wartet. Besteht der Verdacht, dass zwei Personen verwechselt wurden, mit --with auch die andere Akte "
                + "nennen. --unfreeze hebt es auf.",
        "Ergebnis: 0 geschrieben, eingefroren oder aufgehoben, 1 der Hub kennt das Ereignis oder die Akte nicht."})
public final class IncidentCommand extends PersonTask {

    @Parameters(index = "1", paramLabel = "WAS", description = "Ereignis (Nummer oder K...) oder INSTANZ:AKTENZEICHEN.")
    private String what;

    @Option(names = "--known-since", paramLabel = "ZEIT", description = "Seit wann die Stelle davon weiß, z. B. 2026-11-29T08:30.")
    private String knownSince;

    @Option(names = "--out", paramLabel = "DATEI", description = "Wohin der Entwurf (HTML) geschrieben wird; eine neue Datei.")
    private Path out;

    @Option(names = "--json", paramLabel = "DATEI", description = "Schreibt dasselbe als JSON in diese neue Datei.")
    private Path json;

    @Option(names = "--freeze", description = "Friert die Person ein.")
    private boolean freeze;

    @Option(names = "--unfreeze", description = "Hebt das Einfrieren auf.")
    private boolean unfreeze;

    @Option(names = "--with", paramLabel = "AKTE", converter = FileArgument.class,
            description = "Zweite Person: INSTANZ:AKTENZEICHEN.")
    private Named other;

    @Override
    int at(RunningHub hub, String by, PrintWriter terminal) throws IOException {
        NewFiles.mustBeNew(command().commandLine(), out);
        NewFiles.mustBeNew(command().commandLine(), json);
        if (freeze == unfreeze && (freeze || out == null) || out != null && knownSince == null) {
            throw new ParameterException(command().commandLine(),
                    "Zum Entwurf gehören --out und --known-since; sonst --freeze oder --unfreeze.");
        }
        int code = freeze || unfreeze ? freeze(hub, by, terminal) : ExitCodes.WELL;
        return out == null || code != ExitCodes.WELL ? code : report(hub, by, terminal);
    }

    private int freeze(RunningHub hub, String by, PrintWriter terminal) {
        FrozenPersons frozen = hub.bean(FrozenPersons.class);
        List<byte[]> files = new ArrayList<>();
        if (what.contains(":")) {
            files.add(frozen.digest(what.substring(0, what.indexOf(':')), what.substring(what.indexOf(':') + 1)));
        } else {
            number(hub).flatMap(frozen::fileOf).ifPresent(files::add);
        }
        if (other != null) {
            files.add(frozen.digest(other.instance(), other.number()));
        }
        Optional<Integer> changed = files.isEmpty() ? Optional.empty()
                : freeze ? frozen.freeze(files, by) : frozen.unfreeze(files, by);
        terminal.println(changed.map(count -> freeze
                ? count + " Akten sind eingefroren: Nichts von ihnen geht hinaus, auch nicht, was ein Gesetz verlangt. Fristen solcher "
                        + "Mitteilungen selbst wahren. Was schon ausgelegt ist, liegt noch dort: die Empfänger anrufen."
                : count + " Akten sind wieder frei; was wartet, geht hinaus.").orElse(UNKNOWN));
        return changed.isPresent() ? ExitCodes.WELL : ExitCodes.FINDINGS;
    }

    private int report(RunningHub hub, String by, PrintWriter terminal) throws IOException {
        IncidentReports reports = hub.bean(IncidentReports.class);
        OffsetDateTime since = since();
        Optional<IncidentReport> report = what.contains(":")
                ? reports.ofFile(what.substring(0, what.indexOf(':')), what.substring(what.indexOf(':') + 1), since, by)
                : number(hub).flatMap(event -> reports.ofEvent(event, since, by));
        if (report.isEmpty()) {
            terminal.println(what.contains(":") ? UNKNOWN : "Dieses Ereignis gibt es nicht, nicht mehr, oder es betrifft niemanden.");
            return ExitCodes.FINDINGS;
        }
        NewFiles.write(out, IncidentPage.of(report.get()));
        if (json != null) {
            NewFiles.write(json, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report.get()));
        }
        terminal.printf("%d Empfänger, %d Angaben. Die 72 Stunden enden am %s, das ist in %d Stunden.%n",
                report.get().recipients().size(), report.get().records(), IncidentPage.time(report.get().due()),
                report.get().hoursLeft());
        return ExitCodes.WELL;
    }

    private Optional<Long> number(RunningHub hub) {
        return what.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(what))
                : hub.bean(DeliveryIds.class).parse(what).map(DeliveryIds.DeliveryId::eventId);
    }

    private OffsetDateTime since() {
        try {
            return knownSince.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})$") ? OffsetDateTime.parse(knownSince)
                    : LocalDateTime.parse(knownSince).atZone(ZoneId.systemDefault()).toOffsetDateTime();
        } catch (DateTimeException e) {
            throw new ParameterException(command().commandLine(), "Die Zeit wird so geschrieben: 2026-11-29T08:30", e);
        }
    }
}
