package de.kimhub.sharing;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The consents that were taken in one file, as people record, name and read them. All methods run in the caller's transaction. */
@Component
public class ConsentsOfFile {

    private static final String TAKEN_IN = """
            select c.*, s.closed_on is null as case_open, s.instance_no as taken_by, %s as deceased,
                   array(select distinct i.id from hub.consent_file_number f join hub.instance i on i.no = f.instance_no
                         where f.consent_id = c.id order by 1) as shown_at
            from hub.consent c join identity.source_case s on s.id = c.case_id
            where c.case_id = ? order by c.id""".formatted(ConsentLedger.DECEASED);

    private final JdbcTemplate jdbc;

    ConsentsOfFile(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A consent as it was taken in one file.
     *
     * @param paper       what the form says besides
     * @param number      encrypted, or {@code null}
     * @param shownAt     ids of the instances of which the client showed a file number
     * @param collectedBy who recorded it, or {@code null}: a tool told it
     */
    public record Taken(Consent consent, ConsentLedger.Paper paper, byte[] number, List<String> shownAt, String collectedBy) {
    }

    /** Of one file only, the oldest first. */
    public List<Taken> takenIn(long caseId) {
        return jdbc.query(TAKEN_IN, (row, no) -> new Taken(ConsentLedger.consent(row),
                new ConsentLedger.Paper(row.getString("form_version"), row.getString("form_language"), row.getBoolean("representative")),
                row.getBytes("number"), List.copyOf(ConsentLedger.set(row.getArray("shown_at"))), row.getString("collected_by")), caseId);
    }

    /** Whether a consent of this number was taken and not withdrawn, in whichever file. */
    public boolean hasStanding(byte[] digest) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select 1 from hub.consent "
                + "where consent_digest = ? and withdrawn_on is null)", Boolean.class, (Object) digest));
    }

    /** Gives a consent that has none a number, so that it can be named. */
    public void number(long consentId, byte[] digest, byte[] number) {
        jdbc.update("update hub.consent set consent_digest = ?, number = ? where id = ? and number is null", digest, number, consentId);
    }

    /** Who recorded the consent that this event gave. */
    public void collectedBy(long event, String name) {
        jdbc.update("update hub.consent set collected_by = ? where event_id = ?", name, event);
    }
}
