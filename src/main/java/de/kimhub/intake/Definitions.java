package de.kimhub.intake;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of connectors that documents came in under ({@code hub.connector_version}). */
@Component
public class Definitions {

    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

    private final JdbcClient jdbc;
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final Map<String, Optional<Connector>> loaded = new ConcurrentHashMap<>();

    Definitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before anything is taken over under them. Not within a transaction. */
    public void keep(Collection<Connector> connectors) {
        connectors.stream().filter(connector -> !stored.contains(connector.version())).forEach(connector -> {
            store(connector);
            stored.add(connector.version());
        });
    }

    /** In the caller's transaction. */
    void store(Connector connector) {
        if (connector.files().length > 0 && !stored.contains(connector.version())) {
            jdbc.sql("insert into hub.connector_version (version, connector, files) values (?, ?, ?) "
                    + "on conflict do nothing").params(connector.version(), connector.id(), connector.files()).update();
        }
    }

    /**
     * The connector as it was; the one that is given when it is of that version, or when that version is not known or
     * was made for another release of the hub.
     */
    public Connector ofVersion(String version, Connector current) {
        return version.equals(current.version()) ? current
                : find(version, List.of(current.folder().toAbsolutePath().getParent())).orElse(current);
    }

    /** @param catalogues the folders of connectors in which it may have been; where it is none any more, the last one */
    public Optional<Connector> find(String version, List<Path> catalogues) {
        return loaded.computeIfAbsent(version, any -> load(version, catalogues));
    }

    private Optional<Connector> load(String version, List<Path> catalogues) {
        record Stored(String connector, byte[] files) {
        }
        Optional<Stored> found = jdbc.sql("select connector, files from hub.connector_version where version = ?")
                .param(version).query((row, no) -> new Stored(row.getString(1), row.getBytes(2))).optional();
        List<Problem> problems = new ArrayList<>();
        try {
            Optional<Connector> connector = found.isEmpty() ? Optional.empty()
                    : Connectors.unpack(found.get().connector(), found.get().files(),
                            catalogue(found.get().connector(), catalogues), problems);
            if (connector.isEmpty()) {
                LOG.warn("The version {} of a connector is not there or no longer understood ({} problems); what came in "
                        + "under it is translated by the present one. [{}]", version, problems.size(),
                        IntakeProblems.VERSION_UNKNOWN.code());
            }
            return connector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path catalogue(String connector, List<Path> catalogues) {
        return catalogues.stream().filter(folder -> Files.isDirectory(folder.resolve(connector))).findFirst()
                .orElse(catalogues.getLast());
    }
}
