package de.kimhub.runtime.live;

import de.kimhub.connector.Installations;
import de.kimhub.connector.Secrets;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RunningHub;
import de.kimhub.testing.Database;
import de.kimhub.testing.Released;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The whole hub on files in a folder of the test, which change while it runs. Looks at them when the test says so. */
final class LiveHub implements AutoCloseable {

    static final HubHome HOME = HubHome.find();
    private static final String HUB = "data: ../../data\nwork: {workers: 2, deliveryWorkers: 2, sweep: PT0.5S}\n";

    final Path folder;
    final List<String> said = new ArrayList<>();
    RunningHub hub;

    LiveHub(Path folder) {
        this.folder = folder;
        write("config/test/hub.yaml", HUB);
        write("config/test/sharing.yaml", "rules: []\n");
        mkdirs("config/test/instances");
    }

    /** On a database of one's own, which is there sooner than one that the hub brings along. */
    LiveHub on(Database database) {
        write("config/test/secrets/DB", "postgres\n");
        write("config/test/hub.yaml", HUB + "database: {url: \"" + database.url() + "\", user: postgres, password: secret:DB}\n");
        return this;
    }

    LiveHub start() {
        hub = RunningHub.start(HOME, Installations.load(config(), HOME.connectors()), new Secrets(config())::resolve);
        return this;
    }

    Path config() {
        return folder.resolve("config/test");
    }

    void reload() {
        hub.bean(LiveConfiguration.class).reload(said::add);
    }

    void tend() {
        hub.bean(LiveConfiguration.class).tend(said::add);
    }

    void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void instance(String id, String connector, String more) {
        write("config/test/instances/" + id + ".yaml", "title: " + id + "\nconnector: " + connector
                + "\nmunicipality: \"05758004\"\n" + (more.contains("mode: ") ? "" : Released.LIVE) + more);
    }

    void delete(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mkdirs(String... names) {
        for (String name : names) {
            try {
                Files.createDirectories(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A shipped connector as one of the installation's own, to be changed. */
    Path ownConnector(String id) {
        Path own = config().resolve("connectors").resolve(id);
        Path shipped = HOME.connectors().resolve(id);
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = own.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return own;
    }

    @Override
    public void close() {
        if (hub != null) {
            hub.close();
            hub = null;
        }
    }
}
