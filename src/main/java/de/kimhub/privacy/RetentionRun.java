package de.kimhub.privacy;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what has stayed as long as it may; called regularly by the sweep. */
@Component
public class RetentionRun {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionRun.class);

    private final List<PersonalDataHolder> holders;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    RetentionRun(List<PersonalDataHolder> holders, AuditLog audit, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.holders = holders;
        this.audit = audit;
    }

    public int run() {
        int all = 0;
        for (PersonalDataHolder holder : holders) {
            int deleted = holder.deleteExpired();
            if (deleted > 0) {
                LOG.info("Gelöscht nach Ablauf der Frist: {} × {}", deleted, holder.dataKind());
                jdbc.sql("insert into hub.deletion as d (class, count) values (?, ?) on conflict (class, day) do update "
                        + "set count = d.count + excluded.count").params(holder.dataKind(), deleted).update();
                audit.add("hub", "deleted", holder.dataKind(), deleted, "retention");
            }
            all += deleted;
        }
        return all;
    }
}
