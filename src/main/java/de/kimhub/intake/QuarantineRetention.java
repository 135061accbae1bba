package de.kimhub.intake;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.DeletionClass.Start;
import de.kimhub.privacy.DeletionSteps;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Deletes refused records that nobody took care of in time. That there were some, where and why, stays. */
@Component
class QuarantineRetention implements PersonalDataHolder {

    private static final int AT_ONCE = 200;
    private static final String EXPIRED = """
            update hub.quarantine set state = case when state = 0 then 2 else state end,
                   closed_at = coalesce(closed_at, now()), record = null, case_digest = null where id in (
                select id from hub.quarantine where (state = 0 or record is not null or case_digest is not null)
                   and created_at < now() - '%s'::interval limit %d)""";

    private final JdbcTemplate jdbc;
    private final String kept;

    QuarantineRetention(JdbcTemplate jdbc, HubConfiguration hub) {
        this.jdbc = jdbc;
        this.kept = hub.retention().quarantine().toString();
    }

    @Override
    public String dataKind() {
        return "Zurückgestellter Datensatz";
    }

    @Override
    public int deleteExpired() {
        return DeletionSteps.untilNoneIsLeft(AT_ONCE, () -> jdbc.update(EXPIRED.formatted(kept, AT_ONCE)));
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(new DeletionClass("zurueckgestellt", dataKind(), Start.COLLECTION, kept, "retention.quarantine",
                        List.of("hub.quarantine"),
                        "select min(created_at) from hub.quarantine where record is not null or case_digest is not null",
                        "select count(*) from hub.quarantine where (record is not null or case_digest is not null) and "
                                + "created_at < now() - '" + kept + "'::interval - interval '1 day'"),
                DeletionClass.following("pruefzahl", "Prüfzahlen von Datensätzen", Start.RELATION_END,
                        "bleiben; die Verbindung zur Akte geht mit ihr", "hub.record_state", "hub.snapshot_seen",
                        "hub.snapshot_vanished", "hub.poll_mark"));
    }
}
