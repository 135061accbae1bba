package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.PairScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An evaluation as numbers with stable names, without values of anybody. */
public final class EvaluationNumbers {

    private EvaluationNumbers() {
    }

    public static Map<String, Object> of(Evaluation evaluation) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("model", evaluation.model());
        all.put("rows", evaluation.rows());
        all.put("rowsOfUnknownPerson", evaluation.unknown());
        all.put("people", evaluation.people());
        all.put("truePairs", evaluation.truePairs());
        all.put("blocking", blocking(evaluation));
        all.put("atHalf", quality(evaluation.atHalf()));
        all.put("sure", quality(evaluation.sure()));
        all.put("sureAndReview", quality(evaluation.sureAndReview()));
        all.put("best", threshold(evaluation.best()));
        all.put("reviewPairs", evaluation.persons().open());
        all.put("reviewPairsPer100Rows", evaluation.reviewPairsPerHundredRows());
        all.put("questions", evaluation.persons().questions());
        all.put("questionsPer100Rows", evaluation.questionsPerHundredRows());
        all.put("persons", persons(evaluation.persons()));
        all.put("thresholds", evaluation.thresholds().stream().map(EvaluationNumbers::threshold).toList());
        all.put("histogram", histogram(evaluation.histogram()));
        all.put("levels", evaluation.levels().stream().map(EvaluationNumbers::level).toList());
        all.put("falsePositives", evaluation.falseAlarms().stream().map(EvaluationNumbers::pair).toList());
        all.put("falseNegatives", evaluation.missed().stream().map(EvaluationNumbers::pair).toList());
        return all;
    }

    private static Map<String, Object> blocking(Evaluation evaluation) {
        Blocking blocking = evaluation.blocking();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("completeness", blocking.completeness().value());
        all.put("truePairsFound", blocking.completeness().hits());
        all.put("pairs", blocking.pairs());
        all.put("pairsPerRow", evaluation.pairsPerRow());
        all.put("keys", blocking.keys());
        all.put("crowded", blocking.crowded());
        all.put("lost", blocking.lost());
        return all;
    }

    private static Map<String, Object> quality(Quality quality) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("tp", quality.truePositives());
        all.put("fp", quality.falsePositives());
        all.put("fn", quality.falseNegatives());
        all.put("precision", quality.precision().value());
        all.put("precisionLow", quality.precision().low());
        all.put("precisionHigh", quality.precision().high());
        all.put("recall", quality.recall().value());
        all.put("recallLow", quality.recall().low());
        all.put("recallHigh", quality.recall().high());
        all.put("f1", quality.f1());
        return all;
    }

    private static Map<String, Object> threshold(Threshold threshold) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("posterior", threshold.posterior());
        all.put("bits", threshold.bits());
        all.putAll(quality(threshold.quality()));
        return all;
    }

    private static Map<String, Object> persons(Persons persons) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("count", persons.count());
        all.putAll(quality(persons.quality()));
        all.put("openPairs", persons.open());
        all.put("oversized", persons.oversized());
        return all;
    }

    private static List<Map<String, Object>> histogram(Histogram histogram) {
        return java.util.stream.IntStream.range(0, histogram.bars()).mapToObj(bar -> Map.<String, Object>of("fromBits",
                histogram.from(bar), "same", histogram.same(bar), "different", histogram.different(bar))).toList();
    }

    private static Map<String, Object> level(LevelShares level) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("level", level.level().name());
        all.put("modelBits", level.model());
        all.put("observedBits", level.observed());
        all.put("same", level.same().value());
        all.put("samePairs", level.same().of());
        all.put("randomDifferent", level.different().value());
        all.put("comparedDifferent", level.compared().value());
        return all;
    }

    private static Map<String, Object> pair(Evidenced pair) {
        PairScore score = pair.score();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("lines", List.of(pair.left().line(), pair.right().line()));
        all.put("compared", pair.compared());
        all.put("bits", score.bits());
        all.put("posterior", score.posterior());
        all.put("band", score.band().name());
        all.put("caps", score.caps().stream().map(Enum::name).toList());
        Map<String, Object> levels = new LinkedHashMap<>();
        score.evidence().forEach(one -> levels.put(one.level().name(), one.bits()));
        all.put("levels", levels);
        return all;
    }
}
