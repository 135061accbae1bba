package de.kimhub.linkage.review;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.explanation.ExplanationJson;
import de.kimhub.linkage.explanation.Explanations;
import de.kimhub.linkage.explanation.KnownFile;
import de.kimhub.linkage.explanation.KnownFiles;
import de.kimhub.linkage.explanation.PairExplanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What the reviewer who has a pair is shown: kept, so that a vote refers to that and to nothing computed later. In the
 * caller's transaction.
 */
final class ShownPairs {

    private final ReviewTable table;
    private final KnownFiles files;
    private final Explanations explanations;
    private final KeyVault keys;

    ShownPairs(ReviewTable table, KnownFiles files, Explanations explanations, KeyVault keys) {
        this.table = table;
        this.files = files;
        this.explanations = explanations;
        this.keys = keys;
    }

    /**
     * @param explanation encrypted
     * @param model       version of the parameters it was computed with
     * @param digest      keyed, of the data of both files
     */
    record Shown(byte[] explanation, String model, byte[] digest) {
    }

    record Pair(String left, String right, PairExplanation explanation) {
    }

    /** To be called by whom the pair is locked for. */
    Pair show(ReviewRow review, String reviewer) {
        Map<Long, KnownFile> both = files.of(List.of(review.left(), review.right()));
        PairExplanation why = explanations.of(review.left(), review.right())
                .orElseThrow(() -> new ReviewRefused(ReviewProblem.NOTHING_KEPT));
        table.keepShown(review.id(), reviewer, new Shown(keys.encrypt(ExplanationJson.write(why), Votes.PURPOSE), why.model(),
                digest(review, both)));
        return new Pair(both.get(review.left()).instance(), both.get(review.right()).instance(), why);
    }

    /** What the reviewer saw, when the files still say so. */
    Shown standing(ReviewRow review) {
        Shown shown = table.shown(review.id()).orElseThrow(() -> new ReviewRefused(ReviewProblem.NOT_TAKEN));
        byte[] now = digest(review, files.of(List.of(review.left(), review.right())));
        if (!Arrays.equals(shown.digest(), now)) {
            throw new ReviewRefused(ReviewProblem.LOOK_AGAIN);
        }
        return shown;
    }

    private byte[] digest(ReviewRow review, Map<Long, KnownFile> both) {
        List<String> parts = new ArrayList<>();
        for (long number : List.of(review.left(), review.right())) {
            KnownFile file = both.get(number);
            if (file == null) {
                throw new ReviewRefused(ReviewProblem.NOTHING_KEPT);
            }
            parts.add(file.authority());
            parts.add(file.blocked() ? "blocked" : "");
            file.personas().forEach(persona -> parts.add(HexFormat.of().formatHex(persona.encode())));
            parts.add("end");
        }
        return keys.digest("shown-pair", parts.toArray(String[]::new));
    }
}
