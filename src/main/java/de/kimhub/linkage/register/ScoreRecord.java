package de.kimhub.linkage.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.linkage.comparison.Cap;
import de.kimhub.linkage.comparison.PairScore;
import java.io.IOException;
import java.util.List;

/**
 * Why two files were linked, or wait for a person; without any value of a record. Stored encrypted as JSON, with the
 * model's version, so that a decision can be explained years later.
 *
 * @param posterior probability, 0 to 1
 */
public record ScoreRecord(long left, long right, String model, double bits, double posterior, String band,
                          List<TraitScore> traits, List<String> caps) {

    /** What the pair's explanations are encrypted for. */
    public static final String PURPOSE = "link-explanation";
    private static final ObjectMapper JSON = new ObjectMapper();

    public record TraitScore(String level, double bits) {
    }

    static ScoreRecord of(Pair pair, PairScore score, String model) {
        return new ScoreRecord(pair.left(), pair.right(), model, score.bits(), score.posterior(), score.band().name(),
                score.evidence().stream().map(one -> new TraitScore(one.level().name(), one.bits())).toList(),
                score.caps().stream().map(Cap::name).toList());
    }

    public byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A score cannot be written as JSON", e);
        }
    }

    public static ScoreRecord of(byte[] json) {
        try {
            return JSON.readValue(json, ScoreRecord.class);
        } catch (IOException e) {
            throw new IllegalStateException("This is no score of two files", e);
        }
    }
}
