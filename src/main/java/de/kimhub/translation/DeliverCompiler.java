package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.FieldKind;
import de.kimhub.message.MessageKind;
import de.kimhub.message.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Compiles {@code deliver.yaml}. */
final class DeliverCompiler {

    private static final String BEFORE = "before.";

    private final Compilation compilation;

    DeliverCompiler(Compilation compilation) {
        this.compilation = compilation;
    }

    DeliverMapping compile(ConfigNode descriptorPart, ConfigNode root) {
        compilation.onlyKeys(root, "events", "columns");
        DeliverFormat format = DeliverFormat.compile(descriptorPart.get("format").orElse(descriptorPart), compilation);
        Set<EventType> events = EnumSet.noneOf(EventType.class);
        for (ConfigNode node : root.get("events").map(ConfigNode::items).orElse(List.of())) {
            compilation.eventType(node, node.text() == null ? "" : node.text()).ifPresent(events::add);
        }
        if (root.texts("events").isEmpty()) {
            compilation.problem(TranslationProblem.CFG_MISSING, root.place(),
                    "'events' lists no event type that the tool can take. Add them.");
        }
        List<OutColumn> columns = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        root.get("columns").map(ConfigNode::entries).orElse(Map.of()).forEach((name, node) -> {
            columns.add(column(name, node, format));
            places.add(node.place());
        });
        if (columns.isEmpty()) {
            compilation.problem(TranslationProblem.CFG_MISSING, root.place(), "'columns' is empty. Add the tool's columns.");
        }
        return new DeliverMapping(Collections.unmodifiableSet(events), List.copyOf(columns), format,
                writer(format, columns, places));
    }

    private OutWriter writer(DeliverFormat format, List<OutColumn> columns, List<Place> places) {
        return switch (format.type()) {
            case CSV, JSON, ROWS -> new DeliverWriter(format, columns.stream().map(OutColumn::name).toList());
            case NOTICE_SHEET -> new NoticeSheetWriter(format, columns.stream().map(OutColumn::name).toList());
            case XML -> new XmlOutCompiler(format.xml(), compilation).compile(columns, places);
        };
    }

    private OutColumn column(String name, ConfigNode node, DeliverFormat format) {
        compilation.onlyKeys(node, "from", "as", "codelist", "format", "constant", "default", "required", "optional",
                "maxLength", "kinds", "join", "separator", "true", "false");
        List<String> from = node.texts("from");
        String constant = node.text("constant");
        if (from.isEmpty() == (constant == null)) {
            compilation.problem(TranslationProblem.CFG_MISSING, node.place(),
                    "A column needs either 'from' or 'constant'.");
        }
        List<Function<OutgoingItem, List<String>>> sources = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        if (constant != null) {
            sources.add(item -> List.of(constant));
        }
        for (String path : from) {
            sources.add(source(path == null ? "" : path, node, fields));
        }
        boolean cuttable = !from.isEmpty() && fields.size() == from.size()
                && fields.stream().allMatch(DeliverCompiler::isPlainText);
        boolean guarded = fields.stream().anyMatch(field -> field.kind() == FieldKind.TEXT || field.kind() == FieldKind.NAME);
        boolean repeats = format.type() == DeliverFormat.Type.XML && node.get("join").or(() -> node.get("separator")).isEmpty()
                && (from.size() > 1 || fields.stream().anyMatch(Field::repeatable));
        for (String fixed : new String[] {name, node.text("default", ""), constant == null ? "" : constant}) {
            encodable(fixed, node, format);
        }
        return new OutColumn(name, sources, form(node, fields), node.text("join", node.text("separator", ", ")), node.text("default", ""),
                compilation.flag(node, "required", false), compilation.flag(node, "optional", false),
                !fields.isEmpty(), compilation.number(node, "maxLength", Integer.MAX_VALUE, 1, 1_000_000),
                cuttable && node.get("codelist").isEmpty(), guarded, constant != null, repeats, kinds(node));
    }

    private Set<MessageKind> kinds(ConfigNode node) {
        Set<MessageKind> kinds = EnumSet.noneOf(MessageKind.class);
        for (ConfigNode item : node.get("kinds").map(ConfigNode::items).orElse(List.of())) {
            List<MessageKind> known = Arrays.stream(MessageKind.values())
                    .filter(kind -> kind.code().equals(item.text())).toList();
            if (known.isEmpty()) {
                compilation.problem(TranslationProblem.CFG_VALUE, item.place(), "'kinds' cannot have '" + item.text()
                        + "'. Use some of " + Arrays.stream(MessageKind.values()).map(MessageKind::code).toList() + ".");
            }
            kinds.addAll(known);
        }
        return node.get("kinds").isPresent() ? kinds : EnumSet.allOf(MessageKind.class);
    }

