package de.kimhub.kit;

import com.fasterxml.jackson.databind.JsonNode;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.translation.OutgoingItem;
import de.kimhub.translation.Rendering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Level 1: what comes of the samples is what is expected. */
final class SamplesCheck {

    private final KitFolder folder;

    SamplesCheck(KitFolder folder) {
        this.folder = folder;
    }

    List<CheckResult> run() {
        return folder.samples().stream().map(sample -> folder.result(Level.SAMPLES,
                "sample " + sample.name() + " gives what is expected",
                sample.isDelivery() ? delivery(sample) : sample.input().isPresent() ? receiving(sample) : List.of()))
                .toList();
    }

    boolean agrees(Sample sample) {
        return (sample.isDelivery() ? delivery(sample) : sample.input().isPresent() ? receiving(sample) : List.of()).isEmpty();
    }

    private List<String> receiving(Sample sample) {
        List<String> findings = new ArrayList<>();
        if (!folder.receives()) {
            return List.of(sample.place() + ": The connector does not receive. Remove the sample." + KitProblem.SAMPLE_DIRECTION);
        }
        Optional<List<ExpectedRecord>> records =
                JsonFiles.list(sample, Sample.EXPECTED_RECORDS, ExpectedRecord::of, findings);
        Optional<List<ExpectedProblem>> problems =
                JsonFiles.list(sample, Sample.EXPECTED_PROBLEMS, ExpectedProblem::of, findings);
        if (records.isEmpty() || problems.isEmpty()) {
            return findings;
        }
        SampleRun run = SampleRun.of(folder.translator(), sample.inputBytes());
        compare(sample, records.get(), run, findings);
        ExpectedProblem.differences(problems.get(), run.refusals(), run.findings())
                .forEach(difference -> findings.add(sample.placeOf(Sample.EXPECTED_PROBLEMS) + ": " + difference
                        + ". Correct the mapping, or the expected problems." + KitProblem.PROBLEMS_DIFFER));
        return findings;
    }

    private void compare(Sample sample, List<ExpectedRecord> expected, SampleRun run, List<String> findings) {
        String place = sample.placeOf(Sample.EXPECTED_RECORDS);
        if (expected.size() != run.accepted().size()) {
            findings.add(place + ": Expected " + expected.size() + " accepted records, but " + run.accepted().size()
                    + " were accepted and " + run.refusals().size() + " problems came. Correct the mapping, or what is expected." + KitProblem.RECORDS_DIFFER);
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            long number = run.numbers().get(i);
            expected.get(i).differences(run.accepted().get(i)).forEach(difference -> findings.add(place + ": record "
                    + number + ": " + difference + ". Correct the mapping, or what is expected." + KitProblem.FIELDS_DIFFER));
        }
    }

    private List<String> delivery(Sample sample) {
        List<String> findings = new ArrayList<>();
        if (!folder.delivers()) {
            return List.of(sample.place() + ": The connector does not deliver. Remove the sample." + KitProblem.SAMPLE_DIRECTION);
        }
        Optional<List<JsonNode>> events = JsonFiles.list(sample, Sample.EVENTS, node -> node, findings);
        Optional<List<ExpectedProblem>> problems =
                JsonFiles.list(sample, Sample.EXPECTED_PROBLEMS, ExpectedProblem::of, findings);
        if (events.isEmpty() || problems.isEmpty()) {
            return findings;
        }
        List<OutgoingItem> items = new ArrayList<>();
        try {
            events.get().forEach(event -> items.add(item(event)));
        } catch (IllegalArgumentException | NoSuchElementException wrong) {
            findings.add(sample.placeOf(Sample.EVENTS) + ": An event has an unknown type, kind or field. Compare it with"
                    + " docs/reference.md." + KitProblem.EVENT_FILE);
            return findings;
        }
        Rendering rendering = folder.translator().render(items);
        compare(sample, rendering, findings);
        ExpectedProblem.differences(problems.get(), List.copyOf(rendering.problems().values()), List.of())
                .forEach(difference -> findings.add(sample.placeOf(Sample.EVENTS) + ": " + difference
                        + ". Correct deliver.yaml, or expected-problems.json." + KitProblem.PROBLEMS_DIFFER));
        return findings;
    }

    private static void compare(Sample sample, Rendering rendering, List<String> findings) {
        String expectedFile = sample.expectedDelivery().map(file -> file.getFileName().toString()).orElse("expected.*");
        byte[] expected = sample.expectedDelivery().map(Sample::bytes).orElse(new byte[0]);
        byte[] actual = Archive.file(rendering.bytes(), expectedFile);
        if (!same(expectedFile, expected, actual)) {
            int at = Arrays.mismatch(expected, actual);
            long line = 1;
            for (int i = 0; i < Math.min(Math.max(at, 0), expected.length); i++) {
                line += expected[i] == '\n' ? 1 : 0;
            }
            findings.add(sample.placeOf(expectedFile) + ":" + line + ": What is rendered differs from here on (byte " + at
                    + "; " + expected.length + " bytes expected, " + actual.length
                    + " rendered). Correct deliver.yaml, or the expected file." + KitProblem.DELIVERY_DIFFERS);
        }
    }

    private static boolean same(String expectedFile, byte[] expected, byte[] actual) {
        if (expected.length == 0) {
            return actual.length == 0;
        }
        String extension = expectedFile.substring(expectedFile.lastIndexOf('.') + 1);
        return switch (extension) {
            case "json" -> JsonFiles.same(expected, actual);
            case "xml" -> XmlFiles.same(expected, actual);
            default -> Arrays.equals(expected, actual);
        };
    }

    static OutgoingItem item(JsonNode event) {
        EventType type = EventType.find(event.path("type").asText()).orElseThrow();
        MessageKind kind = Arrays.stream(MessageKind.values())
                .filter(known -> known.code().equals(event.path("kind").asText("event"))).findFirst().orElseThrow();
        return new OutgoingItem(event.path("id").asText(), type, kind, event.path("case").asText(null),
                values(event.path("fields")), values(event.path("before")), event.path("replaces").asText(null));
    }

    private static FieldValues values(JsonNode json) {
        FieldValues.Builder values = FieldValues.builder();
        for (Map.Entry<String, List<String>> entry : ExpectedRecord.fields(json).entrySet()) {
            values.setAll(CanonicalSchema.field(entry.getKey()), entry.getValue());
        }
        return values.build();
    }
}
