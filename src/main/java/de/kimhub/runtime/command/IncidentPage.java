package de.kimhub.runtime.command;

import de.kimhub.message.FieldLabels;
import de.kimhub.processing.IncidentReport;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The draft of a notice under Art. 33 DSGVO, in the order of its paragraph 3; what only people know is left to fill in. */
final class IncidentPage {

    private static final String FILL_IN = "(von der Stelle zu ergänzen)";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private IncidentPage() {
    }

    static String time(String iso) {
        return TIME.format(OffsetDateTime.parse(iso));
    }

    static String of(IncidentReport report) {
        HtmlText page = new HtmlText().raw("<!DOCTYPE html>\n<html lang=\"de\"><head><meta charset=\"utf-8\">"
                + "<title>Entwurf einer Meldung nach Art. 33 DSGVO</title><style>body{font-family:sans-serif;max-width:60rem;"
                + "margin:2rem auto;line-height:1.4}table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;"
                + "padding:.3rem;text-align:left;vertical-align:top}</style></head><body>\n");
        page.element("h1", "Entwurf einer Meldung nach Art. 33 DSGVO");
        page.element("p", "Von der oder dem Datenschutzbeauftragten zu prüfen und zu ergänzen. Ohne Inhalte und ohne Aktenzeichen.");
        clock(page, report);
        nature(page, report);
        recipients(page, report);
        page.element("h2", "4. Anlaufstelle (Buchst. b)");
        page.element("p", "Datenschutzbeauftragte oder Datenschutzbeauftragter: " + FILL_IN);
        page.element("h2", "5. Wahrscheinliche Folgen (Buchst. c)");
        page.element("p", FILL_IN + (report.underBlock() ? " Für eine betroffene Person besteht eine Auskunftssperre (§ 51 BMG): Gefahr "
                + "für Leib und Leben prüfen, die Person sofort benachrichtigen (Art. 34 DSGVO)." : ""));
        page.element("h2", "6. Maßnahmen (Buchst. d)");
        page.element("p", (report.frozen() ? "Die Person ist eingefroren: Es geht nichts mehr von ihr hinaus, auch keine gesetzlichen "
                + "Mitteilungen. " : "Die Person ist nicht eingefroren (hub incident --freeze). ") + FILL_IN);
        return page.raw("</body></html>\n").toString();
    }

    private static void clock(HtmlText page, IncidentReport report) {
        page.element("h2", "1. Frist");
        page.table(List.of("Bekannt seit", "Meldung spätestens (72 Stunden)", "Stand"), List.of(List.of(
                time(report.knownSince()), time(report.due()), time(report.madeAt()) + ": " + (report.hoursLeft() < 0
                        ? "Frist überschritten, die Verzögerung ist zu begründen (Art. 33 Abs. 1 Satz 2)"
                        : "noch " + report.hoursLeft() + " Stunden"))));
    }

    private static void nature(HtmlText page, IncidentReport report) {
        page.element("h2", "2. Art der Verletzung (Buchst. a)");
        page.element("p", report.about() + ". Was geschehen ist: " + FILL_IN);
        page.table(List.of("Betroffene Personen", "Akten", "Datensätze (Ereignisse)"), List.of(List.of(
                report.persons() + " (bei einer Verwechslung zweier Personen: 2)", Integer.toString(report.files()),
                Integer.toString(report.records()))));
        page.element("p", "Kategorien von Personen: Menschen mit Einwanderungsgeschichte, die beraten werden. Kategorien von Daten:");
        page.table(List.of("Angabe", "in so vielen Datensätzen weitergegeben"), report.categories().stream().map(one ->
                List.of(one.name(), Integer.toString(one.records()))).toList());
    }

    private static void recipients(HtmlText page, IncidentReport report) {
        page.element("h2", "3. Wer hat wann was bekommen");
        page.table(List.of("Empfänger", "Ereignisse", "zuerst", "zuletzt", "noch nicht bestätigt"), report.recipients().stream()
                .map(one -> List.of(one.instance(), Integer.toString(one.events()), text(one.first()), text(one.last()),
                        Integer.toString(one.onTheWay()))).toList());
        for (IncidentReport.Recipient one : report.recipients()) {
            page.element("h3", one.instance());
            page.table(List.of("Ereignis", "Art", "zugestellt", "Regel", "Angaben"), one.given().stream().map(given -> List.of(
                    Long.toString(given.event()), given.type(), text(given.deliveredOn()), given.rule(),
                    given.fields().stream().map(FieldLabels::of).collect(Collectors.joining(", "))
                            + (given.remark().isEmpty() ? "" : " (" + given.remark() + ")"))).toList());
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
