package de.kimhub.steering.feed;

import de.kimhub.message.Base32;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may fetch feeds without signing in. A token is 160 random bits, so its plain digest is enough to keep. */
public final class FeedTokens {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,60}");
    private static final String PREFIX = "kimhub_";
    private static final int CHARACTERS = 32;

    private final JdbcClient jdbc;

    public FeedTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One consumer. */
    public record FeedToken(String name, Instant createdAt) {
    }

    /** @return the token, which is kept nowhere */
    public String add(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new FeedRefused(FeedProblem.NAME);
        }
        String token = generate();
        if (jdbc.sql("insert into cube.feed_token (name, digest) values (?, ?) on conflict (name) do nothing")
                .params(name, digest(token)).update() == 0) {
            throw new FeedRefused(FeedProblem.TAKEN);
        }
        return token;
    }

    public List<FeedToken> all() {
        return jdbc.sql("select name, created_at from cube.feed_token order by name").query((row, no) -> new FeedToken(
                row.getString("name"), row.getObject("created_at", OffsetDateTime.class).toInstant())).list();
    }

    /** It opens nothing from then on. */
    public void remove(String name) {
        if (jdbc.sql("delete from cube.feed_token where name = ?").param(name).update() == 0) {
            throw new FeedRefused(FeedProblem.UNKNOWN);
        }
    }

    /** @return whose it is */
    Optional<String> find(String token) {
        return token.startsWith(PREFIX) && token.length() == PREFIX.length() + CHARACTERS
                ? jdbc.sql("select name from cube.feed_token where digest = ?").param(digest(token)).query(String.class).optional()
                : Optional.empty();
    }

    private static String generate() {
        SecureRandom random = new SecureRandom();
        StringBuilder token = new StringBuilder(PREFIX);
        for (int i = 0; i < CHARACTERS; i++) {
            token.append(Base32.character(random.nextInt(Base32.SIZE)));
        }
        return token.toString();
    }

    private static String digest(String token) {
        return sha256(token.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
