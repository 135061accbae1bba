package de.kimhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tool's administrator runs ({@code setup.sql}) fits what the hub reads and writes there. */
class ToolSetupTest {

    @RegisterExtension
    final Database database = new Database();

    @ParameterizedTest
    @CsvSource({"einbuergerung-jdbc, kim_export, kim_eingang", "ki-koordination-jdbc, ereignis, ereignis"})
    void theScriptCanBeRunAgainAndItsColumnsAreThoseOfTheMappings(String connector, String view, String inbox)
            throws IOException {
        Path folder = Path.of("connectors", connector);
        String script = Files.readString(folder.resolve("setup.sql"));

        database.jdbc().sql(script).update();
        database.jdbc().sql(script).update();

        assertThat(columnsOf(view)).containsAll(readBy(folder.resolve("receive.yaml")));
        assertThat(columnsOf(inbox)).containsAll(yaml(folder.resolve("deliver.yaml")).get("columns").orElseThrow()
                .entries().keySet());
        assertThat(columnsOf("kim_hub_quittung")).containsExactlyInAnyOrder("batch_id", "digest", "erhalten_am");
    }

    private Set<String> columnsOf(String table) {
        return new TreeSet<>(database.jdbc().sql("select column_name from information_schema.columns where table_name = ?")
                .param(table).query(String.class).list());
    }

    /** Every column that stands behind {@code from}, {@code column} or in the key. */
    private static Set<String> readBy(Path mapping) {
        ConfigNode root = yaml(mapping);
        Set<String> columns = new TreeSet<>(root.get("record").orElseThrow().texts("key"));
        collect(root, columns);
        return columns;
    }

    private static void collect(ConfigNode node, Set<String> columns) {
        columns.addAll(node.texts("from"));
        columns.addAll(node.texts("column"));
        List<ConfigNode> children = new ArrayList<>(node.entries().values());
        if (node instanceof ConfigNode.Sequence sequence) {
            children.addAll(sequence.items());
        }
        children.forEach(child -> collect(child, columns));
    }

    private static ConfigNode yaml(Path file) {
        return new ConfigReader(Path.of("").toAbsolutePath()).read(file, new ArrayList<>()).orElseThrow();
    }
}
