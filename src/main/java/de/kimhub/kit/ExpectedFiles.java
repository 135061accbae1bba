package de.kimhub.kit;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kimhub.message.Problem;
import de.kimhub.translation.Translation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the expected files of samples in the form in which they are kept. */
final class ExpectedFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExpectedFiles() {
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static ObjectNode record(Translation.Accepted taken) {
        ObjectNode record = JSON.createObjectNode().put("key", taken.key()).put("case", taken.caseNumber());
        ArrayNode events = record.putArray("events");
        taken.drafts().stream().filter(Translation.EventDraft::applies).forEach(draft -> {
            ObjectNode event = events.addObject().put("type", draft.type().code());
            if (draft.retracts()) {
                event.put("retracts", true);
            }
            ObjectNode fields = event.putObject("fields");
            draft.fields().forEach((field, values) -> {
                if (field.repeatable()) {
                    values.forEach(fields.putArray(field.path())::add);
                } else {
                    fields.put(field.path(), values.getFirst());
                }
            });
        });
        return record;
    }

    /** What was expected before and still comes stays as it was written; what is new is added. */
    static ArrayNode problems(JsonNode before, List<Problem> refusals, List<Problem> findings) {
        List<Problem> left = ExpectedProblem.once(refusals);
        List<Problem> noticed = new ArrayList<>(findings);
        ArrayNode problems = JSON.createArrayNode();
        before.forEach(entry -> {
            if (ExpectedProblem.take(ExpectedProblem.of(entry), left, noticed)) {
                problems.add(entry);
            }
        });
        left.forEach(problem -> {
            ObjectNode entry = problems.addObject().put("code", problem.code().code());
            if (problem.place().record() > 0) {
                entry.put("record", problem.place().record());
            }
            if (problem.place().line() > 0 && problem.place().file() == null) {
                entry.put("line", problem.place().line());
            }
            if (problem.place().field() != null) {
                entry.put("field", problem.place().field());
            }
        });
        return problems;
    }

    static byte[] pretty(byte[] json) throws IOException {
        return pretty(JSON.readTree(json));
    }

    static byte[] pretty(JsonNode json) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return (JSON.writer(printer).writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
