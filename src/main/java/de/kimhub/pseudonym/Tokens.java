package de.kimhub.pseudonym;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.Base32;
import de.kimhub.privacy.AuditLog;
import de.kimhub.pseudonym.Domain.Mode;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Temporary tokens: random, good for a time and a number of uses, and kept as a keyed digest only. Runs in the caller's
 * transaction, or in one of its own.
 */
public final class Tokens {

    /** 128 bits, and the two that fill the last character. */
    private static final int LENGTH = 26;
    private static final int BYTES = 17;
    private static final String REDEEM = """
            update pseudonym.token set uses_left = uses_left - 1
             where digest = ? and domain = ? and uses_left > 0 and expires_at > ? returning person""";

    private final PseudonymDomains domains;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final KeyVault keys;
    private final AuditLog audit;
    private final PersonDigests digests;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(PseudonymDomains domains, JdbcTemplate jdbc, TransactionTemplate transactions, KeyVault keys, AuditLog audit,
           Clock clock) {
        this.domains = domains;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.keys = keys;
        this.audit = audit;
        this.digests = new PersonDigests(keys);
        this.clock = clock;
    }

    /** A new one each time. @throws PseudonymRefused when the domain is none of tokens */
    public Pseudonym issue(String domainName, long person) {
        Domain domain = domains.domain(domainName);
        if (domain.mode() != Mode.TEMPORARY) {
            throw new PseudonymRefused(PseudonymProblem.WRONG_MODE);
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Pseudonym token = new Pseudonym(domain.prefix(), 0, Base32.text(Base32.encode(bytes, LENGTH)));
        jdbc.update("insert into pseudonym.token (digest, domain, person_digest, person, uses_left, expires_at) "
                + "values (?, ?, ?, ?, ?, ?)", digest(token), domainName, digests.of(domainName, person),
                sealed(domainName, person), domain.uses(), Timestamp.from(clock.instant().plus(domain.lifetime())));
        return token;
    }

    /**
     * Whose it is; one use less is left. To be called only where the person themself has handed the token over, such as
     * a slip for an appointment, and never to look somebody up: for that there is {@link Reidentifications}, with two
     * people. Stands in the audit log, without token and person.
     *
     * @param by     who redeems it: an instance, or a person's account
     * @param ground purpose or legal basis, without names
     * @throws PseudonymRefused when it is not good, and does not say why not
     */
    public long redeem(Pseudonym token, String by, String ground) {
        if (by.isBlank() || ground.isBlank()) {
            throw new IllegalArgumentException("a token is redeemed by somebody and on a ground");
        }
        String domain = domains.withPrefix(token.prefix()).map(Domain::name).orElse("");
        return transactions.execute(status -> {
            byte[] person = jdbc.query(REDEEM, (row, number) -> row.getBytes(1), digest(token), domain,
                    Timestamp.from(clock.instant())).stream().findAny()
                    .orElseThrow(() -> new PseudonymRefused(PseudonymProblem.TOKEN_SPENT));
            audit.add(by, "token redeemed", "pseudonym domain " + domain, 1, ground);
            return ByteBuffer.wrap(keys.decrypt(person, purpose(domain))).getLong();
        });
    }

    /** Tokens of somebody who was found to be another person lead to that one. */
    void move(long from, long to) {
        for (Domain domain : domains.domains()) {
            if (domain.mode() == Mode.TEMPORARY) {
                jdbc.update("update pseudonym.token set person = ?, person_digest = ? where domain = ? and person_digest = ?",
                        sealed(domain.name(), to), digests.of(domain.name(), to), domain.name(),
                        digests.of(domain.name(), from));
            }
        }
    }

    /** Whose a token is cannot be said any more when its person was taken apart. */
    void revoke(long person) {
        List<String> names = domains.domains().stream().map(Domain::name).toList();
        names.forEach(domain -> jdbc.update("delete from pseudonym.token where domain = ? and person_digest = ?", domain,
                digests.of(domain, person)));
    }

    private byte[] digest(Pseudonym token) {
        return keys.digest("pseudonym-token", token.prefix(), token.body());
    }

    private byte[] sealed(String domain, long person) {
        return keys.encrypt(ByteBuffer.allocate(Long.BYTES).putLong(person).array(), purpose(domain));
    }

    private static String purpose(String domain) {
        return "pseudonym-token " + domain;
    }
}
