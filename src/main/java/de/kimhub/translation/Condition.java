package de.kimhub.translation;

import de.kimhub.configuration.ConfigNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A compiled {@code when}. */
@FunctionalInterface
interface Condition {

    boolean holds(SourceRow row);

    /** @param read takes every column that the condition reads */
    static Condition compile(ConfigNode node, Compilation compilation, Columns columns, Set<Columns.Column> read) {
        compilation.onlyKeys(node, "column", "is", "equals", "matches", "all", "any", "not", "as");
        if (node.get("all").isPresent()) {
            Condition[] parts = parts(node, "all", compilation, columns, read);
            return row -> {
                for (Condition part : parts) {
                    if (!part.holds(row)) {
                        return false;
                    }
                }
                return true;
            };
        }
        if (node.get("any").isPresent()) {
            Condition[] parts = parts(node, "any", compilation, columns, read);
            return row -> {
                for (Condition part : parts) {
                    if (part.holds(row)) {
                        return true;
                    }
                }
                return false;
            };
        }
        if (node.get("not").isPresent()) {
            Condition inner = compile(node.get("not").get(), compilation, columns, read);
            return row -> !inner.holds(row);
        }
        return ofColumn(node, compilation, columns, read);
    }

    private static Condition ofColumn(ConfigNode node, Compilation compilation, Columns columns,
                                      Set<Columns.Column> read) {
        String name = compilation.required(node, "column");
        if (name == null) {
            return row -> false;
        }
        Columns.Column column = columns.use(name, node.get("column").orElse(node).place());
        read.add(column);
        if (node.text("is") != null) {
            boolean filled = compilation.oneOf(node, "is", Map.of("filled", true, "empty", false), true);
            return row -> column.meaning(row).isEmpty() != filled;
        }
        if (node.get("equals").isPresent()) {
            Set<String> texts = new LinkedHashSet<>(node.texts("equals"));
            return row -> row.mayRepeat() ? column.texts(row).stream().anyMatch(texts::contains)
                    : texts.contains(column.text(row));
        }
        if (node.text("matches") != null) {
            Pattern pattern = compilation.pattern(node.get("matches").get(), node.text("matches"));
            return row -> row.mayRepeat() ? column.texts(row).stream().anyMatch(text -> pattern.matcher(text).matches())
                    : pattern.matcher(column.text(row)).matches();
        }
        compilation.problem(TranslationProblem.CFG_MISSING, node.place(),
                "The condition says nothing about the column. Add 'is', 'equals' or 'matches'.");
        return row -> false;
    }

    private static Condition[] parts(ConfigNode node, String key, Compilation compilation, Columns columns,
                                     Set<Columns.Column> read) {
        List<Condition> parts = new ArrayList<>();
        for (ConfigNode part : node.get(key).get().items()) {
            parts.add(compile(part, compilation, columns, read));
        }
        if (parts.isEmpty()) {
            compilation.problem(TranslationProblem.CFG_MISSING, node.place(), "'" + key + "' lists no conditions.");
        }
        return parts.toArray(Condition[]::new);
    }
}
