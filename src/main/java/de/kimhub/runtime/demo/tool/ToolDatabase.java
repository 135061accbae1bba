package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.embedded.KeptConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A tool's own database: what its administration sets up, and what the tool's users write and read there. */
public final class ToolDatabase {

    private final DataSource database;

    public ToolDatabase(DataSource database) {
        this.database = new KeptConnection(database);
    }

    /** Runs the script that the connector hands to the tool's administration. */
    public void setUp(Path script) {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(Files.readString(script));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(script + " can't be run in the tool's database", e);
        }
    }

    /** Writes a row; columns are the program's own, never input. */
    public void insert(String table, Map<String, Object> row) {
        String columns = String.join(", ", row.keySet());
        String marks = "?, ".repeat(row.size() - 1) + "?";
        run("insert into " + table + " (" + columns + ") values (" + marks + ")", row.values().toArray());
    }

    public void run(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
             PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The tool's database refuses (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    /** Rows by column, values as text. */
    public List<Map<String, String>> rows(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
             PreparedStatement statement = prepared(connection, sql, parameters)) {
            ResultSet result = statement.executeQuery();
            List<Map<String, String>> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The tool's database refuses (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), result.getString(i));
        }
        return row;
    }
}
