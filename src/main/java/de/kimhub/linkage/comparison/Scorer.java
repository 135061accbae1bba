package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.PairScore.Evidence;
import de.kimhub.linkage.names.NameMatch;
import de.kimhub.linkage.names.NameSimilarity;
import de.kimhub.linkage.names.PreparedName;
import de.kimhub.message.PartialDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares two personas with a model, among a population. Symmetric; a trait that one side lacks says nothing; more
 * agreement in a trait never lowers the score. Thread-safe as far as the population is.
 *
 * <p>What a household shares (family name, nationality, birth place, address) together says at most that both live in
 * one household; inside one, given name, birth date and sex decide.
 */
public final class Scorer {

    /** At and above: one person, on evidence that stands alone. */
    public static final double SURE = .999;
    /** Below: nobody looks at it. */
    public static final double REVIEW = .05;

    private static final double GIVEN_WITHIN_HOUSEHOLD = 6;
    private static final double TWINS_BIRTH = 6;
    /** So much of an equal telephone number is the household's. */
    private static final double SHARED_TELEPHONE = 4;
    /** 1 in 4,096: values so unusual together that this counts by itself. */
    private static final double UNUSUAL = 12;
    private static final double MOST_ORIGIN = 4.5;
    /** People of one origin have fewer names than their number suggests, and family names go with given names. */
    private static final double SEVERAL_OF_ONE_ORIGIN = 1.3;
    private static final double BEYOND_ORIGIN = .15;
    private static final double CLOSE_TEXT = .8;

    private final LinkageModel model;
    private final Population population;
    private final Names names;
    private final double prior;
    private final double household;
    private final boolean householdsThere;

    public Scorer(LinkageModel model, Population population) {
        this.model = model;
        this.population = population;
        this.names = new Names(model, population);
        this.prior = LinkageModel.log2(model.matches() / Math.max(2 * model.matches(), population.size()));
        double odds = LinkageModel.log2(model.household() / (1 - model.household()));
        this.household = odds - prior;
        this.householdsThere = odds < 0;
    }

    public LinkageModel model() {
        return model;
    }

    public Population population() {
        return population;
    }

    /** Of two sets of personas (a person's, a file's) the pair that agrees best; {@code null} when one is empty. */
    public PairScore best(List<Traits> left, List<Traits> right) {
        PairScore best = null;
        for (Traits one : left) {
            for (Traits other : right) {
                PairScore score = compare(one, other);
                if (best == null || score.bits() > best.bits()) {
                    best = score;
                }
            }
        }
        return best;
    }

    public PairScore compare(Traits a, Traits b) {
        Evidence birth = birth(a.birth(), b.birth());
        Evidence sex = sex(a.sex(), b.sex());
        Evidence nationality = nationality(a.nationalities(), b.nationalities());
        Evidence place = birthPlace(a.birthPlace(), b.birthPlace());
        Evidence address = Addresses.compare(a.residences(), b.residences(), model);
        Evidence email = text(a.email(), b.email(), Level.EMAIL_EQUAL, Level.EMAIL_CLOSE, Level.EMAIL_DIFFERENT);
        Evidence telephone = text(a.telephone(), b.telephone(), Level.TELEPHONE_EQUAL, Level.TELEPHONE_CLOSE,
                Level.TELEPHONE_DIFFERENT);
        Evidence identifier = identifier(a.identifiers(), b.identifiers());
        double origin = Math.min(MOST_ORIGIN, (origin(a.family()) + origin(b.family())) / 2);
        double rest = prior + bits(sex) + bits(email) + Math.max(0, bits(telephone) - SHARED_TELEPHONE) + bits(identifier);
        double home = bits(address) + Math.min(bits(telephone), SHARED_TELEPHONE);

        Names.Result name = null;
        double bits = Double.NEGATIVE_INFINITY;
        for (Names.Result way : names.compare(a, b)) {
            double shared = bits(way.family()) + way.extra() + home + origin(origin, way, nationality, place);
            double given = bits(way.given());
            double who = Math.min(shared + given, household + (householdsThere
                    ? Math.min(given, GIVEN_WITHIN_HOUSEHOLD) : given));
            double all = rest + who + birthBits(birth, way.given());
            if (all > bits) {
                bits = all;
                name = way;
            }
        }
        List<Evidence> evidence = Stream.of(name.given(), name.family(), birth, sex, nationality, place, address, email,
                telephone, identifier).filter(Objects::nonNull).toList();
        Set<Cap> caps = caps(a, b, name, birth, sex, identifier);
        double posterior = posterior(bits);
        if (caps.contains(Cap.TWINS)) {
            posterior = Math.min(posterior, REVIEW / 2);
            bits = Math.min(bits, LinkageModel.log2(posterior / (1 - posterior)));
        }
        Band band = posterior < REVIEW ? Band.NEW : Band.REVIEW;
        if (posterior >= SURE) {
            if (caps.isEmpty() && corroborations(bits, evidence) < 2) {
                caps.add(Cap.TOO_LITTLE_EVIDENCE);
            }
            band = caps.isEmpty() ? Band.SURE : Band.REVIEW;
        }
        return new PairScore(bits, posterior, band, evidence, caps);
    }

