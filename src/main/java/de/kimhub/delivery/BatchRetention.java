package de.kimhub.delivery;

import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.DeletionClass.Start;
import de.kimhub.privacy.DeletionSteps;
import de.kimhub.privacy.PersonalDataHolder;
import java.time.Period;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Deletes the bytes of delivered batches in time. That, when and by which rule something was delivered stays. */
final class BatchRetention implements PersonalDataHolder {

    private static final int AT_ONCE = 500;
    private static final String DELETE = """
            update hub.delivery_batch set bytes = null where id in (
                select id from hub.delivery_batch
                 where state = 2 and bytes is not null and delivered_at < now() - ?::interval limit ?)""";

    private final JdbcTemplate jdbc;
    private final Period kept;

    BatchRetention(JdbcTemplate jdbc, Period kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    @Override
    public String dataKind() {
        return "Versiegelte Lieferung";
    }

    @Override
    public List<DeletionClass> classes() {
        String delivered = " from hub.delivery_batch where state = 2 and bytes is not null";
        return List.of(new DeletionClass("versiegelt", dataKind() + ": die Bytes", Start.PROCESS_END, kept.toString(),
                "retention.transportCopy", List.of("hub.delivery_batch.bytes"), "select min(delivered_at)" + delivered,
                "select count(*)" + delivered + " and delivered_at < now() - '" + kept + "'::interval - interval '1 day'"));
    }

    @Override
    public int deleteExpired() {
        return DeletionSteps.untilNoneIsLeft(AT_ONCE, () -> jdbc.update(DELETE, kept.toString(), AT_ONCE));
    }
}
