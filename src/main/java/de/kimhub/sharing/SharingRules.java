package de.kimhub.sharing;

import de.kimhub.message.EventType;
import java.util.List;
import java.util.Optional;

/**
 * The rules of an installation, default-deny: what no rule allows is withheld. When several rules allow the same, the
 * first of the file counts.
 *
 * @param version changes whenever a rule changes; stored with every decision
 * @param facts   what is counted for the steering group
 */
public record SharingRules(String version, List<SharingRule> rules, List<FactRule> facts) {

    public SharingRules(String version, List<SharingRule> rules) {
        this(version, rules, List.of());
    }

    /** Nothing is allowed. */
    public static final SharingRules NONE = new SharingRules("none", List.of());

    /** The rules under which the sender's events of this type may reach the recipient, in the order of the file. */
    public List<SharingRule> between(Party sender, Party recipient, EventType type) {
        return rules.stream().filter(rule -> rule.appliesTo(sender, recipient, type)).toList();
    }

    public Optional<SharingRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
