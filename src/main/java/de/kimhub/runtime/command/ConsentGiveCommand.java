package de.kimhub.runtime.command;

import de.kimhub.processing.ConsentForm;
import de.kimhub.processing.Consents;
import de.kimhub.processing.RecordedConsent;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records a consent as it stands on the signed form. */
@Command(name = "give", mixinStandardHelpOptions = true, description = {
        "Nimmt eine unterschriebene Einwilligung auf. Listen mit Komma; die Schlüssel stehen in docs/reference.md.",
        "Aktenzeichen und Namen stehen dabei in der Befehlszeile und damit vielleicht im Verlauf der Shell.",
        "Ergebnis: 0 aufgenommen, 3 nicht möglich; dann wird alles genannt, was fehlt."})
final class ConsentGiveCommand extends ConsentTask {

    @Option(names = "--purposes", paramLabel = "ZWECK", split = ",", description = "Wozu, z. B. case-management.")
    private List<String> purposes = List.of();

    @Option(names = "--sources", paramLabel = "STELLE", split = ",",
            description = "Wer mitteilen darf, z. B. jobcenter, oder instance:<id>.")
    private List<String> sources = List.of();

    @Option(names = "--recipients", paramLabel = "STELLE", split = ",", description = "Wer es bekommen darf, ebenso.")
    private List<String> recipients = List.of();

    @Option(names = "--data", paramLabel = "ART", split = ",",
            description = "Welche Arten von Daten, z. B. massnahme. Ohne Angabe: alle.")
    private List<String> data = List.of();

    @Option(names = "--form", paramLabel = "FASSUNG", description = "Fassung des Formulars.")
    private String form;

    @Option(names = "--language", paramLabel = "SPRACHE", description = "Sprache des Formulars, z. B. deu.")
    private String language;

    @Option(names = "--given-on", paramLabel = "JJJJ-MM-TT", description = "Tag der Unterschrift. Ohne Angabe: heute.")
    private LocalDate givenOn;

    @Option(names = "--valid-until", paramLabel = "JJJJ-MM-TT", description = "Letzter Tag. Ohne Angabe: bis zum Widerruf.")
    private LocalDate validUntil;

    @Option(names = "--representative", description = "Eine Vertretung hat unterschrieben, z. B. die Eltern eines Kindes.")
    private boolean representative;

    @Option(names = "--secrecy-release", description = "Mit Entbindung von der Schweigepflicht (§ 203 StGB).")
    private boolean secrecyRelease;

    @Option(names = "--shown", paramLabel = "STELLE=AKTENZEICHEN",
            description = "Aktenzeichen einer anderen Stelle, wie die Person es gezeigt hat; mehrmals möglich.")
    private Map<String, String> shown = Map.of();

    @Option(names = "--number", paramLabel = "NUMMER", description = "Nummer des Formulars. Ohne Angabe vergibt der Hub eine.")
    private String number;

    @ArgGroup(exclusive = false)
    private PersonOptions person;

    static final class PersonOptions {

        @Option(names = "--family", paramLabel = "NACHNAME", required = true,
                description = "Nur wenn noch kein Werkzeug diese Akte führt.")
        private String family;

        @Option(names = "--given", paramLabel = "VORNAME", description = "Ebenso.")
        private String given;

        @Option(names = "--born", paramLabel = "JJJJ-MM-TT", required = true, description = "Ebenso.")
        private LocalDate born;
    }

    @Override
    int at(Consents consents, Consents.File asked, String by, PrintWriter out) {
        ConsentForm signed = new ConsentForm(number, orToday(givenOn), set(purposes), set(sources), set(recipients), set(data),
                validUntil, form, language, representative, secrecyRelease,
                shown.entrySet().stream().map(one -> new ConsentForm.Shown(one.getKey(), one.getValue())).toList(),
                person == null ? null : new ConsentForm.Person(person.family, person.given, person.born));
        RecordedConsent recorded = consents.give(asked, signed, by);
        out.println("Aufgenommen:");
        print(out, recorded);
        return ExitCodes.WELL;
    }

    private static Set<String> set(List<String> codes) {
        return new LinkedHashSet<>(codes);
    }
}
