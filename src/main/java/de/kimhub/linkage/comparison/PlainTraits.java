package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.PairScore.Evidence;
import de.kimhub.linkage.names.NameMatch;
import de.kimhub.linkage.names.NameSimilarity;
import de.kimhub.linkage.names.PreparedName;
import de.kimhub.message.PartialDate;
import java.util.List;

/** Compares what is neither name nor address, each by itself; {@code null} when one side does not say it. */
final class PlainTraits {

    private static final double CLOSE_TEXT = .8;

    private final LinkageModel model;
    private final Population population;

    PlainTraits(LinkageModel model, Population population) {
        this.model = model;
        this.population = population;
    }

    Evidence birth(PartialDate a, PartialDate b) {
        if (a == null || b == null) {
            return null;
        }
        Level level = BirthDates.compare(a, b);
        double bits = switch (level) {
            case BIRTH_EQUAL -> model.bits(level, population.birth(a));
            // not beside a precise date: that says more than the same year
            case BIRTH_SAME_PLACEHOLDER, BIRTH_SAME_YEAR ->
                    model.bits(level) + LinkageModel.log2(1 / 60.0 / Math.max(year(a), year(b)));
            default -> model.bits(level);
        };
        return new Evidence(level, bits);
    }

    private double year(PartialDate date) {
        return population.birth(new PartialDate(date.year(), 0, 0));
    }

    Evidence source(String a, String b) {
        if (a == null || b == null) {
            return null;
        }
        Level level = a.equals(b) ? Level.SOURCE_SAME : Level.SOURCE_OTHER;
        return new Evidence(level, model.bits(level));
    }

    Evidence sex(char a, char b) {
        if (a == 0 || b == 0) {
            return null;
        }
        Level level = a == b ? Level.SEX_EQUAL : Level.SEX_DIFFERENT;
        return new Evidence(level, model.bits(level));
    }

    Evidence nationality(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return null;
        }
        double most = a.stream().filter(b::contains)
                .mapToDouble(code -> model.bits(Level.NATIONALITY_EQUAL, population.nationality(code))).max().orElse(-1);
        return most < 0 && a.stream().noneMatch(b::contains)
                ? new Evidence(Level.NATIONALITY_DIFFERENT, model.bits(Level.NATIONALITY_DIFFERENT))
                : new Evidence(Level.NATIONALITY_EQUAL, Math.max(0, most));
    }

    Evidence birthPlace(PreparedName a, PreparedName b) {
        if (a.isEmpty() || b.isEmpty()) {
            return null;
        }
        NameMatch match = NameSimilarity.of(a, b);
        if (match.matched() == 0 || match.similarity() < NameEvidence.CLOSE) {
            return new Evidence(Level.BIRTH_PLACE_DIFFERENT, model.bits(Level.BIRTH_PLACE_DIFFERENT));
        }
        Level level = match.similarity() >= 1 && match.surplus() == 0 ? Level.BIRTH_PLACE_EQUAL
                : Level.BIRTH_PLACE_SPELLING;
        double share = Math.max(population.birthPlace(a.parts().getFirst()),
                population.birthPlace(b.parts().getFirst()));
        return new Evidence(level, Math.max(0, sameBirthPlace(level, share)));
    }

    static double sameBirthPlace(Level level, double share) {
        return LinkageModel.log2((level == Level.BIRTH_PLACE_EQUAL ? .9 : .5) / share);
    }

    Evidence text(String a, String b, Level equal, Level close, Level different) {
        if (a == null || b == null) {
            return null;
        }
        Level level = a.equals(b) ? equal : Texts.similar(a, b, CLOSE_TEXT) ? close : different;
        return new Evidence(level, model.bits(level));
    }

    Evidence identifier(List<Traits.Identifier> a, List<Traits.Identifier> b) {
        Level best = null;
        for (Traits.Identifier one : a) {
            for (Traits.Identifier other : b) {
                if (one.type() == other.type() && one.issuer().equals(other.issuer())) {
                    Level level = one.value().equals(other.value()) ? Level.IDENTIFIER_EQUAL
                            : Texts.within(one.value(), other.value(), 1) ? Level.IDENTIFIER_CLOSE
                            : Level.IDENTIFIER_DIFFERENT;
                    best = best == null || level.ordinal() < best.ordinal() ? level : best;
                }
            }
        }
        return best == null ? null : new Evidence(best, model.bits(best));
    }
}
