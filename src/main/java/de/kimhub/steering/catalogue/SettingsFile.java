package de.kimhub.steering.catalogue;

import de.kimhub.configuration.ConfigFile;
import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Problem;
import de.kimhub.steering.catalogue.SteeringSettings.Municipality;
import de.kimhub.steering.catalogue.SteeringSettings.Organisation;
import de.kimhub.steering.catalogue.SteeringSettings.Posts;
import de.kimhub.steering.catalogue.SteeringSettings.Session;
import de.kimhub.steering.catalogue.SteeringSettings.Target;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code steering.yaml}: all problems at once. With one, nothing is published. */
public final class SettingsFile {

    public static final String NAME = "steering.yaml";

    private final List<Problem> problems;
    private final Optional<Set<String>> instances;

    private SettingsFile(List<Problem> problems, Optional<Set<String>> instances) {
        this.problems = problems;
        this.instances = instances;
    }

    /** @param installation its folder; without the file, or with one that has problems, there are no settings */
    public static SteeringSettings load(Path installation, List<Problem> problems) {
        return load(installation, Optional.empty(), problems);
    }

    /** @param instances ids of all that the installation has; empty: they are not looked at */
    public static SteeringSettings load(Path installation, Optional<Set<String>> instances, List<Problem> problems) {
        Path folder = installation.toAbsolutePath().normalize();
        Path file = folder.resolve(NAME);
        Path config = folder.getParent();
        Path base = config == null || config.getParent() == null ? folder : config.getParent();
        int before = problems.size();
        return !Files.exists(file) ? SteeringSettings.NONE : new ConfigReader(base).read(file, problems)
                .filter(node -> ConfigFile.STEERING.check(node, problems))
                .map(node -> new SettingsFile(problems, instances).read(node)).filter(read -> problems.size() == before)
                .orElse(SteeringSettings.NONE);
    }

    private SteeringSettings read(ConfigNode file) {
        List<Municipality> municipalities = each(file, "municipalities", "code", node -> new Municipality(node.text("code"),
                node.text("name"), !"false".equals(node.text("takesPart"))));
        List<Organisation> organisations = each(file, "organisations", "id", node -> new Organisation(node.text("id"), node.text("name"),
                new LinkedHashSet<>(node.texts("instances")), Optional.ofNullable(node.text("deliversEvery")).map(Period::parse)));
        instances(file);
        ConfigNode kreis = file.get("kreis").orElseThrow();
        return new SteeringSettings(file.text("catalogue"), new Municipality(kreis.text("code"), kreis.text("name"), true),
                Quarter.find(file.text("firstPeriod")), Integer.parseInt(file.text("yearBegins", "Q1").substring(1)),
                Integer.parseInt(file.text("threshold", "5")), Integer.parseInt(file.text("cutOffDays", "30")), sessions(file),
                municipalities, organisations, tables(file), posts(file, municipalities, organisations), targets(file));
    }

    private interface Reading<T> {

        T of(ConfigNode node);
    }

    private static List<ConfigNode> nodes(ConfigNode file, String key) {
        return file.get(key).map(ConfigNode::items).orElse(List.of());
    }

    private <T> List<T> each(ConfigNode file, String key, String id, Reading<T> reading) {
        Set<String> seen = new HashSet<>();
        List<T> all = new ArrayList<>();
        for (ConfigNode node : nodes(file, key)) {
            if (!seen.add(node.text(id))) {
                problem(SteeringProblem.TWICE, node, "'" + node.text(id) + "' stands here a second time. Remove one of them.");
            }
            all.add(reading.of(node));
        }
        return all;
    }

    private void instances(ConfigNode file) {
        Set<String> seen = new HashSet<>();
        for (ConfigNode organisation : nodes(file, "organisations")) {
            for (String instance : organisation.texts("instances")) {
                if (!seen.add(instance)) {
                    problem(SteeringProblem.SEVERAL, organisation, "Instance '" + instance + "' belongs to another organisation already."
                            + " Remove it from one of them.");
                } else if (instances.isPresent() && !instances.get().contains(instance)) {
                    problem(SteeringProblem.UNKNOWN_NAME, organisation, "There is no instance '" + instance + "'. Correct the name.");
                }
            }
        }
    }

    private List<Session> sessions(ConfigNode file) {
        List<Session> all = new ArrayList<>();
        for (ConfigNode node : nodes(file, "sessions")) {
            try {
                all.add(new Session(LocalDate.parse(node.text("day")), node.text("title", "Sitzung der Lenkungsgruppe")));
            } catch (DateTimeException e) {
                problem(SteeringProblem.NO_DAY, node, "There is no such day. Correct it.");
            }
        }
        return all;
    }

    private Map<String, Integer> tables(ConfigNode file) {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (ConfigNode node : nodes(file, "tables")) {
            Optional<TableDefinition> table = Catalogue.find(node.text("id"));
            if (table.isEmpty()) {
                problem(SteeringProblem.UNKNOWN_TABLE, node, "The catalogue has no table '" + node.text("id") + "'. Correct the id.");
                continue;
            }
            List<String> wanted = node.texts("dimensions");
            OptionalInt form = wanted.isEmpty() ? OptionalInt.of(0) : table.get().formWith(wanted);
            if (form.isEmpty()) {
                problem(SteeringProblem.UNKNOWN_FORM, node, "Table '" + node.text("id") + "' has no form with these dimensions. It has: "
                        + table.get().forms().stream().map(Form::names).map(Object::toString).collect(Collectors.joining(", ")) + ".");
            }
            if (all.put(node.text("id"), form.orElse(0)) != null) {
                problem(SteeringProblem.TWICE, node, "'" + node.text("id") + "' stands here a second time. Remove one of them.");
            }
        }
        return all;
    }

    private List<Posts> posts(ConfigNode file, List<Municipality> municipalities, List<Organisation> organisations) {
        List<Posts> all = new ArrayList<>();
        for (ConfigNode node : nodes(file, "posts")) {
            Posts posts = new Posts(node.text("municipality"), node.text("organisation"), new BigDecimal(node.text("value")));
            if (posts.municipality() != null && posts.organisation() != null) {
                problem(SteeringProblem.POSTS, node, "Posts are of a municipality or of an organisation. Remove one of the two.");
            } else if (posts.municipality() != null && municipalities.stream().noneMatch(one -> one.code().equals(posts.municipality()))
                    || posts.organisation() != null && organisations.stream().noneMatch(one -> one.id().equals(posts.organisation()))) {
                problem(SteeringProblem.UNKNOWN_NAME, node, "This name is not among the municipalities or organisations above. Correct it.");
            }
            all.add(posts);
        }
        return all;
    }

    private List<Target> targets(ConfigNode file) {
        return each(file, "targets", "table", node -> {
            if (Catalogue.find(node.text("table")).isEmpty()) {
                problem(SteeringProblem.UNKNOWN_TABLE, node, "The catalogue has no table '" + node.text("table") + "'. Correct the id.");
            }
            return new Target(node.text("table"), new BigDecimal(node.text("value")), node.text("unit"), node.text("label"));
        });
    }

    private void problem(SteeringProblem code, ConfigNode node, String text) {
        problems.add(new Problem(code, node.place(), text));
    }
}
