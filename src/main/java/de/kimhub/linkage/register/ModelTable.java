package de.kimhub.linkage.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.linkage.comparison.LinkageModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The parameters of every model by which something was decided. */
@Component
class ModelTable {

    private final ObjectMapper json = new ObjectMapper();
    private final JdbcTemplate jdbc;

    ModelTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void keep(LinkageModel model) {
        jdbc.update("insert into identity.linkage_model (version, parameters) values (?, ?::jsonb) on conflict do nothing",
                model.version(), text(model));
    }

    private String text(LinkageModel model) {
        try {
            return json.writeValueAsString(model);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A model is numbers only", e);
        }
    }
}
