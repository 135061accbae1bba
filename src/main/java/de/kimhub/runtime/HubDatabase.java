package de.kimhub.runtime;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Secrets;
import de.kimhub.runtime.embedded.EmbeddedParts;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The hub's own database, for tasks that need nothing else of a hub. A hub may be at work on it meanwhile. */
public final class HubDatabase implements AutoCloseable {

    private final HubAccess access;

    private HubDatabase(HubAccess access) {
        this.access = access;
    }

    /** Starts an embedded one that does not run. */
    public static HubDatabase open(Installation installation) {
        EmbeddedParts parts = EmbeddedParts.open(installation.hub().data(), installation.hub().database().isEmpty(), false, 0);
        return new HubDatabase(new HubAccess(installation.hub(), new Secrets(installation.folder())::resolve, parts));
    }

    /** Connections are not pooled. */
    public DataSource source() {
        DatabaseAccess own = access.database();
        return new DriverManagerDataSource(own.url(), own.user(), own.password());
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(source());
    }

    @Override
    public void close() {
        access.parts().close();
    }
}
