package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.Level.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fits a model to an installation, starting from another one that goes on counting as much as some hundred pairs, so
 * that few or odd pairs do not carry it away: u from pairs drawn at random, m from pairs known, or estimated, to be one
 * person's (expectation maximisation with u and the prior held fixed: Winkler 2000; left free it drifts to households).
 */
public final class Learning {

    private static final int RANDOM_PAIRS = 20_000;
    private static final double U_WEIGHS = 500;
    private static final double M_WEIGHS = 150;
    /** What offices do the shipped model does not know. */
    private static final double OFFICES_WEIGH = 20;
    private static final double HOUSEHOLD_WEIGHS = 20;
    private static final double NAMESAKES_WEIGH = 200;
    private static final double MATCHES_WEIGH = 200;
    private static final int ROUNDS = 8;
    /** A trait is learnt from pairs that are as good as sure without it: else relatives of one name teach it. */
    private static final double SURE_WITHOUT = 9;
    private static final double AT_LEAST_PAIRS = 3;
    private static final double NEVER_LESS = 1e-7;
    private static final double NEVER_MORE = .999;

    private Learning() {
    }

    /** Two personas. */
    public record Pair(Traits left, Traits right) {
    }

    /** As {@code start}, with u of what random pairs agree in; those that look like one person's count for less. */
    public static LinkageModel fromRandomPairs(LinkageModel start, Population population, List<Traits> sample,
                                               long seed) {
        if (sample.size() < 2) {
            return start;
        }
        Scorer scorer = new Scorer(start, population);
        Random random = new Random(seed);
        Map<Level, Double> counts = new EnumMap<>(Level.class);
        for (int i = 0; i < RANDOM_PAIRS; i++) {
            int left = random.nextInt(sample.size());
            int right = random.nextInt(sample.size() - 1);
            PairScore score = scorer.compare(sample.get(left), sample.get(right < left ? right : right + 1));
            score.evidence().forEach(one -> counts.merge(one.level(), 1 - score.posterior(), Double::sum));
        }
        Map<Level, Double> u = mixed(start.u(), counts, U_WEIGHS);
        return new LinkageModel(start.version(), withOffices(start, u), u, start.matches(), start.household(),
                start.namesakes()).named(start.version(), "random");
    }

    /** How many offices there are says nothing of how often one has two files of one person: that weighs what it did. */
    private static Map<Level, Double> withOffices(LinkageModel start, Map<Level, Double> u) {
        Map<Level, Double> m = new EnumMap<>(start.m());
        Trait.SOURCE.levels().forEach(level -> m.put(level, u.get(level) * start.m().get(level) / start.u().get(level)));
        double all = Trait.SOURCE.levels().stream().mapToDouble(m::get).sum();
        Trait.SOURCE.levels().forEach(level -> m.compute(level, (same, share) -> share / all));
        return m;
    }

    /** As {@code start}, with m of pairs that people, or numbers used inside their legal area, confirmed. */
    public static LinkageModel fromConfirmed(LinkageModel start, Population population, Collection<Pair> pairs) {
        Scorer scorer = new Scorer(start, population);
        Map<Level, Double> counts = new EnumMap<>(Level.class);
        pairs.forEach(pair -> scorer.compare(pair.left(), pair.right()).evidence()
                .forEach(one -> counts.merge(one.level(), 1.0, Double::sum)));
        return new LinkageModel(start.version(), mixed(start.m(), counts, M_WEIGHS), start.u(), start.matches(),
                start.household(), start.namesakes()).named(start.version(), "confirmed");
    }

    /**
     * As {@code start}, with m, the expected matches and the share in households estimated from candidate pairs of which
     * nobody knows which are one person's.
     *
     * @param candidates pairs that share a blocking key, or a random part of them
     * @param personas   of which they are the candidates
     * @param share      by how much to multiply to get from the candidates given to all: 1 when all are given
     */
    public static LinkageModel fromCandidates(LinkageModel start, Population population, Collection<Pair> candidates,
                                              long personas, double share) {
        LinkageModel model = start;
        for (int round = 0; round < ROUNDS; round++) {
            Scorer scorer = new Scorer(model, population);
            Map<Level, Double> counts = new EnumMap<>(Level.class);
            double matches = 0;
            double sameAddress = HOUSEHOLD_WEIGHS;
            double ofOne = HOUSEHOLD_WEIGHS * start.household();
            double relatives = NAMESAKES_WEIGH;
            double namesakes = NAMESAKES_WEIGH * start.namesakes();
            for (Pair pair : candidates) {
                PairScore score = scorer.compare(pair.left(), pair.right());
                if (has(score, Level.ADDRESS_EQUAL)) {
                    sameAddress++;
                    ofOne += score.posterior();
                    if (score.evidence().stream().anyMatch(one -> one.level().isOtherBirthDate())
                            && has(score, Level.FAMILY_EQUAL, Level.FAMILY_SPELLING)) {
                        double two = 1 - score.posterior();
                        relatives += two;
                        namesakes += has(score, Level.GIVEN_EQUAL, Level.GIVEN_SPELLING) ? two : 0;
                    }
                }
                matches += score.posterior();
                for (PairScore.Evidence one : score.evidence()) {
                    double others = score.bits() - one.bits();
                    if (others >= SURE_WITHOUT) {
                        counts.merge(one.level(), Scorer.posterior(others), Double::sum);
                    }
                }
            }
            double perPersona = (2 * matches * share + MATCHES_WEIGH * start.matches()) / (personas + MATCHES_WEIGH);
            model = new LinkageModel(start.version(), mixed(start.m(), counts, M_WEIGHS), start.u(), perPersona,
                    ofOne / sameAddress, namesakes / relatives).named(start.version(), "candidates");
        }
        return model;
    }

    private static boolean has(PairScore score, Level... any) {
        return score.evidence().stream().anyMatch(one -> List.of(any).contains(one.level()));
    }

    private static Map<Level, Double> mixed(Map<Level, Double> before, Map<Level, Double> counts, double usual) {
        Map<Level, Double> shares = new EnumMap<>(Level.class);
        for (Trait trait : Trait.values()) {
            List<Level> levels = new ArrayList<>(trait.levels());
            double weight = trait == Trait.SOURCE ? Math.min(usual, OFFICES_WEIGH) : usual;
            double all = levels.stream().mapToDouble(level -> counts.getOrDefault(level, 0.0)).sum();
            for (Level level : levels) {
                double seen = counts.getOrDefault(level, 0.0);
                // what is rare is not made rarer because a few thousand pairs did not have it
                double known = seen > all * before.get(level) ? weight : Math.max(weight, AT_LEAST_PAIRS / before.get(level));
                shares.put(level, Math.clamp((seen + known * before.get(level)) / (all + known), NEVER_LESS, NEVER_MORE));
            }
        }
        return shares;
    }
}
