package de.kimhub.plan;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.plan.Plan.Permission;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingFile;
import de.kimhub.sharing.SharingRule;
import de.kimhub.sharing.SharingRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which instance may have which field of which event of another one, by the rules alone. */
final class Flows {

    private record Way(String from, String to, String event) implements Comparable<Way> {

        @Override
        public int compareTo(Way other) {
            return (from + '\0' + to + '\0' + event).compareTo(other.from + '\0' + other.to + '\0' + other.event);
        }
    }

    private record Step(Permission before, Permission after) {
    }

    private Flows() {
    }

    /** One entry for all fields of a way that change alike. */
    static List<Plan.Flow> changed(Installation before, Installation after) {
        Map<Way, Map<String, Permission>> old = of(before);
        Map<Way, Map<String, Permission>> now = of(after);
        TreeSet<Way> ways = new TreeSet<>(old.keySet());
        ways.addAll(now.keySet());
        List<Plan.Flow> flows = new ArrayList<>();
        for (Way way : ways) {
            Map<String, Permission> was = old.getOrDefault(way, Map.of());
            Map<String, Permission> is = now.getOrDefault(way, Map.of());
            TreeSet<String> fields = new TreeSet<>(was.keySet());
            fields.addAll(is.keySet());
            Map<Step, List<String>> steps = new LinkedHashMap<>();
            for (String field : fields) {
                Step step = new Step(was.getOrDefault(field, Permission.NONE), is.getOrDefault(field, Permission.NONE));
                if (step.before() != step.after()) {
                    steps.computeIfAbsent(step, any -> new ArrayList<>()).add(field);
                }
            }
            steps.forEach((step, alike) -> flows.add(
                    new Plan.Flow(way.from(), way.to(), way.event(), alike, step.before(), step.after())));
        }
        return flows;
    }

    private static Map<Way, Map<String, Permission>> of(Installation installation) {
        SharingRules rules = installation.sharing().map(file -> SharingFile.read(file, new ArrayList<>()))
                .orElse(SharingRules.NONE);
        Sharing sharing = new Sharing(rules);
        Map<Way, Map<String, Permission>> ways = new TreeMap<>();
        for (Instance sender : installation.all()) {
            for (Instance recipient : installation.all()) {
                // what is in shadow neither gives nor gets, and what is in test has nobody's data
                if (sender != recipient && sender.receive().isPresent() && recipient.deliver().isPresent()
                        && sender.mode() == Instance.Mode.LIVE && recipient.mode() == Instance.Mode.LIVE) {
                    between(sharing, sender, recipient, ways);
                }
            }
        }
        return ways;
    }

    private static void between(Sharing sharing, Instance sender, Instance recipient,
                                Map<Way, Map<String, Permission>> ways) {
        for (EventType type : sender.connector().translator().receives()) {
            List<SharingRule> rules = recipient.connector().translator().delivers().contains(type)
                    ? sharing.rulesFor(party(sender), party(recipient), type) : List.of();
            Map<String, Permission> fields = new TreeMap<>();
            // of several rules the first that applies counts: with consent the first of all, without it the first such
            rules.stream().findFirst().ifPresent(rule -> permit(rule, fields));
            rules.stream().filter(rule -> !rule.needsConsent()).findFirst().ifPresent(rule -> permit(rule, fields));
            if (!fields.isEmpty()) {
                ways.put(new Way(sender.id(), recipient.id(), type.code()), fields);
            }
        }
    }

    private static void permit(SharingRule rule, Map<String, Permission> fields) {
        Permission permission = rule.needsConsent() ? Permission.WITH_CONSENT : Permission.WITHOUT_CONSENT;
        rule.fields().stream().map(Field::path).forEach(path -> fields.put(path, permission));
    }

    private static Party party(Instance instance) {
        return new Party(instance.id(), instance.authority());
    }
}
