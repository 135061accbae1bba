package de.kimhub.pseudonym;

import de.kimhub.configuration.ConfigFile;
import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Problem;
import de.kimhub.pseudonym.Domain.Mode;
import de.kimhub.pseudonym.PseudonymDomains.Officer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code pseudonym-domains.yaml}: all problems at once; a domain with a problem is left out. */
public final class DomainsFile {

    private static final String FILE = "pseudonym-domains.yaml";
    private static final String GRACE = "P90D";
    private static final int LENGTH = 20;
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(30);

    private final List<Problem> problems;
    private final Set<String> names = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();

    private DomainsFile(List<Problem> problems) {
        this.problems = problems;
    }

    /** @param installation its folder; without the file there are no domains */
    public static PseudonymDomains load(Path installation, List<Problem> problems) {
        Path folder = installation.toAbsolutePath().normalize();
        Path file = folder.resolve(FILE);
        Path config = folder.getParent();
        Path base = config == null || config.getParent() == null ? folder : config.getParent();
        return !Files.exists(file) ? PseudonymDomains.NONE : new ConfigReader(base).read(file, problems)
                .filter(node -> ConfigFile.PSEUDONYM_DOMAINS.check(node, problems))
                .map(node -> read(node, problems)).orElse(PseudonymDomains.NONE);
    }

    /** @param file fits its schema */
    static PseudonymDomains read(ConfigNode file, List<Problem> problems) {
        DomainsFile reader = new DomainsFile(problems);
        List<Domain> domains = new ArrayList<>();
        for (ConfigNode node : file.get("domains").map(ConfigNode::items).orElse(List.of())) {
            int before = problems.size();
            reader.check(node);
            if (problems.size() == before) {
                domains.add(domain(node));
            }
        }
        return new PseudonymDomains(List.copyOf(domains), reader.officers(file));
    }

    private void check(ConfigNode node) {
        if (!names.add(node.text("name"))) {
            problem(PseudonymProblem.NAME_TWICE, node, "name", "Another domain has the same name. Give each its own.");
        }
        if (!prefixes.add(node.text("prefix"))) {
            problem(PseudonymProblem.PREFIX_TWICE, node, "prefix",
                    "Another domain has the same prefix, by which pseudonyms are told apart. Give each its own.");
        }
        boolean temporary = mode(node) == Mode.TEMPORARY;
        for (String key : List.of("validity", "retention")) {
            if (!temporary && node.get(key).isEmpty()) {
                problem(PseudonymProblem.OF_OTHER_MODE, node, "mode",
                        "A domain with this mode must say '" + key + "'. Add it, e.g. " + key + ": P1Y.");
            }
        }
        for (String key : List.of("validity", "grace", "retention", "length")) {
            refuse(node, key, temporary, "");
        }
        for (String key : List.of("lifetime", "uses")) {
            refuse(node, key, !temporary, "");
        }
        refuse(node, "length", mode(node) == Mode.REVERSIBLE,
                " What can be turned back has the length that the cipher needs.");
        checkLifetime(node, temporary);
        if ("lenkungsgruppe".equals(node.text("recipient")) && mode(node) != Mode.KEYED) {
            problem(PseudonymProblem.STEERING_ONE_WAY, node, "mode", "The steering group gets figures, and what stands"
                    + " behind them must not be turned back into people. Write 'mode: keyed'.");
        }
    }

    private void checkLifetime(ConfigNode node, boolean temporary) {
        if (temporary && node.get("lifetime").isEmpty()) {
            problem(PseudonymProblem.OF_OTHER_MODE, node, "mode",
                    "A temporary domain must say 'lifetime'. Add it, e.g. lifetime: PT15M.");
        } else if (temporary) {
            Duration lifetime = Duration.parse(node.text("lifetime"));
            if (lifetime.isZero() || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
                problem(PseudonymProblem.LIFETIME, node, "lifetime",
                        "A token must be good for more than no time and at most for 30 days. Correct it.");
            }
        }
    }

    private void refuse(ConfigNode node, String key, boolean wrong, String why) {
        if (wrong && node.get(key).isPresent()) {
            problem(PseudonymProblem.OF_OTHER_MODE, node, key, "'" + key + "' means nothing in a domain with mode "
                    + node.text("mode") + "." + why + " Remove it.");
        }
    }

    private List<Officer> officers(ConfigNode file) {
        List<Officer> officers = new ArrayList<>();
        Set<String> roles = new HashSet<>();
        Set<String> known = new HashSet<>();
        for (ConfigNode node : file.get("officers").map(ConfigNode::items).orElse(List.of())) {
            if (!known.add(node.text("name").strip())) {
                problem(PseudonymProblem.OFFICER_TWICE, node, "name",
                        "This name stands here twice. One person has one role: who asks must not approve.");
            }
            roles.add(node.text("role"));
            officers.add(new Officer(node.text("name").strip(), node.text("role")));
        }
        if (!officers.isEmpty() && roles.size() < 2) {
            problem(PseudonymProblem.ONE_ROLE, file, "officers", "All have the same role, so nobody could approve what"
                    + " another asks for. Name somebody of another role.");
        }
        return List.copyOf(officers);
    }

    private static Domain domain(ConfigNode node) {
        boolean temporary = mode(node) == Mode.TEMPORARY;
        return new Domain(node.text("name"), node.text("prefix"), node.text("recipient"), node.text("purpose"),
                node.text("legalBasis"), mode(node), temporary ? null : Period.parse(node.text("validity")),
                temporary ? null : Period.parse(node.text("grace", GRACE)),
                temporary ? null : Period.parse(node.text("retention")),
                Integer.parseInt(node.text("length", String.valueOf(LENGTH))),
                temporary ? Duration.parse(node.text("lifetime")) : null, Integer.parseInt(node.text("uses", "1")));
    }

    private static Mode mode(ConfigNode node) {
        return Mode.valueOf(node.text("mode").toUpperCase(Locale.ROOT));
    }

    private void problem(PseudonymProblem code, ConfigNode node, String key, String text) {
        problems.add(new Problem(code, node.get(key).orElse(node).place(), text));
    }
}
