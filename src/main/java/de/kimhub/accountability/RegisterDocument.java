package de.kimhub.accountability;

import de.kimhub.accountability.Activity.Aspect;
import de.kimhub.connector.Installation;
import java.time.LocalDate;
import java.util.List;

/** The {@link ProcessingRegister} as a text for data protection officers. */
public final class RegisterDocument {

    private RegisterDocument() {
    }

    public static Document of(Installation installation, LocalDate today) {
        ProcessingRegister register = ProcessingRegister.of(installation);
        Document text = new Document("Verzeichnis von Verarbeitungstätigkeiten: KIM-Hub, " + installation.name());
        text.notice(Words.OFFICER);
        text.paragraph("Nach Art. 30 Abs. 1 und 2 DSGVO. Stand: " + Words.day(today) + ". Der Hub vermittelt zwischen den Werkzeugen der "
                + "Stellen; sein Betreiber verarbeitet im Auftrag (Art. 28 DSGVO, § 67d Abs. 3 SGB X), verantwortlich bleibt jede Stelle für "
                + "das, was sie gibt und bekommt.");
        bodies(register, text);
        activities(register, text);
        recipients(register, text);
        text.heading(2, "4. Drittländer");
        text.paragraph("Keine Übermittlung in Drittländer oder an internationale Organisationen: Der Hub ruft nichts außerhalb der "
                + "angebundenen Stellen auf. Ob der Betreiber Dienstleister außerhalb der EU einsetzt, weiß die Konfiguration nicht: "
                + Words.TO_BE_ADDED + ".");
        text.heading(2, "5. Löschfristen");
        text.table(List.of("Daten", "Frist", "Beginn"), register.retention());
        text.paragraph("Fristen beim Empfänger stehen bei den Weitergaben. hub retention weist nach, dass gelöscht wird.");
        text.heading(2, "6. Technische und organisatorische Maßnahmen");
        text.heading(3, "Was der Hub tut");
        text.table(List.of("Ziel", "Maßnahme"), register.measures());
        text.heading(3, "Was beim Betreiber liegt");
        text.table(List.of("Ziel", "Maßnahme"), Measures.ofOperator(installation).stream().map(Measures.Measure::row).toList());
        return text;
    }

    private static void bodies(ProcessingRegister register, Document text) {
        text.heading(2, "1. Verantwortliche und Auftragsverarbeiter");
        text.paragraph("Auftragsverarbeiter (Betreiber des Hubs): " + register.operator() + ". Datenschutzbeauftragte oder "
                + "Datenschutzbeauftragter des Betreibers: " + Words.TO_BE_ADDED + ".");
        text.table(List.of("Stelle", "Verantwortlicher", "Datenschutz", "Stand"), register.bodies().stream()
                .map(body -> List.of(body.title() + " (" + body.kind() + ")", body.controller(), body.officer(), body.released()))
                .toList());
    }

    private static void activities(ProcessingRegister register, Document text) {
        text.heading(2, "2. Verarbeitungstätigkeiten");
        if (register.activities().isEmpty()) {
            text.paragraph("Keine: Alle Anbindungen laufen im Testbetrieb, ohne Angaben zu echten Personen.");
        }
        for (Activity activity : register.activities()) {
            text.heading(3, activity.title());
            text.lists(List.of("Angabe", "Inhalt"), activity.aspects().entrySet().stream()
                    .map(aspect -> List.of(List.of(aspect.getKey().germanText()), aspect.getValue())).toList());
        }
    }

    private static void recipients(ProcessingRegister register, Document text) {
        text.heading(2, "3. Wer bekommt was");
        List<List<List<String>>> rows = register.activities().stream().filter(one -> one.id().startsWith("weitergabe-"))
                .flatMap(one -> one.of(Aspect.RECIPIENTS).stream()).distinct().sorted()
                .map(recipient -> List.of(List.of(recipient), given(register, recipient))).toList();
        if (rows.isEmpty()) {
            text.paragraph("Zurzeit bekommt niemand etwas: Keine Regel passt zu den angebundenen Stellen.");
        }
        text.lists(List.of("Empfänger", "Weitergaben"), rows);
    }

    private static List<String> given(ProcessingRegister register, String recipient) {
        return register.activities().stream().filter(one -> one.id().startsWith("weitergabe-")
                        && one.of(Aspect.RECIPIENTS).contains(recipient))
                .map(one -> one.title() + ": " + String.join(", ", one.of(Aspect.CATEGORIES)) + "; von "
                        + String.join(", ", one.of(Aspect.SOURCES))).toList();
    }
}
