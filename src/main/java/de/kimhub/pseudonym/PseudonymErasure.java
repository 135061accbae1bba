package de.kimhub.pseudonym;

import de.kimhub.pseudonym.Domain.Mode;
import de.kimhub.privacy.HeldData;
import de.kimhub.privacy.PersonData;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which pseudonyms a person has. Without the rows, and without the person's number, they lead to nobody. */
final class PseudonymErasure implements PersonalDataHolder {

    private static final String CHANGES = """
            delete from pseudonym.change c using pseudonym.issued i
             where i.domain = ? and i.person_digest = ? and c.domain = i.domain
               and (c.old_epoch = i.epoch and c.old_body = i.body or c.new_epoch = i.epoch and c.new_body = i.body)""";
    private static final String TOMBSTONES = """
            delete from pseudonym.issued t using pseudonym.issued i
             where i.domain = ? and i.person_digest = ? and t.domain = i.domain and t.epoch = i.epoch and t.alias_of = i.body""";

    private final PseudonymDomains domains;
    private final JdbcTemplate jdbc;
    private final PersonDigests digests;

    PseudonymErasure(PseudonymDomains domains, JdbcTemplate jdbc, PersonDigests digests) {
        this.domains = domains;
        this.jdbc = jdbc;
        this.digests = digests;
    }

    @Override
    public String dataKind() {
        return "Zuordnung von Pseudonymen";
    }

    /** {@link PseudonymRetention} does. */
    @Override
    public int deleteExpired() {
        return 0;
    }

    @Override
    public List<HeldData> held(PersonData person) {
        long issued = domains.domains().stream().mapToLong(domain -> jdbc.queryForObject(
                "select count(*) from pseudonym.issued where domain = ? and person_digest = ?", Long.class, domain.name(),
                digests.of(domain.name(), person.person()))).sum();
        return List.of(new HeldData("Pseudonyme", issued, true, "Zuordnungen, auch frühere, und befristete Kennungen"),
                new HeldData("Veröffentlichte Zahlen", 0, false, "bleiben: aus ihnen lässt sich niemand erkennen"));
    }

    @Override
    public void erase(PersonData person) {
        for (Domain domain : domains.domains()) {
            byte[] digest = digests.of(domain.name(), person.person());
            if (domain.mode() != Mode.TEMPORARY) {
                jdbc.update(CHANGES, domain.name(), digest);
                jdbc.update(TOMBSTONES, domain.name(), digest);
            }
            jdbc.update("delete from pseudonym.issued where domain = ? and person_digest = ?", domain.name(), digest);
            jdbc.update("delete from pseudonym.token where domain = ? and person_digest = ?", domain.name(), digest);
        }
    }
}
