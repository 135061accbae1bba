package de.kimhub.runtime.command;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.message.FieldLabels;
import de.kimhub.processing.PersonReport;
import de.kimhub.translation.CodeLists;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A {@link PersonReport} as a page in German that can be read without knowing the hub, and printed. */
final class PersonReportPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm 'Uhr'");
    private static final CodeLists CODES = CodeLists.canonical();
    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
            + "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{border:1px solid #767676;"
            + "padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#eee}"
            + "@media print{h2,h3{break-after:avoid}tr{break-inside:avoid}}";

    private final OfficeNames names;
    private final HtmlText page = new HtmlText();

    private PersonReportPage(OfficeNames names) {
        this.names = names;
    }

    static String of(PersonReport report, OfficeNames names) {
        return new PersonReportPage(names).of(report);
    }

    private String of(PersonReport report) {
        page.raw("<!DOCTYPE html><html lang=\"de\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>Auskunft über gespeicherte Daten</title><style>" + STYLE + "</style></head><body><main>");
        page.element("h1", "Auskunft über gespeicherte Daten");
        page.element("p", "Nach Art. 15 Datenschutz-Grundverordnung. Stand: "
                + GermanDay.of(OffsetDateTime.parse(report.madeAt()).toLocalDate())
                + ". Die Seite enthält Angaben einer Person und ist nur für sie bestimmt.");
        blocks(report);
        files(report);
        consents(report);
        events(report);
        links(report);
        copies(report);
        return page.raw("</main></body></html>").toString();
    }

    private void blocks(PersonReport report) {
        if (report.underBlock()) {
            page.element("p", "Für die Person ist eine Auskunftssperre eingetragen (§ 51 BMG): Diese Seite nennt, wo sie ist. "
                    + "Nur ihr selbst geben, und nicht an eine Anschrift schicken, die andere kennen.");
        }
        if (!report.blocks().isEmpty()) {
            page.element("h2", "Auskunftssperren");
            page.table(List.of("Mitgeteilt von", "Am", "Was", "Art"), report.blocks().stream().map(one -> List.of(
                    names.title(one.instance()), day(one.on()), (one.lifted() ? "aufgehoben" : "eingetragen") + (one.held() ? ", wartet auf eine Entscheidung"
                            : ""), one.code().isEmpty() ? "nicht genannt" : OfficeNames.codes("auskunftssperre", List.of(one.code())))).toList());
        }
    }

    private void files(PersonReport report) {
        page.element("h2", "Akten");
        for (PersonReport.File file : report.files()) {
            page.element("h3", names.title(file.instance()) + ": "
                    + (file.number() == null ? "Aktenzeichen gelöscht" : file.number()));
            page.element("p", "Dem Hub bekannt seit " + day(file.seenAt()) + (file.closedOn() == null ? "."
                    : "; dort geschlossen am " + day(file.closedOn()) + "."));
            int version = file.versions().size();
            for (Map<String, List<String>> values : file.versions()) {
                page.element("p", version == file.versions().size() ? "Angaben zur Person:" : "Frühere Angaben (" + version + "):");
                values(values);
                version--;
            }
        }
    }

    private void values(Map<String, List<String>> values) {
        page.table(List.of("Angabe", "Wert"), values.entrySet().stream()
                .map(value -> List.of(FieldLabels.of(value.getKey()), inWords(value.getKey(), value.getValue()))).toList());
    }

    private static String inWords(String path, List<String> values) {
        Optional<Field> field = CanonicalSchema.find(path);
        return values.stream().map(value -> field.map(one -> inWords(one, value)).orElse(value))
                .collect(Collectors.joining(", "));
    }

    private static String inWords(Field field, String value) {
        return switch (field.kind()) {
            case CODE -> CODES.text(field.codeList(), value).orElse(value);
            case DATE -> day(value);
            case PARTIAL_DATE -> german(value);
            case TIMESTAMP -> TIME.format(LocalDateTime.parse(value));
            case BOOLEAN -> value.equals("true") ? "ja" : "nein";
            case NAME, TEXT, AGS, INTEGER -> value;
        };
    }

    private static String german(String partialDate) {
        List<String> parts = Arrays.asList(partialDate.split("-"));
        return String.join(".", parts.reversed());
    }

    private void consents(PersonReport report) {
        page.element("h2", "Einwilligungen");
        if (report.consents().isEmpty()) {
            page.element("p", HtmlText.NONE);
        }
        for (PersonReport.GivenConsent one : report.consents()) {
            page.element("h3", "Einwilligung " + one.number());
            page.table(List.of("Angabe", "Wert"), List.of(
                    List.of("Aufgenommen von", names.title(orNone(one.takenBy()))),
                    List.of("Zwecke", OfficeNames.codes("zweck", one.purposes())),
                    List.of("Von", names.parties(one.sources())),
                    List.of("An", names.parties(one.recipients())),
                    List.of("Daten", one.dataCategories().isEmpty() ? "alle"
                            : OfficeNames.codes("datenart", one.dataCategories())),
                    List.of("Gilt", "ab " + day(one.validFrom())
                            + (one.validUntil() == null ? "" : " bis " + day(one.validUntil()))),
                    List.of("Widerrufen", one.withdrawnOn() == null ? "nein" : day(one.withdrawnOn())),
                    List.of("Formular", orNone(one.formVersion()) + " " + orNone(one.formLanguage())
                            + (one.representative() ? ", durch Vertretung" : "")),
                    List.of("Von der Schweigepflicht entbunden", one.secrecyRelease() ? "ja" : "nein")));
        }
    }

    private void events(PersonReport report) {
        page.element("h2", "Ereignisse, und wer sie bekommen hat");
        for (PersonReport.Event event : report.events()) {
            page.element("h3", "%s: %s (%s), vom %s, %s".formatted(names.title(event.instance()), event.type(), event.kind(),
                    day(event.occurredOn()), event.state()));
            if (!event.leftOut().isEmpty()) {
                page.element("p", event.leftOut());
            } else {
                values(event.content());
            }
            page.table(List.of("Bekommen hat es", "Am", "Nach Regel", "Mit den Angaben"),
                    event.given().stream().map(one -> List.of(names.title(one.instance()), one.deliveredOn() == null
                                    ? "noch nicht angekommen" : day(one.deliveredOn()), one.rule(), fields(one))).toList());
            page.table(List.of("Nicht bekommen hat es", "weil"), event.withheld().entrySet().stream()
                    .map(one -> List.of(names.title(one.getKey()), one.getValue())).toList());
            if (!event.waiting().isEmpty()) {
                page.table(List.of("Wartet auf die Weitergabe an", "Nach Regel"), event.waiting().entrySet().stream()
                        .map(one -> List.of(names.title(one.getKey()), one.getValue())).toList());
            }
        }
        page.element("p", "Die Angaben bei einer Weitergabe stehen nach der heutigen Fassung der Regel da.");
    }

    private static String fields(PersonReport.Delivery one) {
        String names = one.fields().stream().map(FieldLabels::of).collect(Collectors.joining(", "));
        return one.remark().isEmpty() ? names : names.isEmpty() ? one.remark() : names + " (" + one.remark() + ")";
    }

    private void links(PersonReport report) {
        page.element("h2", "Verbindungen");
        page.element("p", "Wie Akten als die einer Person erkannt, verbunden oder getrennt wurden.");
        page.tableOrNone(List.of("Vorgang", "Am", "Durch", "Art", "Akten"), report.links().stream()
                .map(one -> List.of(Long.toString(one.number()), day(one.at()), one.by(), one.kind(),
                        Integer.toString(one.files()))).toList());
    }

    private void copies(PersonReport report) {
        page.element("h2", "Kopien, die bis zum Ende ihrer Frist noch da sind");
        page.tableOrNone(List.of("Art", "Von", "Dokument", "Datensatz", "Seit"), report.copies().stream()
                .map(one -> List.of(one.kind(), names.title(one.instance()), Long.toString(one.document()),
                        one.record() == null ? "" : one.record().toString(), day(one.since()))).toList());
    }

    private static String orNone(String text) {
        return text == null ? "" : text;
    }

    private static String day(String iso) {
        return GermanDay.of(LocalDate.parse(iso));
    }
}
