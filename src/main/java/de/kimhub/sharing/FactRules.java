package de.kimhub.sharing;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.EventType;
import de.kimhub.message.Measure;
import de.kimhub.message.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules under {@code facts}: the steering feed is a recipient, and what no rule allows is not counted. */
public final class FactRules {

    private FactRules() {
    }

    /** Rules with a problem are left out. @param file fits its schema */
    static List<FactRule> read(ConfigNode file, List<Problem> problems) {
        List<FactRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ConfigNode node : nodes(file)) {
            int before = problems.size();
            String id = node.text("id");
            if (!ids.add(id)) {
                problems.add(new Problem(SharingProblems.DOUBLE_ID, node.place(), "rule '" + id
                        + "' stands here a second time. Give each rule an id of its own."));
            }
            Measure measure = Measure.find(String.valueOf(node.text("measure"))).orElse(null);
            Set<EventType> events = events(node, measure, problems);
            Set<String> from = new LinkedHashSet<>(node.texts("from"));
            Optional<FactRule.Approval> approval = node.get("approval").map(one ->
                    new FactRule.Approval(one.text("reference"), LocalDate.parse(one.text("date"))));
            if (approval.isEmpty() && from.stream().anyMatch(FactRule::needsApproval)) {
                problems.add(noApproval(node));
            }
            if (problems.size() == before && measure != null) {
                rules.add(new FactRule(id, from, events, measure, node.text("legalBasis"),
                        "required".equals(node.text("consent")), approval));
            }
        }
        return List.copyOf(rules);
    }

    /** Of rules that name single instances. @param authorityOf kind of body by id of the instance */
    static List<Problem> ofInstances(ConfigNode file, Map<String, String> authorityOf) {
        return nodes(file).stream().filter(node -> node.get("approval").isEmpty())
                .filter(node -> node.texts("from").stream().filter(one -> one.startsWith("instance:"))
                        .anyMatch(one -> FactRule.needsApproval(authorityOf.getOrDefault(one.substring(9), ""))))
                .map(FactRules::noApproval).toList();
    }

    /** By which rule an event is counted, for each measure. @param consents all of the person */
    static Map<Measure, FactRule> allowing(List<FactRule> rules, Party sender, EventType type, Collection<Consent> consents,
                                           LocalDate today) {
        Map<Measure, FactRule> allowing = new EnumMap<>(Measure.class);
        Party group = new Party(FactRule.STEERING_GROUP, FactRule.STEERING_GROUP);
        rules.stream().filter(rule -> rule.appliesTo(sender, type)).filter(rule -> !rule.needsConsent()
                        || consents.stream().anyMatch(consent -> consent.inForce(today)
                        && consent.purposes().contains(FactRule.PURPOSE) && consent.namesSource(sender)
                        && consent.namesRecipient(group) && consent.namesKindOf(type)))
                .forEach(rule -> allowing.putIfAbsent(rule.measure(), rule));
        return allowing;
    }

    private static Set<EventType> events(ConfigNode node, Measure measure, List<Problem> problems) {
        Set<EventType> events = node.texts("events").stream().flatMap(code -> EventType.find(code).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (measure != null && !events.stream().allMatch(measure::concerns)) {
            problems.add(new Problem(SharingProblems.NOT_OF_MEASURE, node.get("events").orElse(node).place(), "measure '"
                    + measure.code() + "' is told of by other events (docs/steering.md). Remove those that it is not told of by."));
        }
        return events;
    }

    private static List<ConfigNode> nodes(ConfigNode file) {
        return file.get("facts").map(ConfigNode::items).orElse(List.of());
    }

    private static Problem noApproval(ConfigNode node) {
        return new Problem(SharingProblems.NO_APPROVAL, node.place(), "rule '" + node.text("id") + "' counts social data, for "
                + "which statistics need an approval (§ 75 SGB X). Add 'approval: {reference: ..., date: ...}', or remove the rule.");
    }
}
