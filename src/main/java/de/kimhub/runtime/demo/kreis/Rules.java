package de.kimhub.runtime.demo.kreis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/**
 * The sharing rules as a person reads them, and which events each tool takes. The ledger draws its expectations from
 * them with code of its own, so that an error of the hub's does not hide in both.
 */
public final class Rules {

    private final List<Rule> rules;
    private final Map<Office, Set<String>> taken;

    private Rules(List<Rule> rules, Map<Office, Set<String>> taken) {
        this.rules = rules;
        this.taken = taken;
    }

    private record Rule(Set<String> from, Set<String> to, Set<String> events, boolean consent, boolean release) {
    }

    /** @param deliveries the deliver.yaml of each office that takes anything */
    public static Rules read(Path sharing, Map<Office, Path> deliveries) {
        Map<Office, Set<String>> taken = new EnumMap<>(Office.class);
        deliveries.forEach((office, file) -> taken.put(office, texts(load(file).get("events"))));
        List<?> all = (List<?>) load(sharing).get("rules");
        return new Rules(all.stream().map(rule -> rule((Map<?, ?>) rule)).toList(), taken);
    }

    /** Whether somebody who consented to it, and whom both know, would have it told. */
    boolean allow(Office sender, Office recipient, String eventType, Dossier.Consent consent) {
        return taken.getOrDefault(recipient, Set.of()).contains(eventType) && rules.stream()
                .filter(rule -> rule.events().contains(eventType) && rule.from().contains(sender.authority())
                        && (rule.to().contains(recipient.authority())
                                || rule.to().contains("instance:" + recipient.instance())))
                .anyMatch(rule -> !rule.consent() || consent != null && consent.covers(sender, recipient)
                        && (!rule.release() || consent.secrecyRelease()));
    }

    private static Rule rule(Map<?, ?> rule) {
        return new Rule(texts(rule.get("from")), texts(rule.get("to")), texts(rule.get("events")),
                "required".equals(rule.get("consent")), "required".equals(rule.get("secrecyRelease")));
    }

    private static Set<String> texts(Object node) {
        Set<String> texts = new HashSet<>();
        if (node instanceof List<?> list) {
            list.forEach(item -> texts.add(item.toString()));
        } else if (node != null) {
            texts.add(node.toString());
        }
        return texts;
    }

    private static Map<?, ?> load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml().load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }
}
