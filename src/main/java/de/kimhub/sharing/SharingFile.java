package de.kimhub.sharing;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Reads {@code sharing.yaml}: all problems at once; a rule with a problem is left out, so it allows nothing. */
public final class SharingFile {

    private final List<Problem> problems;

    private SharingFile(List<Problem> problems) {
        this.problems = problems;
    }

    public static SharingRules read(ConfigNode file, List<Problem> problems) {
        return new SharingFile(problems).read(file);
    }

    private SharingRules read(ConfigNode file) {
        List<SharingRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ConfigNode node : file.get("rules").map(ConfigNode::items).orElse(List.of())) {
            rule(node).ifPresent(rule -> {
                if (ids.add(rule.id())) {
                    rules.add(rule);
                } else {
                    problem(SharingProblems.DOUBLE_ID, node,
                            "rule '" + rule.id() + "' stands here a second time. Give each rule an id of its own.");
                }
            });
        }
        List<FactRule> facts = FactRules.read(file, problems);
        return new SharingRules(version(rules, facts), List.copyOf(rules), facts);
    }

    private Optional<SharingRule> rule(ConfigNode node) {
        int before = problems.size();
        String id = required(node, "id");
        Set<String> from = set(node, "from");
        Set<String> to = set(node, "to");
        Set<EventType> events = events(node);
        Set<Field> fields = fields(node, to);
        String purpose = required(node, "purpose");
        String legalBasis = required(node, "legalBasis");
        boolean consent = oneOf(node, "consent", "required", "not-needed");
        boolean release = oneOf(node, "secrecyRelease", "required", "not-needed");
        boolean firstContact = oneOf(node, "unknownPerson", "first-contact", "withhold");
        Period retention = period(node);
        HardBlocks.whyNoRule(from, to).ifPresent(why -> problem(SharingProblems.HARD_BLOCK, node, "rule '" + id + "' "
                + why + "; no rule can allow it. Remove the rule."));
        return problems.size() > before ? Optional.empty() : Optional.of(new SharingRule(id, from, to, events, fields,
                purpose, legalBasis, consent, release, firstContact, retention));
    }

    private Set<EventType> events(ConfigNode rule) {
        return each(rule, "events", code -> EventType.find(code).map(Stream::of).orElse(null), SharingProblems.UNKNOWN_EVENT,
                "is no event type; the types are listed in docs/reference.md");
    }

    private Set<Field> fields(ConfigNode rule, Set<String> to) {
        Set<Field> fields = each(rule, "fields", SharingFile::fieldsOf, SharingProblems.UNKNOWN_FIELD,
                "is no field of the canonical schema (a group ends in '.*')");
        fields.stream().filter(HardBlocks::neverShared).findFirst().ifPresent(field ->
                problem(SharingProblems.NEVER_SHARED, rule.get("fields").orElse(rule), "field '" + field.path()
                        + "' is never passed on: " + HardBlocks.whyNeverShared(field) + " Remove it from 'fields'."));
        boolean tooFine = to.stream().filter(one -> !one.startsWith("instance:"))
                .anyMatch(one -> fields.stream().anyMatch(field -> HardBlocks.tooFineFor(field, one)));
        if (tooFine && rule.texts("fields").contains("residence.title")) {
            problem(SharingProblems.TITLE_TOO_FINE, rule.get("fields").orElse(rule), "field 'residence.title': "
                    + HardBlocks.WHO_GETS_TITLE + " Name residence.titleCoarse instead, or give those bodies a rule of "
                    + "their own.");
        } else if (tooFine) {
            fields.removeIf(field -> to.stream().anyMatch(one -> HardBlocks.tooFineFor(field, one)));
        }
        return fields;
    }

    /** A field, or a group of fields; a group leaves out what is never shared; {@code null} when there is none. */
    private static Stream<Field> fieldsOf(String path) {
        if (path.endsWith(".*")) {
            String group = path.substring(0, path.length() - 1);
            List<Field> members = CanonicalSchema.fields().stream()
                    .filter(field -> field.path().startsWith(group) && !HardBlocks.neverShared(field)).toList();
            return members.isEmpty() ? null : members.stream();
        }
        return CanonicalSchema.find(path).map(Stream::of).orElse(null);
    }

    private <T> Set<T> each(ConfigNode rule, String key, Function<String, Stream<T>> read, SharingProblems code,
                            String whatIsWrong) {
        Set<T> all = new LinkedHashSet<>();
        ConfigNode list = rule.get(key).orElse(null);
        if (list == null || list.items().isEmpty()) {
            missing(rule, key);
            return all;
        }
        for (ConfigNode item : list.items()) {
            Stream<T> values = item.text() == null ? null : read.apply(item.text());
            if (values == null) {
                problem(code, item, "'" + item.text() + "' in '" + key + "' " + whatIsWrong + ". Correct it.");
            } else {
                values.forEach(all::add);
            }
        }
        return all;
    }

    private Set<String> set(ConfigNode rule, String key) {
        Set<String> all = new LinkedHashSet<>(rule.texts(key));
        if (all.isEmpty()) {
            missing(rule, key);
        }
        return all;
    }

    private String required(ConfigNode rule, String key) {
        String text = rule.text(key);
        if (text == null || text.isBlank()) {
            missing(rule, key);
        }
        return text;
    }

    private boolean oneOf(ConfigNode rule, String key, String yes, String no) {
        String text = rule.text(key);
        boolean optional = !key.equals("consent");
        if (text == null && optional || no.equals(text)) {
            return false;
        }
        if (!yes.equals(text)) {
            problem(text == null ? SharingProblems.INCOMPLETE : SharingProblems.BAD_VALUE, rule.get(key).orElse(rule),
                    "'" + key + "' must be '" + yes + "' or '" + no + "'. Say which.");
        }
        return true;
    }

    private Period period(ConfigNode rule) {
        String text = required(rule, "retention");
        try {
            return text == null ? Period.ZERO : Period.parse(text);
        } catch (DateTimeException e) {
            problem(SharingProblems.BAD_VALUE, rule.get("retention").orElse(rule),
                    "'retention' must be an ISO period such as P1Y or P30D. Correct it.");
            return Period.ZERO;
        }
    }

    private void missing(ConfigNode rule, String key) {
        problem(SharingProblems.INCOMPLETE, rule, "a rule must say '" + key + "'. Add it; what no complete rule allows "
                + "is not passed on.");
    }

    private void problem(SharingProblems code, ConfigNode node, String text) {
        problems.add(new Problem(code, node.place(), text));
    }

    private static String version(List<SharingRule> rules, List<FactRule> facts) {
        CRC32C sum = new CRC32C();
        facts.forEach(rule -> sum.update(rule.toString().getBytes(StandardCharsets.UTF_8)));
        rules.forEach(rule -> sum.update(rule.toString().getBytes(StandardCharsets.UTF_8)));
        return "%08x".formatted(sum.getValue());
    }
}
