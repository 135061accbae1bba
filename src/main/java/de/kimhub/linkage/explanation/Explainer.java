package de.kimhub.linkage.explanation;

import de.kimhub.linkage.comparison.Cap;
import de.kimhub.linkage.comparison.Level;
import de.kimhub.linkage.comparison.Level.Trait;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.PairScore.Evidence;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.explanation.PairExplanation.Line;
import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares two files and says why they are, or are not, taken for one person's. */
public final class Explainer {

    private static final double WORTH_NAMING = -.5;

    private final Scorer scorer;

    public Explainer(Scorer scorer) {
        this.scorer = scorer;
    }

    /** The two personas that agree best, as they stand in the files. */
    private record Best(FieldValues left, FieldValues right, Traits leftTraits, Traits rightTraits, PairScore score) {
    }

    /**
     * @param nextBits bits of the likeliest other candidate of either file, or {@code null}
     * @return empty when nothing is kept of the person in one of the files
     */
    public Optional<PairExplanation> explain(KnownFile left, KnownFile right, Double nextBits) {
        Best best = best(left, right);
        if (best == null) {
            return Optional.empty();
        }
        PairScore score = best.score();
        boolean blocked = left.blocked() || right.blocked();
        NamesShown names = NamesShown.of(best.leftTraits(), best.rightTraits());
        List<Line> lines = new ArrayList<>();
        for (Trait trait : Trait.values()) {
            line(trait, best, names, blocked).ifPresent(lines::add);
        }
        return Optional.of(new PairExplanation(scorer.model().version(), score.bits(), score.posterior(),
                Summary.verdict(score), Summary.of(score, names.swapped()), List.copyOf(lines), against(score),
                score.caps().stream().map(Cap::text).toList(), nextBits == null ? null : score.bits() - nextBits,
                hidden(score, blocked)));
    }

    private Best best(KnownFile left, KnownFile right) {
        List<Traits> leftTraits = left.traits();
        List<Traits> rightTraits = right.traits();
        Best best = null;
        for (int i = 0; i < leftTraits.size(); i++) {
            for (int j = 0; j < rightTraits.size(); j++) {
                PairScore score = scorer.compare(leftTraits.get(i), rightTraits.get(j));
                if (best == null || score.bits() > best.score().bits()) {
                    best = new Best(left.personas().get(i), right.personas().get(j), leftTraits.get(i),
                            rightTraits.get(j), score);
                }
            }
        }
        return best;
    }

    private Optional<Line> line(Trait trait, Best best, NamesShown names, boolean blocked) {
        Evidence evidence = best.score().evidence().stream().filter(one -> one.level().trait() == trait).findFirst()
                .orElse(null);
        String left = shown(trait, best.left(), names, true, blocked);
        String right = shown(trait, best.right(), names, false, blocked);
        if (evidence != null && LevelWords.saysNothing(evidence)) {
            return Optional.empty();
        }
        if (evidence == null) {
            return left == null && right == null ? Optional.empty() : Optional.of(new Line(trait.name(),
                    LevelWords.title(trait), left, right, null, "nicht vergleichbar", 0, List.of()));
        }
        return Optional.of(new Line(trait.name(), LevelWords.title(trait), left, right, evidence.level().name(),
                LevelWords.of(evidence.level()).word(), evidence.bits(), remarks(evidence.level(), best, names)));
    }

    private static String shown(Trait trait, FieldValues person, NamesShown names, boolean left, boolean blocked) {
        return switch (trait) {
            case GIVEN -> name(names.given(), left);
            case FAMILY -> name(names.family(), left);
            case BIRTH -> ShownValues.birth(person);
            case SEX -> ShownValues.sex(person);
            case NATIONALITY -> ShownValues.nationalities(person);
            case BIRTH_PLACE -> ShownValues.birthPlace(person);
            case ADDRESS -> blocked ? null : ShownValues.addresses(person);
            case EMAIL, TELEPHONE, IDENTIFIER, SOURCE -> null;
        };
    }

    private static String name(NamesShown.Pair pair, boolean left) {
        String written = (left ? pair.left() : pair.right()).written();
        return written.isEmpty() ? null : written;
    }

    private List<String> remarks(Level level, Best best, NamesShown names) {
        List<String> remarks = new ArrayList<>();
        boolean agrees = !LevelWords.of(level).against();
        switch (level.trait()) {
            case GIVEN -> {
                if (names.swapped()) {
                    remarks.add("Vor- und Familienname sind vertauscht");
                }
                if (agrees && !names.given().left().isEmpty()) {
                    remarks.add(Summary.frequency("Name",
                            scorer.population().given(names.given().left().parts().getFirst())));
                }
                remarks.addAll(names.given().ways());
            }
            case FAMILY -> {
                if (agrees && !names.family().left().isEmpty()) {
                    remarks.add(Summary.frequency("Name",
                            scorer.population().family(names.family().left().parts().getFirst())));
                }
                remarks.addAll(names.family().ways());
            }
            case BIRTH -> {
                if (level == Level.BIRTH_SAME_PLACEHOLDER || level == Level.BIRTH_SAME_YEAR) {
                    remarks.add("Ein 1. Januar steht oft dort, wo der Tag unbekannt ist");
                }
            }
            case BIRTH_PLACE -> {
                if (agrees && !best.leftTraits().birthPlace().isEmpty()) {
                    remarks.add(Summary.frequency(null, scorer.population().birthPlace(
                            best.leftTraits().birthPlace().parts().getFirst())));
                }
            }
            case NATIONALITY -> best.leftTraits().nationalities().stream()
                    .filter(best.rightTraits().nationalities()::contains).findFirst().ifPresent(code ->
                            remarks.add(Summary.frequency(null, scorer.population().nationality(code))));
            default -> { }
        }
        return List.copyOf(remarks);
    }

    private static List<String> against(PairScore score) {
        return score.evidence().stream().filter(one -> one.bits() < WORTH_NAMING)
                .sorted(Comparator.comparingDouble(Evidence::bits))
                .map(one -> LevelWords.title(one.level().trait()) + ": "
                        + LevelWords.of(one.level()).word() + " (" + bits(one.bits()) + " Bit)").toList();
    }

    private static List<String> hidden(PairScore score, boolean blocked) {
        List<String> hidden = new ArrayList<>();
        if (blocked) {
            hidden.add("Anschrift und Erreichbarkeit werden wegen einer Auskunftssperre nicht gezeigt.");
        }
        List<String> compared = score.evidence().stream().map(one -> one.level().trait())
                .filter(trait -> trait == Trait.EMAIL || trait == Trait.TELEPHONE || trait == Trait.IDENTIFIER)
                .map(LevelWords::title).toList();
        if (!compared.isEmpty()) {
            hidden.add("Verglichen, aber nicht gezeigt: " + String.join(", ", compared) + ".");
        }
        return List.copyOf(hidden);
    }

    /** {@code +12,3}. */
    static String bits(double bits) {
        return String.format(Locale.GERMANY, "%+.1f", bits);
    }
}
