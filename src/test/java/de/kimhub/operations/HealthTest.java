package de.kimhub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.operations.Health.Entry;
import de.kimhub.operations.Health.State;
import de.kimhub.testing.Database;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

class HealthTest {

    @RegisterExtension
    final Database database = new Database();

    private final Entry file = new Entry("config/x/instances/a.yaml:3", State.BROKEN, "falsch [HUB-CFG-001]");
    private final Entry restart = new Entry("config/x/hub.yaml", State.NOTICE, "Neustart [HUB-CON-042]");

    @Test
    void a_finding_stands_since_it_was_first_found_until_it_has_passed() {
        Health health = new Health(new JdbcTemplate(database.dataSource()));
        health.report("a/1", List.of(restart, file, file));
        List<Health.Finding> first = health.findings();
        assertThat(first).extracting(Health.Finding::component).containsExactly(file.component(), restart.component());

        health.report("a/1", List.of(file));
        assertThat(health.findings()).containsExactly(first.getFirst());
        health.report("a/1", List.of());
        assertThat(health.findings()).isEmpty();
    }

    @Test
    void nodes_that_ended_or_died_do_not_count() {
        Health health = new Health(new JdbcTemplate(database.dataSource()));
        health.report("a/1", List.of(file));
        health.report("a/2", List.of(file));
        assertThat(health.findings()).hasSize(1);
        health.leave("a/1");
        database.jdbc().sql("update hub.node set seen = now() - interval '40 seconds'").update();
        assertThat(health.findings()).isEmpty();
    }
}
