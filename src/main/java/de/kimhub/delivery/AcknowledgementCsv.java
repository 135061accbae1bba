package de.kimhub.delivery;

import de.kimhub.message.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The acknowledgement as a table that one import can read: a row {@code DOKUMENT} with the sums, then a row
 * {@code DATENSATZ} for each record that was refused. No content, no name, and nothing of any recipient.
 */
final class AcknowledgementCsv {

    private static final List<String> COLUMNS = List.of("ART", "DOKUMENT", "DATEI", "EINGEGANGEN_AM", "EMPFANGEN",
            "ANGENOMMEN", "WIEDERHOLT", "ZURUECKGESTELLT", "ERGEBNIS", "DATENSATZ", "ZEILE", "FELD", "CODE",
            "XINNERES", "WAS_TUN");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(ZoneId.of("Europe/Berlin"));
    private static final String UNKNOWN_XINNERES = "S999";

    private final ProblemCatalogue problems;

    AcknowledgementCsv(ProblemCatalogue problems) {
        this.problems = problems;
    }

    /** @param part 0 for the first part, which alone has the row of the document */
    byte[] write(FinishedDocument document, int part, List<FinishedDocument.Refused> refused) {
        StringBuilder csv = new StringBuilder(256 + 160 * refused.size());
        row(csv, COLUMNS);
        if (part == 0) {
            row(csv, documentRow(document));
        }
        refused.forEach(record -> row(csv, recordRow(document, record)));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> documentRow(FinishedDocument document) {
        String code = document.code() == null ? "" : document.code();
        return List.of("DOKUMENT", number(document.id()), document.name(), MINUTE.format(document.receivedAt()),
                number(document.received()), number(document.accepted()), number(document.repeated()),
                number(document.quarantined()), result(document), "", "", "", code,
                code.isEmpty() ? "" : xinneres(code), code.isEmpty() ? "" : advice(code));
    }

    private List<String> recordRow(FinishedDocument document, FinishedDocument.Refused record) {
        return List.of("DATENSATZ", number(document.id()), document.name(), MINUTE.format(document.receivedAt()), "",
                "", "", "", "zurückgestellt", number(record.recordNo()), number(record.lineNo()),
                record.field() == null ? "" : record.field(), record.code(), xinneres(record.code()),
                advice(record.code()));
    }

    private static String result(FinishedDocument document) {
        if (document.refused()) {
            return "Das Dokument wurde als Ganzes zurückgewiesen; nichts daraus wurde übernommen.";
        }
        if (document.received() == 0) {
            return "Das Dokument enthielt keine Datensätze.";
        }
        if (document.repeated() == document.received()) {
            return "Alles war eine Wiederholung: jeder Datensatz war schon bekannt und hatte keine weitere Wirkung.";
        }
        StringBuilder result = new StringBuilder(document.accepted() == document.received()
                ? "Alles angenommen." : number(document.accepted()) + " von " + number(document.received())
                + " Datensätzen angenommen.");
        if (document.firstLoad()) {
            result.append(" Erstbestand: er löst keine Mitteilungen aus.");
        }
        if (document.repeated() > 0) {
            result.append(" Teilweise eine Wiederholung: ").append(document.repeated())
                    .append(" schon bekannt, ohne weitere Wirkung.");
        }
        if (document.quarantined() > 0) {
            result.append(' ').append(document.quarantined()).append(" zurückgestellt, siehe DATENSATZ.");
        }
        return result.toString();
    }

    private String xinneres(String code) {
        return problems.find(code).map(ProblemCode::xinneresCode).orElse(UNKNOWN_XINNERES);
    }

    private String advice(String code) {
        Optional<ProblemCode> problem = problems.find(code);
        return problem.map(ProblemCode::germanText).orElse("Bitte prüfen und berichtigt noch einmal liefern.");
    }

    private static String number(long number) {
        return Long.toString(number);
    }

    private static void row(StringBuilder csv, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            csv.append(i == 0 ? "" : ";").append('"').append(values.get(i).replace("\"", "\"\"")).append('"');
        }
        csv.append("\r\n");
    }
}
