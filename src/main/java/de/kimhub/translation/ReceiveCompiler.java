package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.EventType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles {@code receive.yaml}. */
final class ReceiveCompiler {

    private final Compilation compilation;
    private final boolean snapshot;
    private final Columns columns = new Columns();
    private final FieldCompiler fieldCompiler;

    ReceiveCompiler(Compilation compilation, boolean snapshot) {
        this.compilation = compilation;
        this.snapshot = snapshot;
        this.fieldCompiler = new FieldCompiler(compilation, columns);
    }

    ReceiveMapping compile(ConfigNode root) {
        compilation.onlyKeys(root, "record", "fields", "events", "vanished");
        Map<String, FieldMapping> common = root.get("fields").map(fieldCompiler::compile).orElse(Map.of());
        RecordRule record = record(root);
        List<ConfigNode> eventNodes = root.get("events").map(ConfigNode::items).orElse(List.of());
        if (eventNodes.isEmpty()) {
            compilation.problem(TranslationProblem.CFG_MISSING, root.place(), "'events' lists no event rule. Add one.");
        }
        List<ReceiveMapping.EventRule> rules = new ArrayList<>();
        for (ConfigNode node : eventNodes) {
            rule(node, common).ifPresent(rules::add);
        }
        rules.replaceAll(this::watchingSomething);
        return new ReceiveMapping(record, dayFirst(common), rules, vanished(root), columns, snapshot);
    }

    private RecordRule record(ConfigNode root) {
        ConfigNode record = root.get("record").orElse(new ConfigNode.Scalar("", root.place()));
        compilation.onlyKeys(record, "key", "replaces", "replacesWhen", "sameKey", "test", "noRecord");
        boolean refusesChanged = compilation.oneOf(record, "sameKey", Map.of("correction", false, "refuse", true), false);
        if (refusesChanged && (snapshot || record.get("key").isEmpty())) {
            compilation.problem(TranslationProblem.CFG_VALUE, record.get("sameKey").orElse(record).place(),
                    "'sameKey: refuse' needs a 'key' and 'delivery: events': the rows of a snapshot may change.");
        }
        List<RecordRule.NoRecord> noRecords = new ArrayList<>();
        for (ConfigNode node : record.get("noRecord").map(ConfigNode::items).orElse(List.of())) {
            String as = compilation.required(node, "as");
            noRecords.add(new RecordRule.NoRecord(columns.recognising(() ->
                    Condition.compile(node, compilation, columns, new LinkedHashSet<>())), as));
        }
        Set<Columns.Column> asked = new LinkedHashSet<>();
        Condition test = condition(record, "test", asked);
        Condition replacesWhen = condition(record, "replacesWhen", asked);
        if (replacesWhen != null && record.get("replaces").isEmpty()) {
            compilation.problem(TranslationProblem.CFG_VALUE, record.get("replacesWhen").orElse(record).place(),
                    "'replacesWhen' says when 'replaces' counts, but there is no 'replaces'. Add it, or remove this.");
        }
        asked.forEach(Columns.Column::require);
        return new RecordRule(named(record, "key"), named(record, "replaces"), replacesWhen,
                refusesChanged, test, noRecords);
    }

