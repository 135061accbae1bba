package de.kimhub.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.translation.OutgoingItem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** Level 3: what goes through the real transport arrives whole, once and unchanged. */
final class WireCheck {

    private static final int MOST_SAMPLES = 3;

    private final KitFolder folder;
    private final Wire wire;

    WireCheck(KitFolder folder, Wire wire) {
        this.folder = folder;
        this.wire = wire;
    }

    List<CheckResult> run(boolean receives, boolean delivers) {
        List<CheckResult> results = new ArrayList<>();
        if (receives) {
            results.add(folder.result(Level.WIRE, "what the tool gives arrives as the samples say", received()));
        }
        if (delivers) {
            results.add(folder.result(Level.WIRE, "what is delivered twice stands at the tool once and unchanged",
                    delivered()));
        }
        return results;
    }

    private List<String> received() {
        List<String> findings = new ArrayList<>();
        folder.receiving().stream().filter(Sample::isGood).limit(MOST_SAMPLES).forEach(sample -> {
            try {
                byte[] document = sample.inputBytes();
                byte[] arrived = wire.receive(document);
                boolean same = folder.receiveFormat().equals("rows") || Arrays.equals(document, arrived);
                if (!same || !meaning(document).equals(meaning(arrived))) {
                    findings.add(sample.place() + ": Through the transport the sample arrives changed. Compare the types"
                            + " of the tool's columns with the formats in receive.yaml." + KitProblem.WIRE);
                }
            } catch (Exception failure) {
                findings.add(failed(sample.place(), failure));
            }
        });
        return findings;
    }

    private List<String> meaning(byte[] document) {
        return SampleRun.of(folder.translator(), document).meaning().stream().sorted().toList();
    }

    private List<String> delivered() {
        List<String> findings = new ArrayList<>();
        FullItem full = new FullItem(folder);
        List<OutgoingItem> items = new ArrayList<>();
        for (EventType type : folder.translator().delivers()) {
            items.add(new OutgoingItem("wire-" + items.size(), type, MessageKind.EVENT, "KIM-" + items.size(),
                    full.values(), FieldValues.EMPTY, null));
        }
        String place = folder.place("deliver.yaml");
        for (long batch = 1; batch <= 2; batch++) {
            List<OutgoingItem> half = items.subList(batch == 1 ? 0 : items.size() / 2,
                    batch == 1 ? items.size() / 2 : items.size());
            if (half.isEmpty()) {
                continue;
            }
            byte[] rendered = folder.translator().render(half).bytes();
            try {
                if (!same(rendered, wire.deliver(batch, rendered))) {
                    findings.add(place + ": At the tool stands something else than what was delivered, or it stands there"
                            + " twice. Compare columns and types." + KitProblem.WIRE);
                }
            } catch (Exception failure) {
                findings.add(failed(place, failure));
            }
        }
        return findings;
    }

    private boolean same(byte[] rendered, byte[] there) throws IOException {
        String format = folder.descriptor().get("deliver").flatMap(node -> node.get("format"))
                .map(node -> node.text("type")).orElse("");
        if (!format.equals("rows")) {
            return Arrays.equals(rendered, there);
        }
        JsonMapper json = JsonMapper.builder().build();
        JsonNode expected = json.readTree(rendered);
        JsonNode actual = json.readTree(there);
        return expected.size() == actual.size() && StreamSupport.stream(expected.spliterator(), false)
                .allMatch(row -> StreamSupport.stream(actual.spliterator(), false).anyMatch(other -> holds(other, row)));
    }

    private static boolean holds(JsonNode there, JsonNode row) {
        return row.properties().stream().allMatch(column -> column.getValue().isNull()
                ? there.path(column.getKey()).isNull() : there.path(column.getKey()).asText().equals(column.getValue().asText()));
    }

    private static String failed(String place, Exception failure) {
        return place + ": The transport ends in " + failure.getClass().getSimpleName()
                + ". Compare the folder's setup with the mapping." + KitProblem.WIRE;
    }
}
