package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.message.FieldKind;
import de.kimhub.message.PartialDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Compiles the {@code fields} of a receive mapping. */
final class FieldCompiler {

    private final Compilation compilation;
    private final Columns columns;
    private final boolean anything;

    FieldCompiler(Compilation compilation, Columns columns) {
        this(compilation, columns, false);
    }

    /**
     * @param anything for tables that are only looked at: any script and length is taken, a birth of any century, and a
     *                 value that cannot be read is left out, whatever the mapping says
     */
    FieldCompiler(Compilation compilation, Columns columns, boolean anything) {
        this.compilation = compilation;
        this.columns = columns;
        this.anything = anything;
    }

    /** By canonical path, in the order of the file. */
    Map<String, FieldMapping> compile(ConfigNode fields) {
        Map<String, FieldMapping> compiled = new LinkedHashMap<>();
        fields.entries().forEach((path, node) -> CanonicalSchema.find(path).ifPresentOrElse(
                field -> compiled.put(path, compile(field, node)),
                () -> compilation.problem(TranslationProblem.CFG_UNKNOWN_FIELD, node.place(),
                        "The canonical model has no field '" + path + "'. See docs/reference.md.")));
        return compiled;
    }

    FieldMapping compile(Field field, ConfigNode node) {
        compilation.onlyKeys(node, "from", "firstOf", "as", "codelist", "required", "optional", "default", "constant", "join",
                "separator", "format", "empty", "true", "false", "when");
        List<Columns.Column> from = columnsOf(node, field.kind());
        boolean required = compilation.flag(node, "required", false);
        boolean firstOf = node.get("firstOf").isPresent();
        Set<Columns.Column> asked = new LinkedHashSet<>();
        Condition when = node.get("when").map(condition ->
                Condition.compile(condition, compilation, columns, asked)).orElse(null);
        asked.forEach(Columns.Column::require);
        if (required && when == null && !firstOf) {
            from.forEach(Columns.Column::require);
        }
        String separator = node.text("separator");
        boolean several = from.size() > 1 && node.text("join") == null && !firstOf || separator != null;
        if (several && !field.repeatable()) {
            compilation.problem(TranslationProblem.CFG_VALUE, node.place(), field.path()
                    + " takes one value. Put several columns together with 'join', and use no 'separator'.");
        }
        return new FieldMapping(field, from, firstOf, node.text("join"),
                separator == null ? null : Pattern.compile(Pattern.quote(separator)), step(field, node),
                constants(field, node), required && !anything, compilation.flag(node, "optional", false) || anything,
                when, isAligned(field), anything || field.kind() == FieldKind.CODE ? Integer.MAX_VALUE : field.maxLength());
    }

    private List<Columns.Column> columnsOf(ConfigNode node, FieldKind kind) {
        List<Columns.Column> from = new ArrayList<>(columns.use(node, "from"));
        boolean both = !from.isEmpty() && node.get("firstOf").isPresent();
        from.addAll(columns.use(node, "firstOf"));
        for (Columns.Column column : from) {
            column.countsAsEmpty(node.texts("empty"));
            column.countsAsEmpty(DAYS.contains(kind) ? Columns.NO_COMPACT_DATE : Set.of());
        }
        boolean constant = node.get("constant").isPresent();
        if (both || from.isEmpty() != constant || constant && node.get("default").isPresent()) {
            compilation.problem(TranslationProblem.CFG_MISSING, node.place(),
                    "A field needs one of 'from' and 'firstOf' (with an optional 'default'), or 'constant'.");
        }
        return from;
    }

    private List<String> constants(Field field, ConfigNode node) {
        String key = node.get("constant").isPresent() ? "constant" : "default";
        List<String> values = node.texts(key);
        for (String value : values) {
            if (value == null || !isCanonical(field, value)) {
                compilation.problem(TranslationProblem.CFG_VALUE, node.get(key).orElse(node).place(),
                        "'" + key + "' is no canonical value of " + field.path() + " (" + field.kind()
                                + (field.codeList() == null ? "" : ", code list " + field.codeList()) + ").");
            }
        }
        if (values.size() > 1 && !field.repeatable()) {
            compilation.problem(TranslationProblem.CFG_VALUE, node.place(), field.path() + " takes one value.");
        }
        return values.stream().anyMatch(java.util.Objects::isNull) ? List.of() : values;
    }