    private Function<OutgoingItem, List<String>> source(String path, ConfigNode node, List<Field> fields) {
        return switch (path) {
            case "event.type" -> item -> List.of(item.type().code());
            case "event.kind" -> item -> List.of(item.kind().code());
            case "recipient.case" -> item -> orNothing(item.recipientCase());
            case "delivery.id" -> item -> orNothing(item.deliveryId());
            case "delivery.replaces" -> item -> orNothing(item.replaces());
            default -> canonical(path, node, fields);
        };
    }

    private Function<OutgoingItem, List<String>> canonical(String path, ConfigNode node, List<Field> fields) {
        boolean before = path.startsWith(BEFORE);
        Optional<Field> found = CanonicalSchema.find(before ? path.substring(BEFORE.length()) : path);
        if (found.isEmpty()) {
            compilation.problem(TranslationProblem.CFG_UNKNOWN_FIELD, node.get("from").orElse(node).place(),
                    "There is no '" + path + "'. Use a canonical path, before.<path>, event.type, event.kind, "
                            + "recipient.case, delivery.id or delivery.replaces.");
            return item -> List.of();
        }
        Field field = found.get();
        fields.add(field);
        return before ? item -> item.before().all(field) : item -> item.fields().all(field);
    }

    private static List<String> orNothing(String text) {
        return text == null ? List.of() : List.of(text);
    }

    private OutColumn.Form form(ConfigNode node, List<Field> fields) {
        if (node.get("codelist").isPresent()) {
            CodeList[] lists = compilation.codeLists(node.get("codelist").get()).toArray(CodeList[]::new);
            return (value, asOf) -> {
                for (CodeList list : lists) {
                    String theirs = list.out(value, asOf);
                    if (theirs != null) {
                        return theirs;
                    }
                }
                return null;
            };
        }
        String step = node.text("as", "text");
        return switch (step) {
            case "text" -> (value, asOf) -> fields.stream()
                    .anyMatch(field -> compilation.lists.isStockOnly(field.codeList(), value)) ? null : value;
            case "upper" -> (value, asOf) -> value.toUpperCase(Locale.ROOT);
            case "date", "partial-date", "timestamp" -> dates(step, node, fields);
            case "boolean" -> booleans(node);
            default -> {
                compilation.problem(TranslationProblem.CFG_UNKNOWN_STEP, node.get("as").orElse(node).place(), "'" + step
                        + "' is no step of a delivery. Use text, upper, date, partial-date, timestamp or boolean.");
                yield (value, asOf) -> value;
            }
        };
    }

    private OutColumn.Form dates(String step, ConfigNode node, List<Field> fields) {
        String usual = step.equals("timestamp") ? "dd.MM.yyyy HH:mm" : "dd.MM.yyyy";
        String text = node.text("format", usual);
        DatePattern pattern = DatePattern.compile(text).orElse(null);
        boolean dates = fields.stream().allMatch(field -> field.kind() == FieldKind.DATE
                || field.kind() == FieldKind.PARTIAL_DATE || field.kind() == FieldKind.TIMESTAMP);
        if (pattern == null || !dates) {
            compilation.problem(pattern == null ? TranslationProblem.CFG_PATTERN : TranslationProblem.CFG_STEP_KIND,
                    node.place(), pattern == null ? "'" + text + "' is no date format, such as dd.MM.yyyy."
                            : "'" + step + "' needs fields that are dates.");
            return (value, asOf) -> value;
        }
        return (value, asOf) -> Dates.write(pattern, value);
    }

    private OutColumn.Form booleans(ConfigNode node) {
        String yes = node.text("true", "ja");
        String no = node.text("false", "nein");
        return (value, asOf) -> value.equals("true") ? yes : no;
    }

    private void encodable(String text, ConfigNode node, DeliverFormat format) {
        if (!text.equals(format.writable().apply(text))) {
            compilation.problem(TranslationProblem.CFG_VALUE, node.place(),
                    "The column's name, constant or default has characters that the format ("
                            + format.charset().name() + ") lacks.");
        }
    }

    /** Numbers, names, codes and dates would become others when cut. */
    private static boolean isPlainText(Field field) {
        return field.kind() == FieldKind.TEXT
                && field.personalData() != de.kimhub.message.PersonalData.DIRECT_IDENTIFIER;
    }
}
