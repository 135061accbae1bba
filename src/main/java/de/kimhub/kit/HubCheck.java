package de.kimhub.kit;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.connector.Connectors;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Instance;
import de.kimhub.message.Problem;
import de.kimhub.pseudonym.Domain;
import de.kimhub.pseudonym.DomainsFile;
import de.kimhub.pseudonym.PseudonymDomains;
import de.kimhub.sharing.NamedInstances;
import de.kimhub.sharing.SharingFile;
import de.kimhub.steering.catalogue.SettingsFile;
import de.kimhub.steering.catalogue.SteeringProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks everything that people write: shipped and own connectors, and an installation. For {@code hub check}. */
public final class HubCheck {

    private static final String INSTANCE = "instance:";

    private HubCheck() {
    }

    /**
     * @param product      folder with {@code connectors} and {@code routes}
     * @param installation {@code config/<name>}; empty: connectors only
     */
    public static CheckReport run(Path product, Optional<Path> installation) {
        Path shipped = product.resolve("connectors");
        List<CheckResult> results = new ArrayList<>();
        List<Path> folders = new ArrayList<>(Connectors.folders(shipped));
        installation.map(folder -> folder.resolve("connectors")).filter(Files::isDirectory)
                .ifPresent(own -> folders.addAll(Connectors.folders(own)));
        folders.forEach(folder -> results.addAll(ConnectorKit.check(folder)));
        List<String> hints = new ArrayList<>();
        installation.map(folder -> Installations.load(folder, shipped)).ifPresent(loaded -> {
            results.addAll(check(loaded));
            loaded.all().stream().filter(Instance::inTest).forEach(instance -> hints.add(beforeRelease(loaded, instance)));
        });
        return new CheckReport(results, hints);
    }

    private static List<CheckResult> check(Installation installation) {
        String subject = "config/" + installation.name();
        List<Problem> files = new ArrayList<>(installation.problems().stream()
                .filter(problem -> !String.valueOf(problem.place().file()).contains("connectors/")).toList());
        List<Problem> rules = new ArrayList<>();
        installation.sharing().ifPresent(file -> {
            SharingFile.read(file, rules);
            rules.addAll(unknownInstances(file, installation));
            rules.addAll(NamedInstances.problems(file, installation.all().stream()
                    .collect(Collectors.toMap(Instance::fileName, Instance::authority))));
        });
        List<Problem> domains = new ArrayList<>();
        PseudonymDomains known = DomainsFile.load(installation.folder(), domains);
        List<Problem> steering = new ArrayList<>();
        SettingsFile.load(installation.folder(), Optional.of(installation.all().stream().map(Instance::fileName)
                .collect(Collectors.toSet())), steering);
        installation.sharing().flatMap(file -> file.get("facts")).filter(facts -> !facts.items().isEmpty()
                && known.domains().stream().noneMatch(Domain::forSteeringGroup)).ifPresent(facts -> steering.add(new Problem(
                SteeringProblem.NO_DOMAIN, facts.place(), "Facts need a pseudonym domain of the steering group. Add one to"
                + " pseudonym-domains.yaml with recipient: lenkungsgruppe, purpose: statistics, mode: keyed.")));
        return List.of(
                CheckResult.of(Level.LINT, subject, "hub.yaml, sharing.yaml and all instances are right", files),
                CheckResult.of(Level.LINT, subject, "every sharing rule is one that can allow something", rules),
                CheckResult.of(Level.LINT, subject, "pseudonym-domains.yaml, where there is one, is right", domains),
                CheckResult.of(Level.LINT, subject, "steering.yaml, where there is one, is right, and facts have a pseudonym domain",
                        steering),
                CheckResult.of(Level.LINT, subject, "every secret that is referred to is there",
                        Installations.missingSecrets(installation)));
    }

    /** All that is left to do before real data may go through it. */
    private static String beforeRelease(Installation installation, Instance instance) {
        List<String> missing = new ArrayList<>(instance.missingForRelease());
        missing.add("mode: live, or first shadow");
        return "config/" + installation.name() + "/instances/" + instance.fileName() + ".yaml läuft im Testbetrieb (nur"
                + " gekennzeichnete Testdaten). Für echte Daten fehlt: " + String.join("; ", missing);
    }

    /** An instance that is there but broken has a problem of its own. */
    private static List<Problem> unknownInstances(ConfigNode sharing, Installation installation) {
        List<Problem> problems = new ArrayList<>();
        for (ConfigNode rule : sharing.get("rules").map(ConfigNode::items).orElse(List.of())) {
            Stream.of("from", "to").flatMap(key -> rule.get(key).stream()).flatMap(parties -> parties.items().stream())
                    .filter(party -> party.text().startsWith(INSTANCE))
                    .filter(party -> !Files.exists(installation.folder().resolve("instances")
                            .resolve(party.text().substring(INSTANCE.length()) + ".yaml")))
                    .forEach(party -> problems.add(new Problem(KitProblem.UNKNOWN_INSTANCE, party.place(), "There is no"
                            + " instance '" + party.text().substring(INSTANCE.length())
                            + "', so the rule allows nothing. Correct the name, or remove it.")));
        }
        return problems;
    }
}
