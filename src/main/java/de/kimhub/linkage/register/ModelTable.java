package de.kimhub.linkage.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.linkage.comparison.LinkageModel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The parameters of every model by which something was decided. Each is kept in a transaction of its own: the model goes
 * on being used when the one that fitted it is rolled back.
 */
@Component
class ModelTable {

    private final ObjectMapper json = new ObjectMapper();
    private final JdbcTemplate jdbc;
    private final TransactionTemplate alone;

    ModelTable(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions,
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    void keep(LinkageModel model) {
        alone.executeWithoutResult(status -> jdbc.update("insert into identity.linkage_model (version, parameters) "
                + "values (?, ?::jsonb) on conflict do nothing", model.version(), text(model)));
    }

    private String text(LinkageModel model) {
        try {
            return json.writeValueAsString(model);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A model is numbers only", e);
        }
    }
}