    private Optional<ReceiveMapping.EventRule> rule(ConfigNode node, Map<String, FieldMapping> common) {
        compilation.onlyKeys(node, "type", "when", "retracts", "watch", "identity", "fields");
        String code = compilation.required(node, "type");
        Optional<EventType> type = code == null ? Optional.empty()
                : compilation.eventType(node.get("type").orElse(node), code);
        Set<Columns.Column> read = new LinkedHashSet<>();
        Condition when = condition(node, "when", read);
        Condition retracts = condition(node, "retracts", read);
        read.forEach(Columns.Column::require);
        Map<String, FieldMapping> own = node.get("fields").map(fieldCompiler::compile).orElse(Map.of());
        if (type.isPresent() && type.get().concernsPerson()) {
            caseNumber(node, common, own);
        }
        if (ReceiveMapping.dayFields().stream().noneMatch(path -> own.containsKey(path) || common.containsKey(path))) {
            compilation.problem(TranslationProblem.CFG_NO_EVENT_DATE, node.place(),
                    "The event has no day. Add event.occurredOn or event.occurredAt to its fields.");
        }
        own.values().forEach(field -> read.addAll(field.columns()));
        List<Columns.Column> watch = named(node, "watch");
        if (watch.isEmpty() && snapshot) {
            watch = List.copyOf(read);
        }
        List<Columns.Column> finalWatch = watch;
        return type.map(known -> new ReceiveMapping.EventRule(known, when, retracts, finalWatch,
                named(node, "identity"), dayFirst(own)));
    }

    /** By the case number the source knows the person: without its column nothing can be said about a document. */
    private void caseNumber(ConfigNode node, Map<String, FieldMapping> common, Map<String, FieldMapping> own) {
        FieldMapping number = own.getOrDefault("case.number", common.get("case.number"));
        if (number == null) {
            compilation.problem(TranslationProblem.CFG_NO_CASE_NUMBER, node.place(),
                    "The event concerns a person, but 'fields' lacks case.number, by which the source knows the person."
                            + " Add it.");
        } else {
            number.columns().forEach(Columns.Column::require);
        }
    }

    /** Without {@code watch}: in a snapshot the columns that only this event reads, otherwise all that are read. */
    private ReceiveMapping.EventRule watchingSomething(ReceiveMapping.EventRule rule) {
        return !rule.watch().isEmpty() ? rule : new ReceiveMapping.EventRule(rule.type(), rule.when(), rule.retracts(),
                columns.content(), rule.identity(), rule.fields());
    }

    private List<Columns.Column> named(ConfigNode node, String key) {
        return columns.use(node, key).stream().map(Columns.Column::require).toList();
    }

    private Condition condition(ConfigNode node, String key, Set<Columns.Column> read) {
        return node.get(key).map(condition -> Condition.compile(condition, compilation, columns, read)).orElse(null);
    }

    private List<ReceiveMapping.VanishedRule> vanished(ConfigNode root) {
        List<ReceiveMapping.VanishedRule> rules = new ArrayList<>();
        ConfigNode vanished = root.get("vanished").orElse(null);
        if (vanished != null && !snapshot) {
            compilation.problem(TranslationProblem.CFG_VALUE, vanished.place(),
                    "Only the rows of a snapshot can vanish. Remove 'vanished' or declare 'delivery: snapshot'.");
        }
        for (ConfigNode node : vanished == null ? List.<ConfigNode>of() : vanished.items()) {
            compilation.onlyKeys(node, "type", "fields");
            String code = compilation.required(node, "type");
            Map<String, FieldMapping> fields = node.get("fields").map(fieldCompiler::compile).orElse(Map.of());
            if (fields.values().stream().anyMatch(field -> !field.columns().isEmpty() || field.when() != null)) {
                compilation.problem(TranslationProblem.CFG_VALUE, node.place(),
                        "A row that is gone has no columns: only 'constant' is possible here.");
            }
            if (code != null) {
                compilation.eventType(node.get("type").orElse(node), code).ifPresent(type ->
                        rules.add(new ReceiveMapping.VanishedRule(type, List.copyOf(fields.values()))));
            }
        }
        return rules;
    }

    /** The event's day decides which codes are valid, so it is read first. */
    private static List<FieldMapping> dayFirst(Map<String, FieldMapping> fields) {
        List<FieldMapping> ordered = new ArrayList<>(fields.values());
        ordered.sort(java.util.Comparator.comparing(field -> ReceiveMapping.dayFields().contains(field.field().path())
                ? 0 : 1));
        return List.copyOf(ordered);
    }
}
