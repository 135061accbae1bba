package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.Names.Result;
import de.kimhub.linkage.comparison.PairScore.Evidence;
import de.kimhub.linkage.names.PreparedName;
import java.util.List;

/**
 * The most bits that a persona's names and birth place can be worth, beside whomever.
 *
 * @param givenCrossed  when the given name meets a family name
 * @param familyCrossed when the family name meets a given name
 * @param split         given and family name together, the line between them drawn elsewhere
 */
record Ceiling(double given, double family, double givenCrossed, double familyCrossed, double split, double place) {

    static Ceiling of(Traits traits, LinkageModel model, Population population) {
        double given = most(NameField.GIVEN, traits.given(), model, population);
        double family = most(NameField.FAMILY, traits.family(), model, population);
        return new Ceiling(given, family, (given + most(NameField.FAMILY, traits.given(), model, population)) / 2,
                (family + most(NameField.GIVEN, traits.family(), model, population)) / 2,
                Math.min(NameEvidence.MOST_BITS, NameEvidence.bits(Names.all(traits), population::family)),
                place(traits.birthPlace(), model, population));
    }

    private static double most(NameField field, List<PreparedName> names, LinkageModel model, Population population) {
        if (names.isEmpty()) {
            return 0;
        }
        double agreeing = Math.max(0, Math.max(NameEvidence.agreeing(model, field, true), NameEvidence.agreeing(model, field, false)));
        double most = 0;
        for (PreparedName name : names) {
            most = Math.max(most, agreeing + Math.min(NameEvidence.MOST_BITS,
                    NameEvidence.bits(name, field.share(population))));
        }
        for (Level level : List.of(field.close, field.partial, field.initial, field.resembling, field.different)) {
            most = Math.max(most, model.bits(level));
        }
        return most;
    }

    private static double place(PreparedName place, LinkageModel model, Population population) {
        return place.isEmpty() ? 0 : Math.max(0, Math.max(model.bits(Level.BIRTH_PLACE_DIFFERENT),
                PlainTraits.sameBirthPlace(Level.BIRTH_PLACE_EQUAL, population.birthPlace(place.parts().getFirst()))));
    }

    /** The ways that {@link Names#compare} may find: none is worth more. */
    List<Result> ways() {
        return List.of(way(given, family, 0), way(Math.max(givenCrossed, familyCrossed),
                Math.min(givenCrossed, familyCrossed), Names.SWAPPED), way(split / 2, split / 2, Names.SPLIT_ELSEWHERE));
    }

    private static Result way(double given, double family, double extra) {
        return new Result(new Evidence(Level.GIVEN_EQUAL, given), new Evidence(Level.FAMILY_EQUAL, family), extra);
    }

    Evidence birthPlace() {
        return new Evidence(Level.BIRTH_PLACE_EQUAL, place);
    }
}
