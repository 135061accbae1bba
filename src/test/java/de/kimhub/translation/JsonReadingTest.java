package de.kimhub.translation;

import static de.kimhub.translation.Connectors.accepted;
import static de.kimhub.translation.Connectors.codes;
import static de.kimhub.translation.Connectors.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JsonReadingTest {

    private static final String RECEIVE = """
            record: {key: [id]}
            fields:
              case.number: {from: person.fall, required: true}
              person.nationalities: {from: person.staat, codelist: staatsangehoerigkeit, separator: ","}
              event.occurredOn: {from: am, required: true}
              unit.name: {from: stelle, optional: true}
            events:
              - type: case.opened
            """;
    private static final String FIRST = "{\"id\":1,\"person\":{\"fall\":\"A-1\",\"staat\":[\"475\",\"deutsch\"]},\"am\":\"2026-02-01\"}";
    private static final String SECOND = "{\"id\":2,\"person\":{\"fall\":\"A-2\"},\"am\":\"2026-02-02\",\"stelle\":null}";

    private final Translator json = Connectors.receiving(
            "receive: {delivery: events, format: {type: json, recordsAt: /daten/faelle, maxRecordLength: 500}}", RECEIVE);
    private final Translator rows = Connectors.receiving(
            "receive: {delivery: events, format: {type: rows, unusedColumns: [neu]}}",
            RECEIVE.replace("person.fall", "fall").replace("person.staat", "staat"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] document(String... records) {
        return bytes("{\"kopf\": [1, {\"faelle\": []}], \"daten\": {\"faelle\": [\n" + String.join(",\n", records) + "\n]}, \"fuß\": 1}");
    }

    private static String code(RawRecord record) {
        return record instanceof RawRecord.Unreadable unreadable ? unreadable.problem().code().code() : "read";
    }

    @Test
    void recordsOfAnInnerArrayAreTranslated() {
        List<RawRecord> records = records(json, document(FIRST, SECOND));

        assertThat(records).extracting(RawRecord::line).containsExactly(2L, 3L);
        var accepted = accepted(json.translate((RawRecord.Readable) records.getFirst()));
        assertThat(accepted.key()).isEqualTo("1");
        assertThat(accepted.caseNumber()).isEqualTo("A-1");
        assertThat(accepted.drafts().getFirst().fields().all("person.nationalities")).containsExactly("475", "000");
    }

    @Test
    void whatIsNoRecordIsUnreadableAndReadingGoesOn() {
        assertThat(records(json, document(FIRST, "17", "{\"id\":1,\"id\":2}", "{\"id\":\"" + "x".repeat(600) + "\"}")))
                .extracting(JsonReadingTest::code)
                .containsExactly("read", "HUB-JSON-002", "HUB-JSON-002", "HUB-JSON-002");
    }

    @Test
    void whereItStopsBeingJsonTheRestIsOneUnreadableRecord() {
        byte[] document = document(FIRST, "{\"id\": kaputt}", SECOND);

        List<RawRecord> records = records(json, document);

        assertThat(records).extracting(JsonReadingTest::code).containsExactly("read", "HUB-JSON-002");
        assertThat(records.get(1).offset() + records.get(1).length()).isEqualTo(document.length);
        assertThat(records(json, document, new ReadMark(document.length, 2, 3), 10)).isEmpty();
    }

    @Test
    void readingGoesOnAtAMark() throws IOException {
        byte[] document = document(FIRST, SECOND, FIRST);
        RecordReader reader = ((Opening.Opened) json.open(DocumentContent.of(document), ReadMark.START)).reader();
        RawRecord first = reader.read(1).getFirst();

        assertThat(new String(document, (int) first.offset(), (int) first.length(), StandardCharsets.UTF_8)).isEqualTo(FIRST);
        assertThat(records(json, document, reader.mark(), 1)).extracting(RawRecord::number).containsExactly(2L, 3L);
    }

    @Test
    void aSingleObjectIsARecordSoThatItCanBeReplayed() {
        assertThat(records(json, bytes(FIRST))).hasSize(1);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThat(refusal(json, "")).containsExactly("HUB-CSV-001");
        assertThat(refusal(json, "kein JSON")).containsExactly("HUB-JSON-001");
        assertThat(refusal(json, "17")).containsExactly("HUB-JSON-001");
    }

    @Test
    void rowsAreReadLineByLine() {
        String first = "{\"id\":\"1\",\"fall\":\"A-1\",\"staat\":null,\"am\":\"2026-02-01\",\"stelle\":\"EBH\",\"neu\":1}\n";

        List<RawRecord> records = records(rows, bytes(first + "{kaputt\n" + "{} {}\n" + first));

        assertThat(records).extracting(JsonReadingTest::code)
                .containsExactly("read", "HUB-JSON-002", "HUB-JSON-002", "read");
        assertThat(accepted(rows.translate((RawRecord.Readable) records.get(3))).caseNumber()).isEqualTo("A-1");
        assertThat(records(rows, bytes(first + first), new ReadMark(first.length(), 1, 1), 5))
                .extracting(RawRecord::number).containsExactly(2L);
    }

    @Test
    void rowsWithoutARequiredColumnAreRefusedWhole() {
        assertThat(refusal(rows, "{\"id\":\"1\",\"am\":\"2026-02-01\",\"staat\":null,\"stelle\":null}\n"))
                .containsExactly("HUB-CSV-005");
    }

    @Property(tries = 300)
    void garbageNeverThrows(@ForAll @Size(max = 500) byte[] garbage) throws IOException {
        byte[] inArray = bytes("{\"daten\": {\"faelle\": [");
        byte[] document = java.util.Arrays.copyOf(inArray, inArray.length + garbage.length);
        System.arraycopy(garbage, 0, document, inArray.length, garbage.length);
        for (Translator translator : List.of(json, rows)) {
            if (translator.open(DocumentContent.of(document), ReadMark.START) instanceof Opening.Opened opened) {
                List<RawRecord> all = new ArrayList<>();
                for (List<RawRecord> some = opened.reader().read(3); !some.isEmpty(); some = opened.reader().read(3)) {
                    all.addAll(some);
                }
                assertThat(all).isNotNull();
            }
        }
    }

    private static List<String> refusal(Translator translator, String document) {
        Opening opening = translator.open(DocumentContent.of(bytes(document)), ReadMark.START);
        assertThat(opening).isInstanceOf(Opening.RefusedDocument.class);
        return codes(((Opening.RefusedDocument) opening).problems());
    }
}
