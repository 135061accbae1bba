package de.kimhub.runtime.transport;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kimhub.connector.Endpoint;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.Parcel;
import de.kimhub.kit.Wire;
import de.kimhub.testing.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A tool whose view and inbox are those of the connector's {@code setup.sql}, in a database of the test. */
final class JdbcWire implements Wire {

    /** Has the columns and types of the view, and takes rows. */
    private static final String ROWS = "wire_rows";

    private final ObjectMapper json = new ObjectMapper();
    private final Database database;
    private final Instance instance;
    private final TestHub hub;

    JdbcWire(Path folder, Instance demo, Database database) throws Exception {
        this.database = database;
        database.jdbc().sql(Files.readString(demo.connector().folder().resolve("setup.sql"))).update();
        database.jdbc().sql("create table " + ROWS + " as table "
                + demo.receive().orElseThrow().parameter("view", "") + " with no data").update();
        instance = new Instance(demo.id(), demo.title(), demo.connector(), demo.municipality(), demo.authority(),
                Optional.of(here(demo.receive().orElseThrow(), "view", ROWS, "delay", "100")),
                Optional.of(here(demo.deliver().orElseThrow())), Optional.empty(), 1, 100, "");
        hub = new TestHub(folder, instance);
    }

    @Override
    public byte[] receive(byte[] document) throws Exception {
        String changedAt = instance.receive().orElseThrow().parameter("changedAt", "");
        ArrayNode rows = json.createArrayNode();
        Instant now = Instant.now();
        for (String line : new String(document, StandardCharsets.UTF_8).lines().toList()) {
            rows.add(((ObjectNode) json.readTree(line)).put(changedAt, now.plusMillis(rows.size()).toString()));
        }
        int before = hub.intake.news.size();
        database.jdbc().sql("insert into " + ROWS + " select * from json_populate_recordset(null::" + ROWS
                + ", cast(? as json))").param(rows.toString()).update();
        await().until(() -> hub.intake.news.size() >= before + rows.size());
        StringBuilder lines = new StringBuilder();
        for (Map<String, String> row : hub.intake.news.subList(before, hub.intake.news.size())) {
            lines.append(json.writeValueAsString(row)).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] deliver(long batch, byte[] rendered) throws Exception {
        String inbox = instance.deliver().orElseThrow().parameter("table", "");
        database.jdbc().sql("delete from " + inbox).update();
        Parcel parcel = new Parcel(batch, false, "kim-" + batch, rendered);
        hub.transport.send(instance, parcel);
        hub.transport.send(instance, parcel);
        return database.jdbc().sql("select coalesce(json_agg(row_to_json(t)), '[]')::text from " + inbox + " t")
                .query(String.class).single().getBytes(StandardCharsets.UTF_8);
    }

    private Endpoint here(Endpoint endpoint, String... more) throws Exception {
        Map<String, String> parameters = new HashMap<>(endpoint.parameters());
        try (Connection connection = database.dataSource().getConnection()) {
            parameters.put("url", connection.getMetaData().getURL());
            parameters.put("user", connection.getMetaData().getUserName());
        }
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return new Endpoint(endpoint.transport(), parameters);
    }

    @Override
    public void close() {
        hub.close();
    }
}
