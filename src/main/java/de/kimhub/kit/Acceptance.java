package de.kimhub.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.message.Problem;
import de.kimhub.translation.Rendering;
import de.kimhub.translation.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rewrites the expected files of samples to what the translation gives now, for review in the diff. */
public final class Acceptance {

    private final KitFolder folder;

    private Acceptance(KitFolder folder) {
        this.folder = folder;
    }

    /**
     * What became of one sample.
     *
     * @param files   that were written or removed, relative to the connector's folder
     * @param changes how they differ from before, in German: counts of records, events and fields, never a value
     */
    public record Change(String sample, List<String> files, List<String> changes) {
    }

    /**
     * Samples that agree are not touched.
     *
     * @param only name of the only sample to look at; empty: all
     */
    public static List<Change> accept(Connector connector, Optional<String> only) throws IOException {
        KitFolder folder = KitFolder.of(connector, Connectors.reader(connector.folder().getParent()));
        Acceptance acceptance = new Acceptance(folder);
        List<Change> changes = new ArrayList<>();
        for (Sample sample : folder.samples()) {
            if (only.isEmpty() || only.get().equals(sample.name())) {
                acceptance.accept(sample).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private Optional<Change> accept(Sample sample) throws IOException {
        boolean receiving = sample.input().isPresent() && folder.receives();
        boolean delivering = sample.isDelivery() && folder.delivers();
        boolean agrees = new SamplesCheck(folder).agrees(sample)
                && (sample.mustFail() || Files.exists(sample.file(Sample.EXPECTED_RECORDS)) || sample.isDelivery());
        if (agrees || receiving == delivering) {
            return Optional.empty();
        }
        Change change = new Change(sample.name(), new ArrayList<>(), new ArrayList<>());
        if (receiving) {
            received(sample, change);
        } else {
            delivered(sample, change);
        }
        return Optional.of(change);
    }

    private void received(Sample sample, Change change) throws IOException {
        SampleRun run = SampleRun.of(folder.translator(), sample.inputBytes());
        JsonNode before = read(sample, Sample.EXPECTED_RECORDS);
        ArrayNode records = ExpectedFiles.array();
        Map<String, Integer> differences = new TreeMap<>();
        for (int i = 0; i < run.accepted().size(); i++) {
            Translation.Accepted taken = run.accepted().get(i);
            JsonNode known = before.get(i);
            List<String> differs = known == null ? List.of("") : ExpectedRecord.of(known).differences(taken);
            differs.stream().filter(text -> !text.isEmpty()).forEach(text -> differences.merge(text, 1, Integer::sum));
            records.add(differs.isEmpty() ? known : ExpectedFiles.record(taken));
        }
        if (!records.isEmpty() || run.opened() && !before.isMissingNode()) {
            write(sample, Sample.EXPECTED_RECORDS, before, records, change);
        } else {
            remove(sample, Sample.EXPECTED_RECORDS, change);
        }
        if (before.size() != records.size()) {
            change.changes().add("Angenommene Datensätze: " + before.size() + " -> " + records.size());
        }
        differences.forEach((text, count) -> change.changes().add(count + " x " + text));
        problems(sample, run.refusals(), run.findings(), change);
    }

    private void delivered(Sample sample, Change change) throws IOException {
        List<de.kimhub.translation.OutgoingItem> items = new ArrayList<>();
        read(sample, Sample.EVENTS).forEach(event -> items.add(SamplesCheck.item(event)));
        Rendering rendering = folder.translator().render(items);
        Path file = sample.expectedDelivery().filter(path -> !path.endsWith(Sample.EXPECTED_PROBLEMS)).orElseGet(() ->
                sample.file("expected." + folder.translator().fileExtension().orElse("json")));
        byte[] before = Files.exists(file) ? Sample.bytes(file) : new byte[0];
        boolean json = file.toString().endsWith(".json");
        if (json ? !JsonFiles.same(before, rendering.bytes()) : !java.util.Arrays.equals(before, rendering.bytes())) {
            Files.write(file, json ? ExpectedFiles.pretty(rendering.bytes()) : rendering.bytes());
            change.files().add(name(sample, file.getFileName().toString()));
            change.changes().add("Zeilen: " + lines(before) + " -> " + lines(Files.readAllBytes(file)));
        }
        problems(sample, List.copyOf(rendering.problems().values()), List.of(), change);
    }

    private void problems(Sample sample, List<Problem> refusals, List<Problem> findings, Change change)
            throws IOException {
        JsonNode before = read(sample, Sample.EXPECTED_PROBLEMS);
        ArrayNode problems = ExpectedFiles.problems(before, refusals, findings);
        if (problems.isEmpty()) {
            remove(sample, Sample.EXPECTED_PROBLEMS, change);
        } else {
            write(sample, Sample.EXPECTED_PROBLEMS, before, problems, change);
        }
        if (!before.equals(problems) && before.size() + problems.size() > 0) {
            change.changes().add("Beanstandungen: " + codes(before) + " -> " + codes(problems));
        }
    }

    private void write(Sample sample, String file, JsonNode before, ArrayNode now, Change change) throws IOException {
        if (!before.equals(now)) {
            Files.write(sample.file(file), ExpectedFiles.pretty(now));
            change.files().add(name(sample, file));
        }
    }

    private void remove(Sample sample, String file, Change change) throws IOException {
        if (Files.deleteIfExists(sample.file(file))) {
            change.files().add(name(sample, file));
        }
    }

    private static JsonNode read(Sample sample, String file) {
        ArrayNode items = ExpectedFiles.array();
        boolean readable = JsonFiles.list(sample, file, node -> node, new ArrayList<>())
                .map(nodes -> items.addAll(nodes)).isPresent();
        return readable && Files.exists(sample.file(file)) ? items
                : com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static String name(Sample sample, String file) {
        return "samples/" + sample.name() + "/" + file;
    }

    private static String codes(JsonNode problems) {
        List<String> codes = new ArrayList<>();
        problems.forEach(problem -> codes.add(problem instanceof ObjectNode ? problem.path("code").asText() : "?"));
        return codes.isEmpty() ? "keine" : String.join(", ", codes);
    }

    private static int lines(byte[] bytes) {
        int lines = 0;
        for (byte next : bytes) {
            lines += next == '\n' ? 1 : 0;
        }
        return lines;
    }
}
