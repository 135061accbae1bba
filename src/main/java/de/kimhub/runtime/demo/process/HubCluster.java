package de.kimhub.runtime.demo.process;

import de.kimhub.runtime.embedded.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The database process of a hub that runs elsewhere and may be killed: every connection looks anew where it lives.
 *
 * @param data the hub's data folder
 */
public record HubCluster(Path data) {

    /** Before the hub's first start: databases for its tools. */
    public void prepare(Consumer<EmbeddedDatabase> setUp) {
        try (EmbeddedDatabase cluster = EmbeddedDatabase.open(data)) {
            setUp.accept(cluster);
        }
    }

    public DataSource database(String name) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return EmbeddedDatabase.join(data).dataSource(name).getConnection();
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        };
    }
}
