package de.kimhub.linkage.review;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.review.ShownPairs.Shown;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code identity.review_vote}, and what the votes amount to. */
final class Votes {

    static final String PURPOSE = "link-explanation";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    Votes(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    record Vote(String reviewer, boolean same, DecisionReason reason) {
    }

    /** What a pair is decided to be. @param by all who say so, in the order of their votes */
    record Verdict(boolean same, DecisionReason reason, String by) {
    }

    /** The register brings a pair up again, as from the beginning, when what decided it holds no longer. */
    private void closeFormer(ReviewRow review) {
        jdbc.update("update identity.review_vote v set closed_at = now() from identity.review r where r.id = ? "
                + "and v.review_id = r.id and v.closed_at is null and v.at < r.created_at", review.id());
    }

    List<Vote> of(ReviewRow review) {
        return jdbc.query("select reviewer, same, reason from identity.review_vote where review_id = ? "
                + "and closed_at is null order by id", (row, no) -> new Vote(row.getString(1), row.getBoolean(2),
                DecisionReason.find(row.getString(3)).orElseThrow()), review.id());
    }

    /** It takes the place of what the reviewer said before, where all are asked once more. */
    void add(ReviewRow review, Vote vote, boolean note, Shown shown) {
        closeFormer(review);
        jdbc.update("update identity.review_vote set closed_at = now() where review_id = ? and reviewer = ? "
                + "and closed_at is null", review.id(), vote.reviewer());
        jdbc.update("insert into identity.review_vote (review_id, reviewer, same, reason, note, explanation, model, "
                        + "shown_digest) values (?, ?, ?, ?, ?, ?, ?, ?)", review.id(), vote.reviewer(), vote.same(),
                vote.reason().code(), note, shown.explanation(), shown.model(), shown.digest());
    }

    void close(long reviewId) {
        jdbc.update("update identity.review_vote set closed_at = now() where review_id = ? and closed_at is null",
                reviewId);
    }

    /**
     * Empty while somebody else has to say something: where a second opinion is wanted until two agree, and where any
     * two differ until one more says which of them is right: a third, or one of the two who has changed their mind.
     */
    static Optional<Verdict> verdict(List<Vote> votes, boolean secondWanted) {
        long same = votes.stream().filter(Vote::same).count();
        long different = votes.size() - same;
        boolean unanimous = same == 0 || different == 0;
        if (votes.isEmpty() || same == different || unanimous && secondWanted && votes.size() < 2) {
            return Optional.empty();
        }
        List<Vote> majority = votes.stream().filter(vote -> vote.same() == same > different).toList();
        return Optional.of(new Verdict(same > different, majority.getLast().reason(),
                String.join(", ", majority.stream().map(Vote::reviewer).toList())));
    }

    static boolean differ(List<Vote> votes) {
        return votes.stream().map(Vote::same).distinct().count() > 1;
    }

    /** Of every n pairs about one, by chance, and for the same pair always alike: nobody can tell which. */
    boolean drawn(ReviewRow review, int every) {
        byte[] digest = keys.digest("second-opinion", Long.toString(review.id()));
        int chance = (digest[0] & 0x7F) << 24 | (digest[1] & 0xFF) << 16 | (digest[2] & 0xFF) << 8 | digest[3] & 0xFF;
        return chance % every == 0;
    }
}
