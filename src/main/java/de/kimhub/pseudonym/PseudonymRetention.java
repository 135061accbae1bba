package de.kimhub.pseudonym;

import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.DeletionSteps;
import de.kimhub.privacy.PersonalDataHolder;
import de.kimhub.pseudonym.Domain.Mode;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Forgets who has which pseudonym when a domain's retention is over, and tokens that ended. The same person would be given
 * the same pseudonym again as long as its key stands. Tombstones stay until the key is destroyed.
 */
final class PseudonymRetention implements PersonalDataHolder {

    private static final int AT_ONCE = 500;
    private static final String ISSUED = """
            delete from pseudonym.issued where (domain, epoch, body) in (
                select i.domain, i.epoch, i.body from pseudonym.issued i
                  join pseudonym.epoch e on e.domain = i.domain and e.epoch = i.epoch and e.state = 1
                 where i.domain = ? and i.alias_of is null and i.issued_at < now() - ?::interval
                   and not exists (select from pseudonym.issued a
                                    where a.domain = i.domain and a.epoch = i.epoch and a.alias_of = i.body)
                 limit ?)""";
    private static final String TOKENS = """
            delete from pseudonym.token where digest in (
                select digest from pseudonym.token where expires_at < now() or uses_left = 0 limit ?)""";

    private static final String REQUESTS = """
            delete from pseudonym.reidentification where id in (select id from pseudonym.reidentification
             where coalesce(valid_until, requested_at) < now() - interval '1 year' limit ?)""";

    private final PseudonymDomains domains;
    private final JdbcTemplate jdbc;

    PseudonymRetention(PseudonymDomains domains, JdbcTemplate jdbc) {
        this.domains = domains;
        this.jdbc = jdbc;
    }

    @Override
    public String dataKind() {
        return "Pseudonym";
    }

    @Override
    public int deleteExpired() {
        int all = 0;
        for (Domain domain : domains.domains()) {
            if (domain.mode() != Mode.TEMPORARY) {
                all += inParts(ISSUED, domain.name(), domain.retention().toString(), AT_ONCE);
            }
        }
        return all + inParts(TOKENS, AT_ONCE) + inParts(REQUESTS, AT_ONCE);
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(DeletionClass.following("pseudonym", "Wer welches Pseudonym hat", DeletionClass.Start.PROCESS_END,
                        "wie die Domäne sagt (pseudonym-domains.yaml), oder mit der Person", "pseudonym.issued",
                        "pseudonym.change"),
                new DeletionClass("kennung", "Befristete Kennung", DeletionClass.Start.COLLECTION, "bis sie endet oder verbraucht ist",
                        "pseudonym-domains.yaml", List.of("pseudonym.token"), "select min(expires_at) from pseudonym.token",
                        "select count(*) from pseudonym.token where expires_at < now() - interval '1 day'"),
                new DeletionClass("rueckfuehrung", "Antrag, ein Pseudonym aufzulösen", DeletionClass.Start.PROCESS_END, "P1Y", "",
                        List.of("pseudonym.reidentification"), "select min(requested_at) from pseudonym.reidentification",
                        "select count(*) from pseudonym.reidentification where coalesce(valid_until, requested_at) "
                                + "< now() - interval '1 year 1 day'"));
    }

    private int inParts(String delete, Object... parameters) {
        return DeletionSteps.untilNoneIsLeft(AT_ONCE, () -> jdbc.update(delete, parameters));
    }
}
