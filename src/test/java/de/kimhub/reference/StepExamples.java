package de.kimhub.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Problem;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.NamedStep;
import de.kimhub.translation.Opening;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.RecordReader;
import de.kimhub.translation.Translation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every named step with examples, and what the hub really makes of them. */
final class StepExamples {

    /** @param path a canonical field that the step can fill */
    private record Example(String path, String meaning, List<String> values) {
    }

    private StepExamples() {
    }

    private static Example of(NamedStep step) {
        return switch (step) {
            case TEXT -> new Example("unit.name", "Text, usual for texts: white space to one blank, typographic marks"
                    + " replaced, DIN 91379 datatype C", List.of("  Team  „Nord“ – Raum 2 ", "Отдел"));
            case NAME -> new Example("person.names.official.family", "Usual for names: DIN 91379 datatype A",
                    List.of(" Muster\u00A0Testmann", "Şahin-Beispiel", "M?ller"));
            case DATE -> new Example("event.deadline", "A day; `format` says how it is written",
                    List.of("2026-11-03", "03.11.2026", "31.02.2026"));
            case PARTIAL_DATE -> new Example("person.birth.date", "A day, a month or a year",
                    List.of("00.00.1980", "05.1980", "1980-05-17"));
            case TIMESTAMP -> new Example("appointment.at", "A day and time; `format` says how it is written",
                    List.of("03.11.2026 09:30", "2026-11-03T09:30:15"));
            case INTEGER -> new Example("person.arrivalYear", "A whole number, digits only", List.of("2019", "2.019"));
            case DECIMAL -> new Example("unit.name", "A number in German or plain notation",
                    List.of("1.234,50", "1234.5", "zwölf"));
            case BOOLEAN -> new Example("consent.secrecyRelease", "Yes or no; `\"true\"` and `\"false\"` list the texts",
                    List.of("Ja", "n", "vielleicht"));
            case UPPER -> new Example("unit.name", "Text in capital letters", List.of("Team Straße"));
            case DIGITS -> new Example("unit.telephone", "Keeps the digits; blanks, dots, slashes and hyphens go",
                    List.of("05221 / 000-000", "0521 abc"));
            case AGS -> new Example("event.municipality", "Amtlicher Gemeindeschlüssel; a lost leading zero is restored",
                    List.of("5758012", "05758012", "99"));
            case POSTAL_CODE -> new Example("person.addresses.main.postalCode", "German postal code; a lost leading zero is"
                    + " restored", List.of("1067", "32049"));
            case LOOKUP -> new Example("person.nationalities", "A code of the code list; code, text and synonyms count",
                    List.of("475", "syrisch", "SYR", "Phantasien"));
        };
    }

    static String write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("""
                What `as` can say in `receive.yaml`. The examples were run with the step's usual settings, each into the field
                named beside it.

                """);
        text.append(Markdown.header("step", "meaning", "field", "example", "becomes"));
        Connector connector = connector(folder.resolve("stufen"));
        for (NamedStep step : NamedStep.values()) {
            Example example = of(step);
            for (String value : example.values()) {
                boolean first = value.equals(example.values().getFirst());
                text.append(Markdown.row(first ? Markdown.code(step.code()) : "", first ? example.meaning() : "",
                        first ? Markdown.code(example.path()) : "", Markdown.code(value), result(connector, step, value)));
            }
        }
        return text.append('\n').toString();
    }

    private static Connector connector(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder events = new StringBuilder();
        for (NamedStep step : NamedStep.values()) {
            events.append("""
                      - type: person.changed
                        when: {column: %1$s, is: filled}
                        fields: {%2$s: {from: %1$s, as: %1$s, optional: true}}
                    """.formatted(step.code(), of(step).path()));
        }
        Files.writeString(folder.resolve("connector.yaml"), """
                title: Probe
                authority: sonstige
                purpose: Probe
                legalBasis: Probe
                retention: P1D
                receive: {delivery: events, format: {type: json, recordsAt: ""}}
                """);
        Files.writeString(folder.resolve("receive.yaml"), """
                fields:
                  case.number: {constant: "1"}
                  event.occurredOn: {constant: "2026-11-03"}
                events:
                """ + events);
        List<Problem> problems = new ArrayList<>();
        return Connectors.loadOne(folder, problems).orElseThrow(() -> new IllegalStateException(problems.toString()));
    }

    private static String result(Connector connector, NamedStep step, String value) throws IOException {
        byte[] document = json(Map.of(step.code(), value));
        Opening opening = connector.translator().open(DocumentContent.of(document), ReadMark.START);
        if (!(opening instanceof Opening.Opened opened)) {
            throw new IllegalStateException(opening.toString());
        }
        try (RecordReader reader = opened.reader()) {
            RawRecord.Readable record = (RawRecord.Readable) reader.read(1).getFirst();
            Translation.Accepted accepted = (Translation.Accepted) connector.translator().translate(record);
            String canonical = accepted.drafts().get(step.ordinal()).fields()
                    .first(CanonicalSchema.field(of(step).path()));
            return canonical != null ? Markdown.code(canonical)
                    : "refused: " + Markdown.code(accepted.findings().getFirst().code().code());
        }
    }

    private static byte[] json(Map<String, String> record) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(List.of(record)).getBytes(StandardCharsets.UTF_8);
    }
}
