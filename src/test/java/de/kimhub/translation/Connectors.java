package de.kimhub.translation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Connectors for tests, as an author would write them, and short ways to use them. */
final class Connectors {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneId.of("Europe/Berlin"));

    static final String JOBCENTER = """
            receive:
              delivery: snapshot
              format: {type: csv, charset: windows-1252, delimiter: ";", unusedColumns: [Bemerkung]}
            """;

    static final String JOBCENTER_RECEIVE = """
            record:
              key: [Kundennummer]
              noRecord:
                - {column: Kundennummer, matches: "Summe.*", as: sums line}
            fields:
              case.number: {from: Kundennummer, required: true}
              person.names.official.family: {from: Name, as: name}
              person.names.official.given: {from: Vorname, as: name}
              person.birth.date: {from: Geburtsdatum, as: partial-date, format: [dd.MM.yyyy, dd.MM.yy], empty: ["01.01.1900"]}
              person.nationalities: {from: Staatsangehörigkeit, codelist: staatsangehoerigkeit, separator: ","}
              person.sex: {from: Geschlecht, codelist: geschlecht, default: x}
              person.addresses.main.postalCode: {from: PLZ, as: postal-code, optional: true}
              unit.name: {constant: Jobcenter Herford}
            events:
              - type: measure.started
                when: {column: Eintritt, is: filled}
                retracts: {column: Status, equals: storniert}
                watch: [Maßnahme, Eintritt]
                identity: [Maßnahme]
                fields:
                  event.occurredOn: {from: Eintritt, as: date, format: dd.MM.yyyy, required: true}
                  measure.name: {from: Maßnahme}
              - type: measure.ended
                when: {column: Austritt, is: filled}
                watch: [Austritt]
                fields:
                  event.occurredOn: {from: Austritt, as: date, format: dd.MM.yyyy, required: true}
            vanished:
              - type: benefit.ended
                fields: {benefit.endsOn: {constant: "@today"}}
            """;

    static final String HEADER = "Kundennummer;Name;Vorname;Geburtsdatum;Geschlecht;Staatsangehörigkeit;PLZ;Maßnahme;"
            + "Eintritt;Austritt;Status;Bemerkung\r\n";

    private Connectors() {
    }

    static Translator jobcenter() {
        return receiving(JOBCENTER, JOBCENTER_RECEIVE);
    }

    static Translator receiving(String descriptor, String receive) {
        return compiled(descriptor, receive, null);
    }

    static Translator delivering(String descriptor, String deliver) {
        return compiled(descriptor, null, deliver);
    }

    private static Translator compiled(String descriptor, String receive, String deliver) {
        List<Problem> problems = new ArrayList<>();
        Translator translator = compile(descriptor, receive, deliver, CodeLists.canonical(), problems);
        assertThat(problems).isEmpty();
        return translator;
    }

    /** {@code null} when there are problems. */
    static Translator compile(String descriptor, String receive, String deliver, CodeLists lists,
                              List<Problem> problems) {
        return compile(descriptor, receive, deliver, lists, Stylesheets.NONE, Schemas.NONE, problems);
    }

    static Translator compile(String descriptor, String receive, String deliver, CodeLists lists,
                              Stylesheets stylesheets, Schemas schemas, List<Problem> problems) {
        return Translators.compile(Yaml.of("connector.yaml", descriptor), yaml("receive.yaml", receive),
                yaml("deliver.yaml", deliver), lists, stylesheets, schemas, problems, CLOCK).orElse(null);
    }

    private static ConfigNode yaml(String file, String text) {
        return text == null ? null : Yaml.of(file, text);
    }

    static Opening open(Translator translator, String text, String charset) {
        return translator.open(DocumentContent.of(text.getBytes(Charset.forName(charset))), ReadMark.START);
    }

    static List<RawRecord> records(Translator translator, byte[] document) {
        return records(translator, document, ReadMark.START, 100);
    }

    static List<RawRecord> records(Translator translator, byte[] document, ReadMark from, int atMost) {
        Opening opening = translator.open(DocumentContent.of(document), from);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        List<RawRecord> all = new ArrayList<>();
        try (RecordReader reader = ((Opening.Opened) opening).reader()) {
            for (List<RawRecord> some = reader.read(atMost); !some.isEmpty(); some = reader.read(atMost)) {
                all.addAll(some);
            }
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return all;
    }

    /** Translates the only record of a Jobcenter document with this row. */
    static Translation jobcenterRow(String row) {
        return translate(jobcenter(), HEADER + row + "\r\n", "windows-1252");
    }

    static Translation translate(Translator translator, String document, String charset) {
        List<RawRecord> records = records(translator, document.getBytes(Charset.forName(charset)));
        assertThat(records).hasSize(1);
        assertThat(records.getFirst()).isInstanceOf(RawRecord.Readable.class);
        return translator.translate((RawRecord.Readable) records.getFirst());
    }

    static Translation.Accepted accepted(Translation translation) {
        assertThat(translation).as(String.valueOf(translation)).isInstanceOf(Translation.Accepted.class);
        return (Translation.Accepted) translation;
    }

    static List<String> refusals(Translation translation) {
        assertThat(translation).isInstanceOf(Translation.Refused.class);
        return ((Translation.Refused) translation).problems().stream().map(problem -> problem.code().code()).toList();
    }

    static List<String> codes(List<Problem> problems) {
        return problems.stream().map(problem -> problem.code().code()).toList();
    }
}
