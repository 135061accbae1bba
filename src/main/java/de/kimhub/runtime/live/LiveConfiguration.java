package de.kimhub.runtime.live;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Installations;
import de.kimhub.connector.Instance;
import de.kimhub.configuration.ConfigNode;
import de.kimhub.intake.Definitions;
import de.kimhub.intake.KnownInstances;
import de.kimhub.message.Checkpoints;
import de.kimhub.message.Problem;
import de.kimhub.operations.Health.Entry;
import de.kimhub.operations.HealthSource;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.transport.Instances;
import de.kimhub.sharing.SharingFile;
import de.kimhub.steering.catalogue.CurrentSettings;
import de.kimhub.steering.catalogue.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes changed files up. First the database learns what the new configuration is, then everything that begins is decided
 * by it, then the ways follow: a crash in between is made good by the next start, which does the same.
 */
@Component
public class LiveConfiguration implements HealthSource {

    private static final Logger LOG = LoggerFactory.getLogger(LiveConfiguration.class);

    private final CurrentInstallation current;
    private final HubHome home;
    private final Definitions definitions;
    private final KnownInstances known;
    private final Instances instances;
    private final Leaving leaving;
    private final CurrentSettings steering;
    private final Checkpoints checkpoints;
    private List<String> brokenWays = List.of();

    LiveConfiguration(CurrentInstallation current, HubHome home, Definitions definitions, KnownInstances known,
                      Instances instances, CurrentSettings steering, Checkpoints checkpoints) {
        this.current = current;
        this.home = home;
        this.definitions = definitions;
        this.known = known;
        this.instances = instances;
        this.steering = steering;
        this.leaving = new Leaving(known);
        this.checkpoints = checkpoints;
    }

    /** Of all files whose change changes the configuration. */
    FolderStamp stamp() {
        Path folder = current.now().folder();
        return FolderStamp.of(folder, List.of(home.connectors(), home.transports(), folder.resolveSibling("schemas"),
                home.folder().resolve("config").resolve("schemas")));
    }

    /** @param terminal is told, in German, what is different now */
    public synchronized void reload(Consumer<String> terminal) {
        Installation before = current.now();
        Installation next = Installations.reload(before, home.connectors(), LiveConfiguration::wrongRules,
                known.lanesInUse());
        boolean switched = !next.equals(before);
        if (switched) {
            definitions.keep(next.all().stream().map(Instance::connector).toList());
            next.all().forEach(one -> known.remember(one, next.origin().instanceFiles().get(one.id())));
            checkpoints.reached("live.stored-before-switch");
            leaving.left(before, next);
            current.become(next);
            checkpoints.reached("live.switched");
        }
        instances.registerAll();
        new Changes(before, next).lines().forEach(line -> say(line, terminal));
        readSteering(next.folder(), terminal);
        sayWays(terminal);
    }

    private void readSteering(Path folder, Consumer<String> terminal) {
        boolean broken = !steering.problems().isEmpty();
        if (steering.read(folder)) {
            steering.problems().forEach(problem -> say("Fehlerhaft, die letzte gültige Fassung läuft weiter: " + problem, terminal));
            if (steering.problems().isEmpty()) {
                say((broken ? "Behoben: " : "Geändert: ") + SettingsFile.NAME, terminal);
            }
        }
    }

    @Override
    public List<Entry> entries() {
        return steering.problems().stream().map(HealthReport::entry).toList();
    }

    /** Ends what is worked off. */
    synchronized void tend(Consumer<String> terminal) {
        Installation before = current.now();
        Installation next = leaving.tend(before);
        if (next != before) {
            current.become(next);
            instances.registerAll();
            before.leaving().keySet().stream().filter(id -> !next.leaving().containsKey(id)).sorted()
                    .forEach(id -> say("Abgearbeitet: Instanz " + id, terminal));
        }
        sayWays(terminal);
    }

    private void sayWays(Consumer<String> terminal) {
        List<String> broken = List.copyOf(instances.broken());
        broken.stream().filter(way -> !brokenWays.contains(way)).forEach(way -> say("Gestört: " + way, terminal));
        brokenWays.stream().filter(way -> !broken.contains(way))
                .forEach(way -> say("Behoben: " + way.substring(0, Math.max(0, way.indexOf(':'))), terminal));
        brokenWays = broken;
    }

    private static void say(String line, Consumer<String> terminal) {
        LOG.info("{}", line);
        terminal.accept(line);
    }

    private static List<Problem> wrongRules(ConfigNode file) {
        List<Problem> problems = new ArrayList<>();
        SharingFile.read(file, problems);
        return problems;
    }
}
