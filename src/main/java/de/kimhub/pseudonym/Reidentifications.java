package de.kimhub.pseudonym;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.privacy.AuditLog;
import de.kimhub.pseudonym.DecisionDigest.Decision;
import de.kimhub.pseudonym.PseudonymDomains.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who a pseudonym is, for named fields and a purpose: one officer asks, one of another role approves, and the first sees
 * it once, within 15 minutes. Every step is in the audit log, without the pseudonym and without content.
 */
public final class Reidentifications {

    static final Duration OPEN = Duration.ofDays(7);
    static final Duration VALID = Duration.ofMinutes(15);

    private final PseudonymDomains domains;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Pseudonyms pseudonyms;
    private final Persons persons;
    private final AuditLog audit;
    private final DecisionDigest digest;
    private final Clock clock;

    Reidentifications(PseudonymDomains domains, JdbcTemplate jdbc, TransactionTemplate transactions,
                      Pseudonyms pseudonyms, Persons persons, AuditLog audit, KeyVault keys, Clock clock) {
        this.domains = domains;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.pseudonyms = pseudonyms;
        this.persons = persons;
        this.audit = audit;
        this.digest = new DecisionDigest(keys);
        this.clock = clock;
    }

    /**
     * A request as it stands.
     *
     * @param fields paths of the canonical schema
     */
    public record Request(long id, String domain, ReidentificationPurpose purpose, String legalBasis, List<String> fields,
                          String requestedBy, String requestedRole, Instant requestedAt) {
    }

    /** As it is kept; {@code decision} is {@code null} while nothing is decided. */
    private record Kept(Request request, int epoch, String body, Decision decision, byte[] digest, boolean shown) {
    }

    /** @param fields the only ones of the person that may be shown */
    public record Revealed(long person, List<String> fields) {
    }

    /** @param fields paths that begin with {@code person.}, no numbers of other offices @return number of the request */
    public long request(Pseudonym pseudonym, String officerName, ReidentificationPurpose purpose, String legalBasis,
                        List<String> fields) {
        Officer officer = officer(officerName);
        Domain domain = pseudonyms.domain(pseudonym);
        if (fields.isEmpty() || !fields.stream().allMatch(Reidentifications::mayBeAsked)) {
            throw new PseudonymRefused(PseudonymProblem.NO_SUCH_FIELD);
        }
        return transactions.execute(status -> {
            pseudonyms.current(pseudonym);
            long id = jdbc.queryForObject("insert into pseudonym.reidentification (domain, epoch, body, purpose, legal_basis, "
                    + "fields, requested_by, requested_role, requested_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                    Long.class, domain.name(), pseudonym.epoch(), pseudonym.body(), purpose.code(), legalBasis,
                    fields.toArray(String[]::new), officer.name(), officer.role(), Timestamp.from(clock.instant()));
            audit(officer, "re-identification requested", id, domain.name(), purpose, legalBasis);
            return id;
        });
    }

    /** What waits for an approval. */
    public List<Request> open() {
        return jdbc.query("select * from pseudonym.reidentification where decided_at is null and requested_at > ? order by id",
                Reidentifications::request, Timestamp.from(clock.instant().minus(OPEN)));
    }

    /** @return how long the requester may look, when it was approved */
    public Duration decide(long id, String officerName, boolean approve) {
        Officer officer = officer(officerName);
        return transactions.execute(status -> {
            Kept kept = locked(id);
            Request request = kept.request();
            if (request.requestedBy().equals(officer.name())) {
                throw new PseudonymRefused(PseudonymProblem.SAME_PERSON);
            }
            if (request.requestedRole().equals(officer.role())) {
                throw new PseudonymRefused(PseudonymProblem.SAME_ROLE);
            }
            Instant now = clock.instant();
            if (kept.decision() != null || !request.requestedAt().isAfter(now.minus(OPEN))) {
                throw new PseudonymRefused(PseudonymProblem.DECIDED);
            }
            Decision decision = new Decision(officer.name(), officer.role(), approve, now, now.plus(VALID));
            jdbc.update("update pseudonym.reidentification set decided_by = ?, decided_role = ?, approved = ?, decided_at = ?, "
                    + "valid_until = ?, decision = ? where id = ?", decision.by(), decision.role(), decision.approved(),
                    Timestamp.from(decision.at()), Timestamp.from(decision.validUntil()),
                    digest.of(request, kept.epoch(), kept.body(), decision), id);
            audit(officer, approve ? "re-identification approved" : "re-identification refused", id, request.domain(),
                    request.purpose(), request.legalBasis());
            return VALID;
        });
    }

    /** Once: a second time is refused, as is anybody but the requester. */
    public Revealed show(long id, String officerName) {
        Officer officer = officer(officerName);
        return transactions.execute(status -> {
            Kept kept = locked(id);
            Request request = kept.request();
            if (!request.requestedBy().equals(officer.name())) {
                throw new PseudonymRefused(PseudonymProblem.NOT_REQUESTER);
            }
            Decision decision = kept.decision();
            if (decision == null || !decision.approved()) {
                throw new PseudonymRefused(PseudonymProblem.NOT_APPROVED);
            }
            if (!Arrays.equals(digest.of(request, kept.epoch(), kept.body(), decision), kept.digest())) {
                throw new PseudonymRefused(PseudonymProblem.DECISION_CHANGED);
            }
            if (kept.shown() || !decision.validUntil().isAfter(clock.instant())) {
                throw new PseudonymRefused(PseudonymProblem.OVER);
            }
            jdbc.update("update pseudonym.reidentification set shown_at = ? where id = ?", Timestamp.from(clock.instant()), id);
            long person = pseudonyms.person(new Pseudonym(domains.domain(request.domain()).prefix(), kept.epoch(),
                    kept.body()), persons);
            audit(officer, "re-identification shown", id, request.domain(), request.purpose(), request.legalBasis());
            return new Revealed(person, request.fields());
        });
    }

    private Kept locked(long id) {
        return jdbc.query("select * from pseudonym.reidentification where id = ? for update", (row, number) -> new Kept(
                request(row, number), row.getInt("epoch"), row.getString("body"), Decision.of(row), row.getBytes("decision"),
                row.getTimestamp("shown_at") != null), id)
                .stream().findAny().orElseThrow(() -> new PseudonymRefused(PseudonymProblem.NO_REQUEST));
    }

    private Officer officer(String name) {
        return domains.officer(name.strip()).orElseThrow(() -> new PseudonymRefused(PseudonymProblem.NO_OFFICER));
    }

    private void audit(Officer officer, String action, long id, String domain, ReidentificationPurpose purpose,
                       String legalBasis) {
        audit.add(officer.name() + " (" + officer.role() + ")", action, "request " + id + ", pseudonym domain " + domain, 1,
                purpose.code() + "; " + legalBasis);
    }

    private static boolean mayBeAsked(String path) {
        return path.startsWith("person.") && !path.startsWith("person.identifiers.") && CanonicalSchema.find(path).isPresent();
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(row.getLong("id"), row.getString("domain"),
                ReidentificationPurpose.find(row.getString("purpose")).orElseThrow(), row.getString("legal_basis"),
                List.of((String[]) row.getArray("fields").getArray()), row.getString("requested_by"),
                row.getString("requested_role"), row.getTimestamp("requested_at").toInstant());
    }
}
