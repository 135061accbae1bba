package de.kimhub.sharing;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the law forbids a rule that names single instances. Of kinds of bodies the file itself shows it; what kind of
 * body runs an instance stands in its own file. Such a rule opens nothing; this tells whoever wrote it.
 */
public final class NamedInstances {

    private static final String INSTANCE = "instance:";

    private NamedInstances() {
    }

    /** @param authorityOf kind of body by id of the instance */
    public static List<Problem> problems(ConfigNode sharing, Map<String, String> authorityOf) {
        List<Problem> problems = new ArrayList<>(FactRules.ofInstances(sharing, authorityOf));
        for (ConfigNode rule : sharing.get("rules").map(ConfigNode::items).orElse(List.of())) {
            Set<String> from = new LinkedHashSet<>(rule.texts("from"));
            Set<String> to = new LinkedHashSet<>(rule.texts("to"));
            Set<String> senders = kinds(from, authorityOf);
            Set<String> recipients = kinds(to, authorityOf);
            if (HardBlocks.whyNoRule(from, to).isEmpty()) {
                HardBlocks.whyNoRule(senders, recipients).ifPresent(why -> problems.add(new Problem(
                        SharingProblems.HARD_BLOCK, rule.place(), "rule '" + rule.text("id") + "' " + why
                        + "; no rule can allow it, also not for a single instance. Remove the instance.")));
            }
            to.stream().filter(one -> one.startsWith(INSTANCE)).flatMap(one -> kinds(Set.of(one), authorityOf).stream())
                    .filter(kind -> rule.texts("fields").contains("residence.title") && HardBlocks.titleTooFineFor(kind))
                    .findFirst().ifPresent(kind -> problems.add(new Problem(SharingProblems.TITLE_TOO_FINE, rule.place(),
                            "rule '" + rule.text("id") + "' names field 'residence.title' for an instance of kind "
                                    + kind + ". " + HardBlocks.WHO_GETS_TITLE + " Name residence.titleCoarse instead.")));
        }
        return problems;
    }

    private static Set<String> kinds(Set<String> parties, Map<String, String> authorityOf) {
        return parties.stream().map(one -> !one.startsWith(INSTANCE) ? one
                        : authorityOf.getOrDefault(one.substring(INSTANCE.length()), one))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
