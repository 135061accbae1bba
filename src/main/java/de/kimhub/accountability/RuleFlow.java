package de.kimhub.accountability;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.connector.Instance.Mode;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.Sharing;
import de.kimhub.sharing.SharingFile;
import de.kimhub.sharing.SharingRule;
import de.kimhub.sharing.SharingRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one rule lets pass in an installation: between tools that give and take such events, and neither more nor less.
 * Instances in test have nobody's data and are left out.
 *
 * @param ways of each sender to each recipient
 */
record RuleFlow(SharingRule rule, List<Way> ways) {

    /** @param fields what this recipient may have of these events */
    record Way(Instance from, Instance to, Set<EventType> events, Set<Field> fields) {
    }

    static List<RuleFlow> of(Installation installation) {
        SharingRules rules = installation.sharing().map(file -> SharingFile.read(file, new ArrayList<>()))
                .orElse(SharingRules.NONE);
        Sharing sharing = new Sharing(rules);
        return rules.rules().stream().map(rule -> new RuleFlow(rule, ways(sharing, rule, installation))).toList();
    }

    static List<Instance> inEarnest(Installation installation) {
        return installation.all().stream().filter(instance -> instance.mode() != Mode.TEST).toList();
    }

    private static List<Way> ways(Sharing sharing, SharingRule rule, Installation installation) {
        List<Way> ways = new ArrayList<>();
        for (Instance from : inEarnest(installation)) {
            for (Instance to : inEarnest(installation)) {
                if (from != to && from.receive().isPresent() && to.deliver().isPresent()) {
                    Set<EventType> events = events(sharing, rule, from, to);
                    if (!events.isEmpty()) {
                        ways.add(new Way(from, to, events, rule.fieldsFor(party(to))));
                    }
                }
            }
        }
        return ways;
    }

    private static Set<EventType> events(Sharing sharing, SharingRule rule, Instance from, Instance to) {
        Set<EventType> events = new TreeSet<>(Comparator.comparing(EventType::number));
        events.addAll(from.connector().translator().receives());
        events.retainAll(to.connector().translator().delivers());
        events.removeIf(type -> !sharing.rulesFor(party(from), party(to), type).contains(rule));
        return events;
    }

    private static Party party(Instance instance) {
        return new Party(instance.id(), instance.authority());
    }

    Set<Instance> senders() {
        return collect(Way::from);
    }

    Set<Instance> recipients() {
        return collect(Way::to);
    }

    private Set<Instance> collect(java.util.function.Function<Way, Instance> side) {
        Set<Instance> all = new LinkedHashSet<>();
        ways.forEach(way -> all.add(side.apply(way)));
        return all;
    }

    Set<EventType> events() {
        Set<EventType> all = new TreeSet<>(Comparator.comparing(EventType::number));
        ways.forEach(way -> all.addAll(way.events()));
        return all;
    }

    Set<Field> fields() {
        Set<Field> all = new LinkedHashSet<>();
        ways.forEach(way -> all.addAll(way.fields()));
        return all;
    }
}