    private boolean isCanonical(Field field, String value) {
        boolean today = value.equals(FieldMapping.TODAY);
        return (field.kind() == FieldKind.CODE || value.length() <= field.maxLength()) && switch (field.kind()) {
            case NAME -> Din91379.isName(value);
            case TEXT -> Din91379.isText(value);
            case DATE -> today || isDate(value);
            case PARTIAL_DATE -> today || PartialDate.parse(value).isPresent();
            case TIMESTAMP -> value.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}");
            case CODE -> compilation.lists.hasCode(field.codeList(), value);
            case AGS -> value.matches("\\d{8}");
            case INTEGER -> value.matches("-?\\d+");
            case BOOLEAN -> value.equals("true") || value.equals("false");
        };
    }

    private static boolean isDate(String value) {
        try {
            return value.length() == 10 && LocalDate.parse(value) != null;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    private Step step(Field field, ConfigNode node) {
        NamedStep named = compilation.oneOf(node, "as", NamedStep.BY_CODE,
                node.get("codelist").isPresent() ? NamedStep.LOOKUP : StepKinds.usual(field));
        if (!StepKinds.fitting(field.kind()).contains(named)
                && !(node.get("codelist").isPresent() && TEXTS.contains(named))) {
            compilation.problem(TranslationProblem.CFG_STEP_KIND, node.get("as").orElse(node).place(), "'"
                    + named.code() + "' does not make a value of " + field.path() + " (" + field.kind() + ").");
        }
        boolean whole = field.kind() == FieldKind.INTEGER;
        Step step = switch (named) {
            case TEXT -> anything ? Steps::anyText : Steps::text;
            case NAME -> anything ? Steps::anyText : Steps::name;
            case UPPER -> Steps::upper;
            case DIGITS -> Steps::digits;
            case AGS -> Steps::ags;
            case POSTAL_CODE -> Steps::postalCode;
            case INTEGER -> Steps::integer;
            case DECIMAL -> whole ? Steps::wholeDecimal : Steps::decimal;
            case BOOLEAN -> Steps.bool(orElse(node.texts("true"), List.of("ja", "j", "wahr", "true", "1", "x")),
                    orElse(node.texts("false"), List.of("nein", "n", "falsch", "false", "0")));
            case DATE -> DateSteps.date(patterns(node, List.of("yyyy-MM-dd", "dd.MM.yyyy")));
            case PARTIAL_DATE -> anything
                    ? DateSteps.anyPartialDate(patterns(node, List.of("yyyy-MM-dd", "yyyy-MM", "yyyy", "dd.MM.yyyy",
                            "MM.yyyy", "yyyyMMdd", "yyyy/MM/dd")))
                    : DateSteps.partialDate(patterns(node,
                            List.of("yyyy-MM-dd", "yyyy-MM", "yyyy", "dd.MM.yyyy", "MM.yyyy")));
            case TIMESTAMP -> DateSteps.timestamp(patterns(node,
                    List.of("yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm")));
            case LOOKUP -> Steps.lookup(codeLists(field, node));
        };
        boolean alsoLookup = named != NamedStep.LOOKUP && node.get("codelist").isPresent();
        return alsoLookup ? step.then(Steps.lookup(codeLists(field, node))) : step;
    }

    private List<CodeList> codeLists(Field field, ConfigNode node) {
        List<CodeList> lists = node.get("codelist").map(compilation::codeLists).orElseGet(() ->
                compilation.lists.find(field.codeList()).map(list -> {
                    compilation.usedLists.add(list.name());
                    return List.of(list);
                }).orElse(List.of()));
        if (field.kind() == FieldKind.CODE) {
            lists.forEach(list -> canonicalCodesOnly(list, field, node));
        }
        return lists;
    }

    private void canonicalCodesOnly(CodeList list, Field field, ConfigNode node) {
        for (CodeList.Row row : list.rows()) {
            if (!compilation.lists.hasCode(field.codeList(), row.canonical())) {
                compilation.problem(TranslationProblem.CFG_LIST_CODE, node.get("codelist").orElse(node).place(),
                        "Line " + row.line() + " of code list '" + list.name() + "' means '" + row.canonical()
                                + "', which the canonical list '" + field.codeList() + "' does not have.");
            }
        }
    }

    private List<DatePattern> patterns(ConfigNode node, List<String> usual) {
        List<DatePattern> patterns = new ArrayList<>();
        for (String text : orElse(node.texts("format"), usual)) {
            DatePattern.toRead(text == null ? "" : text).ifPresentOrElse(patterns::add,
                    () -> compilation.problem(TranslationProblem.CFG_PATTERN, node.get("format").orElse(node).place(),
                            "'" + text + "' is no date format. Use the letters y M d H m s, e.g. dd.MM.yyyy, or the word iso."));
        }
        return patterns;
    }

    private static List<String> orElse(List<String> texts, List<String> usual) {
        return texts.isEmpty() ? usual : texts;
    }

    private static final Set<FieldKind> DAYS = EnumSet.of(FieldKind.DATE, FieldKind.PARTIAL_DATE);
    private static final Set<NamedStep> TEXTS = EnumSet.of(NamedStep.TEXT, NamedStep.UPPER, NamedStep.DIGITS);

    /** Parallel names and the file numbers of a consent belong together by index. */
    private static boolean isAligned(Field field) {
        return field.repeatable()
                && (field.path().startsWith("person.names.") || field.path().startsWith("consent.fileNumber"));
    }
}
