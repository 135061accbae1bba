package de.kimhub.accountability;

import de.kimhub.accountability.ImpactCriteria.Answer;
import de.kimhub.accountability.ImpactCriteria.Criterion;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The facts that a data protection impact assessment (DSFA, Art. 35 DSGVO) begins with. */
public final class ImpactDocument {

    private static final int NEEDED_FROM = 2;

    private ImpactDocument() {
    }

    public static Document of(Installation installation, LocalDate today) {
        List<RuleFlow> flows = RuleFlow.of(installation).stream().filter(flow -> !flow.ways().isEmpty()).toList();
        Document text = new Document("Tatsachen für die Datenschutz-Folgenabschätzung: KIM-Hub, " + installation.name());
        text.notice(Words.OFFICER + " Dieses Blatt ersetzt die Folgenabschätzung nicht.");
        text.paragraph("Nach Art. 35 DSGVO. Stand: " + Words.day(today) + ". Die Verarbeitungstätigkeiten selbst beschreibt das "
                + "Verzeichnis (hub report processing-register).");
        criteria(new ImpactCriteria(installation, flows).all(), text);
        flows(flows, text);
        text.heading(2, "3. Notwendigkeit und Verhältnismäßigkeit");
        necessity(flows, text);
        text.heading(2, "4. Risiken für die Betroffenen, und was der Hub dagegen tut");
        text.paragraph("Eintrittswahrscheinlichkeit und Schwere nach den Maßnahmen bewertet die oder der Verantwortliche: "
                + Words.TO_BE_ADDED + ".");
        text.table(List.of("Risiko", "Maßnahmen des Hubs", "Was bleibt"), ImpactRisks.rows());
        text.heading(2, "5. Maßnahmen");
        text.table(List.of("Ziel", "Was der Hub tut"), rows(Measures.of(installation)));
        text.heading(2, "6. Was beim Betreiber und den Verantwortlichen bleibt");
        List<List<String>> left = new ArrayList<>(rows(Measures.ofOperator(installation)));
        left.add(List.of("Rechtsgrundlagen", "Je Regel prüfen; Einwilligungen freiwillig, verständlich und in der Sprache der Person einholen; "
                + "Information nach Art. 13 und 14 DSGVO."));
        left.add(List.of("Standpunkt der Betroffenen", "Art. 35 Abs. 9 DSGVO: " + Words.TO_BE_ADDED));
        left.add(List.of("Rat der oder des Datenschutzbeauftragten", "Art. 35 Abs. 2 DSGVO: " + Words.TO_BE_ADDED));
        left.add(List.of("Restrisiko", "Bleibt es hoch, ist die Aufsichtsbehörde vorher zu hören (Art. 36 DSGVO): " + Words.TO_BE_ADDED));
        left.add(List.of("Überprüfung", "Bei jeder Änderung, die hub plan als Änderung des Verzeichnisses zeigt (Art. 35 Abs. 11 DSGVO)."));
        text.table(List.of("Aufgabe", "Inhalt"), left);
        return text;
    }

    private static List<List<String>> rows(List<Measures.Measure> measures) {
        return measures.stream().map(Measures.Measure::row).toList();
    }

    private static void criteria(List<Criterion> criteria, Document text) {
        text.heading(2, "1. Ist eine Folgenabschätzung nötig? (Kriterien des WP 248 Rev. 01)");
        text.table(List.of("Kriterium", "Ergebnis", "Warum"), criteria.stream()
                .map(one -> List.of(one.name(), one.answer().germanText(), one.why())).toList());
        long yes = criteria.stream().filter(one -> one.answer() == Answer.YES).count();
        long open = criteria.stream().filter(one -> one.answer() == Answer.TO_CHECK).count();
        text.paragraph(yes + " von 9 Kriterien treffen nach der Konfiguration zu, " + open + " sind zu prüfen. "
                + (yes >= NEEDED_FROM ? "Ab zwei ist eine Folgenabschätzung in der Regel nötig: Sie ist durchzuführen, bevor echte Daten "
                + "verarbeitet werden." : "Unter zwei entscheidet die oder der Verantwortliche nach Prüfung der offenen."));
    }

    private static void flows(List<RuleFlow> flows, Document text) {
        text.heading(2, "2. Datenflüsse");
        Map<String, Between> ways = new TreeMap<>();
        flows.forEach(flow -> flow.ways().forEach(way -> ways.computeIfAbsent(way.from().title() + "\0" + way.to().title(),
                key -> new Between(way.from(), way.to())).add(flow, way)));
        if (ways.isEmpty()) {
            text.paragraph("Keine: Keine Regel passt zu Stellen, die nicht im Testbetrieb laufen.");
            return;
        }
        text.table(List.of("Von", "An", "Regeln", "davon ohne Einwilligung", "Arten von Vorgängen", "Angaben"),
                ways.values().stream().map(Between::row).toList());
    }

    private static void necessity(List<RuleFlow> flows, Document text) {
        long consent = flows.stream().filter(flow -> flow.rule().needsConsent()).count();
        text.paragraph(flows.size() + " Regeln wirken, " + consent + " davon nur mit Einwilligung. Was keine Regel nennt, wird nicht "
                + "weitergegeben. Regeln ohne Einwilligung:");
        if (consent == flows.size()) {
            text.paragraph("keine.");
        }
        text.table(List.of("Regel", "Rechtsgrundlage"), flows.stream().filter(flow -> !flow.rule().needsConsent())
                .map(flow -> List.of(flow.rule().id(), flow.rule().legalBasis())).toList());
        text.paragraph("Rechte der Betroffenen: Auskunft (hub person report), Berichtigung und Unterrichtung der Empfänger (hub person "
                + "recipients), Löschung (hub person erase), Widerruf (hub consent withdraw), Nachweis je Ereignis (hub explain).");
    }

    /** All that goes from one to another. */
    private static final class Between {

        private final Instance from;
        private final Instance to;
        private final Set<String> rules = new LinkedHashSet<>();
        private final Set<String> withoutConsent = new LinkedHashSet<>();
        private final Set<Object> events = new LinkedHashSet<>();
        private final Set<Object> fields = new LinkedHashSet<>();

        Between(Instance from, Instance to) {
            this.from = from;
            this.to = to;
        }

        void add(RuleFlow flow, RuleFlow.Way way) {
            rules.add(flow.rule().id());
            if (!flow.rule().needsConsent()) {
                withoutConsent.add(flow.rule().id());
            }
            events.addAll(way.events());
            fields.addAll(way.fields());
        }

        List<String> row() {
            return List.of(from.title(), to.title(), Integer.toString(rules.size()), Integer.toString(withoutConsent.size()),
                    Integer.toString(events.size()), Integer.toString(fields.size()));
        }
    }
}