    /**
     * Names, nationality and birth place of one origin go together: what both names say of the origin is counted once,
     * and where the names agree, the others say little of it.
     */
    private static double origin(double origin, Names.Result name, Evidence nationality, Evidence place) {
        double given = Math.max(0, bits(name.given()));
        double family = Math.max(0, bits(name.family()));
        double known = Math.min(origin, Math.max(given, family));
        double twice = Math.min(SEVERAL_OF_ONE_ORIGIN * origin, Math.min(given, family));
        return -twice + beyond(bits(nationality), known) + beyond(bits(place), known);
    }

    private double origin(List<PreparedName> family) {
        return family.isEmpty() ? 0 : population.origin(family.getFirst().parts().getFirst());
    }

    /** What an agreement says beyond the origin, which is known already. */
    private static double beyond(double bits, double known) {
        return bits <= 0 ? bits : Math.max(bits - known, bits * BEYOND_ORIGIN);
    }

    private static double bits(Evidence evidence) {
        return evidence == null ? 0 : evidence.bits();
    }

    static double posterior(double bits) {
        return 1 / (1 + Math.exp(-bits * Math.log(2)));
    }

    /** Twins share the date: where the given name is not there to tell them apart it says less. */
    private static double birthBits(Evidence birth, Evidence given) {
        return given == null ? Math.min(bits(birth), TWINS_BIRTH) : bits(birth);
    }

    private Evidence birth(PartialDate a, PartialDate b) {
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

    private Evidence sex(char a, char b) {
        if (a == 0 || b == 0) {
            return null;
        }
        Level level = a == b ? Level.SEX_EQUAL : Level.SEX_DIFFERENT;
        return new Evidence(level, model.bits(level));
    }

    private Evidence nationality(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return null;
        }
        double most = a.stream().filter(b::contains)
                .mapToDouble(code -> model.bits(Level.NATIONALITY_EQUAL, population.nationality(code))).max().orElse(-1);
        return most < 0 && a.stream().noneMatch(b::contains)
                ? new Evidence(Level.NATIONALITY_DIFFERENT, model.bits(Level.NATIONALITY_DIFFERENT))
                : new Evidence(Level.NATIONALITY_EQUAL, Math.max(0, most));
    }

    private Evidence birthPlace(PreparedName a, PreparedName b) {
        if (a.isEmpty() || b.isEmpty()) {
            return null;
        }
        NameMatch match = NameSimilarity.of(a, b);
        if (match.matched() == 0 || match.similarity() < Names.CLOSE) {
            return new Evidence(Level.BIRTH_PLACE_DIFFERENT, model.bits(Level.BIRTH_PLACE_DIFFERENT));
        }
        Level level = match.similarity() >= 1 && match.surplus() == 0 ? Level.BIRTH_PLACE_EQUAL
                : Level.BIRTH_PLACE_SPELLING;
        double share = Math.max(population.birthPlace(a.parts().getFirst()),
                population.birthPlace(b.parts().getFirst()));
        return new Evidence(level, Math.max(0, LinkageModel.log2((level == Level.BIRTH_PLACE_EQUAL ? .9 : .5) / share)));
    }

