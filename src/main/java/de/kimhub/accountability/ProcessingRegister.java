package de.kimhub.accountability;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.connector.Instance.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * The register of processing activities of an installation (Verarbeitungsverzeichnis, Art. 30 DSGVO), as its
 * configuration is at one moment.
 *
 * @param operator   German: who runs the hub
 * @param bodies     who takes part, and who answers for it
 * @param activities its entries
 * @param retention  what is kept how long, as rows of kind, period, start
 * @param measures   as rows of aim and what is done
 */
public record ProcessingRegister(String operator, List<Body> bodies, List<Activity> activities, List<List<String>> retention,
                                 List<List<String>> measures) {

    /** @param released German: contract and release, or that it is in test */
    public record Body(String fileName, String title, String kind, String controller, String officer, String released) {
    }

    public static ProcessingRegister of(Installation installation) {
        return new ProcessingRegister(operator(installation), installation.all().stream().map(ProcessingRegister::body).toList(),
                new Activities(installation).all(), retention(installation),
                Measures.of(installation).stream().map(Measures.Measure::row).toList());
    }

    private static String operator(Installation installation) {
        return installation.hub().clearing().map(one -> one.name() + ", " + one.street() + " " + one.houseNumber() + ", "
                + one.postalCode() + " " + one.town() + ", " + one.email() + ", " + one.telephone())
                .orElse("Betreiber " + Words.TO_BE_ADDED);
    }

    private static Body body(Instance instance) {
        var release = instance.release();
        String mode = switch (instance.mode()) {
            case TEST -> "Testbetrieb: keine Angaben zu echten Personen";
            case SHADOW -> "Schattenbetrieb: echte Daten, nichts wird gesendet. ";
            case LIVE -> "Echtbetrieb. ";
        };
        String contract = instance.mode() == Mode.TEST ? "" : "Vertrag nach Art. 28 DSGVO: " + release.contract().orElse("")
                + release.contractOn().map(day -> " vom " + Words.day(day)).orElse("") + ". Freigabe am "
                + release.releasedOn().map(Words::day).orElse(Words.TO_BE_ADDED) + ".";
        return new Body(instance.fileName(), instance.title(), Words.body(instance.authority()),
                release.controller().orElse(Words.TO_BE_ADDED), release.officer().orElse(Words.TO_BE_ADDED), mode + contract);
    }

    private static List<List<String>> retention(Installation installation) {
        var kept = installation.hub().retention();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Akten und Ereignisse von Menschen, die nicht teilnehmen", Words.period(kept.notEnrolled()), "ab der Erhebung"));
        rows.add(List.of("Akten, Angaben zur Person, Einwilligungen, Ereignisse von Menschen, die teilnehmen", Words.period(kept.ended()),
                "ab dem Ende der Teilnahme (keine gültige Einwilligung, nichts Neues)"));
        rows.add(List.of("Kopien von Dateien, versiegelte Lieferungen", Words.period(kept.transportCopy()),
                "ab dem Ende der Verarbeitung oder Zustellung"));
        rows.add(List.of("Zurückgestellte Datensätze", Words.period(kept.quarantine()), "ab der Erhebung"));
        rows.add(List.of("Protokoll", Words.period(kept.audit()), "ab dem Eintrag"));
        rows.add(List.of("Prüfzahlen von Datensätzen, ohne Bezug zu einer Akte", "solange die Anbindung besteht",
                "nötig, damit Bekanntes nicht noch einmal wirkt"));
        return rows;
    }
}