    private Evidence text(String a, String b, Level equal, Level close, Level different) {
        if (a == null || b == null) {
            return null;
        }
        Level level = a.equals(b) ? equal : Texts.similarity(a, b) >= CLOSE_TEXT ? close : different;
        return new Evidence(level, model.bits(level));
    }

    private Evidence identifier(List<Traits.Identifier> a, List<Traits.Identifier> b) {
        Level best = null;
        for (Traits.Identifier one : a) {
            for (Traits.Identifier other : b) {
                if (one.type() == other.type() && one.issuer().equals(other.issuer())) {
                    Level level = one.value().equals(other.value()) ? Level.IDENTIFIER_EQUAL
                            : Texts.distance(one.value(), other.value()) == 1 ? Level.IDENTIFIER_CLOSE
                            : Level.IDENTIFIER_DIFFERENT;
                    best = best == null || level.ordinal() < best.ordinal() ? level : best;
                }
            }
        }
        return best == null ? null : new Evidence(best, model.bits(best));
    }

    private Set<Cap> caps(Traits a, Traits b, Names.Result name, Evidence birth, Evidence sex, Evidence identifier) {
        Set<Cap> caps = EnumSet.noneOf(Cap.class);
        boolean givenDiffers = is(name.given(), Level.GIVEN_DIFFERENT);
        boolean familyDiffers = is(name.family(), Level.FAMILY_DIFFERENT);
        boolean birthDiffers = is(birth, Level.BIRTH_DIFFERENT);
        if (is(identifier, Level.IDENTIFIER_DIFFERENT)) {
            caps.add(Cap.IDENTIFIERS_CONTRADICT);
        }
        if (is(identifier, Level.IDENTIFIER_EQUAL) && givenDiffers && (familyDiffers || birthDiffers)) {
            caps.add(Cap.IDENTIFIER_AGAINST_NAME);
        }
        if (is(sex, Level.SEX_DIFFERENT) && givenDiffers) {
            caps.add(Cap.SEX_AND_GIVEN_NAME_CONTRADICT);
        }
        if (a.death() != null && b.death() != null && a.death().year() != b.death().year()) {
            caps.add(Cap.DEATH_CONTRADICTS);
        }
        if (householdsThere && givenDiffers && !familyDiffers && name.family() != null && is(birth, Level.BIRTH_EQUAL)
                && !is(identifier, Level.IDENTIFIER_EQUAL)) {
            caps.add(Cap.TWINS);
        }
        if ((name.given() == null || name.family() == null || givenDiffers || familyDiffers)
                && !is(identifier, Level.IDENTIFIER_EQUAL)) {
            caps.add(Cap.ONE_NAME_ONLY);
        }
        return caps;
    }

    private static boolean is(Evidence evidence, Level level) {
        return evidence != null && evidence.level() == level;
    }

    /**
     * How many things, beyond the name and a year of birth, agree independently of each other: the sex goes with the given
     * name, nationality and birth place go together.
     */
    private static int corroborations(double bits, List<Evidence> evidence) {
        int count = bits >= UNUSUAL ? 1 : 0;
        boolean origin = false;
        for (Evidence one : evidence) {
            switch (one.level()) {
                case BIRTH_EQUAL, BIRTH_SWAPPED, BIRTH_NEAR_YEAR, ADDRESS_EQUAL, ADDRESS_STREET, EMAIL_EQUAL, EMAIL_CLOSE,
                        TELEPHONE_EQUAL -> count++;
                case NATIONALITY_EQUAL, BIRTH_PLACE_EQUAL, BIRTH_PLACE_SPELLING -> origin = true;
                case IDENTIFIER_EQUAL -> count += 2;
                default -> { }
            }
        }
        return origin ? count + 1 : count;
    }
}
