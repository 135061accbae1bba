package de.kimhub.linkage.comparison;

import de.kimhub.linkage.comparison.PairScore.Evidence;
import de.kimhub.linkage.names.PreparedName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
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

    /** 1 in 256: what a given name says at most inside a household, of two of one age: siblings of one year differ in it. */
    private static final double GIVEN_OF_ONE_AGE = 8;
    private static final double TWINS_BIRTH = 6;
    /** Twins are not shown to anybody. */
    static final double TWINS = LinkageModel.log2(REVIEW / 2 / (1 - REVIEW / 2));
    /** 4 to 1 for one person, at most. */
    static final double PERHAPS_TWINS = 2;
    /** So much of an equal telephone number is the household's. */
    private static final double SHARED_TELEPHONE = 4;
    private static final double MOST_ORIGIN = 4.5;
    /** People of one origin have fewer names than their number suggests, and family names go with given names. */
    private static final double SEVERAL_OF_ONE_ORIGIN = 1.3;
    private static final double BEYOND_ORIGIN = .15;
    /** Bits at {@link #REVIEW}, less what is lost by rounding. */
    private static final double LEAST = LinkageModel.log2(REVIEW / (1 - REVIEW)) - 1e-6;

    private final LinkageModel model;
    private final Population population;
    private final Names names;
    private final PlainTraits plain;
    private final double prior;
    private final double household;
    private final boolean householdsThere;

    public Scorer(LinkageModel model, Population population) {
        this.model = model;
        this.population = population;
        this.names = new Names(model, population);
        this.plain = new PlainTraits(model, population);
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
        return compare(a, b, beside(a, b));
    }

    /** What does not need a comparison of names, which takes longest. */
    private record Beside(Evidence birth, Evidence sex, Evidence nationality, Evidence address, Evidence email,
                          Evidence telephone, Evidence identifier, Evidence source) {
    }

    private Beside beside(Traits a, Traits b) {
        return new Beside(plain.birth(a.birth(), b.birth()), plain.sex(a.sex(), b.sex()),
                plain.nationality(a.nationalities(), b.nationalities()),
                address(Addresses.compare(a.residences(), b.residences(), model, population)),
                plain.text(a.email(), b.email(), Level.EMAIL_EQUAL, Level.EMAIL_CLOSE, Level.EMAIL_DIFFERENT),
                plain.text(a.telephone(), b.telephone(), Level.TELEPHONE_EQUAL, Level.TELEPHONE_CLOSE,
                        Level.TELEPHONE_DIFFERENT),
                plain.identifier(a.identifiers(), b.identifiers()), plain.source(a.source(), b.source()));
    }

    /** Where there are hardly households, an address says what share of the pairs at one address is one person's. */
    private Evidence address(Evidence address) {
        boolean household = address != null && address.level() == Level.ADDRESS_EQUAL
                && address.bits() >= model.bits(Level.ADDRESS_EQUAL);
        return householdsThere || !household ? address
                : new Evidence(address.level(), Math.max(address.bits(), this.household));
    }

    /**
     * {@code null} when the pair is surely below {@link Band#REVIEW}.
     *
     * @param one   what one of them can be worth beside anybody: often it tells enough
     * @param other what the other can
     */
    PairScore compareUnlessBelow(Traits a, Traits b, Supplier<Ceiling> one, Supplier<Ceiling> other) {
        Beside beside = beside(a, b);
        Ceiling most = one.get();
        return reaches(most, beside) && reaches(most.and(other.get()), beside) ? compare(a, b, beside) : null;
    }

    private boolean reaches(Ceiling most, Beside beside) {
        return most.ways().stream().anyMatch(way -> all(way, beside, most.birthPlace(), 0) >= LEAST);
    }

    Ceiling ceiling(Traits traits) {
        return Ceiling.of(traits, model, population);
    }

    /** @param origin what both names say of where their bearers come from */
    private double all(Names.Result way, Beside beside, Evidence place, double origin) {
        double rest = prior + bits(beside.sex()) + bits(beside.email())
                + Math.max(0, bits(beside.telephone()) - SHARED_TELEPHONE) + bits(beside.identifier())
                + bits(beside.source());
        double home = bits(beside.address()) + Math.min(bits(beside.telephone()), SHARED_TELEPHONE);
        double shared = bits(way.family()) + way.extra() + home + origin(origin, way, beside.nationality(), place);
        double who = shared + bits(way.given());
        if (householdsThere) {
            who = Math.min(who, household + within(way, beside.birth()));
        }
        return rest + who + birthBits(beside.birth(), way.given());
    }

    private PairScore compare(Traits a, Traits b, Beside beside) {
        Evidence place = plain.birthPlace(a.birthPlace(), b.birthPlace());
        double origin = Math.min(MOST_ORIGIN, (origin(a.family()) + origin(b.family())) / 2);
        Names.Result name = null;
        double bits = Double.NEGATIVE_INFINITY;
        for (Names.Result way : names.compare(a, b)) {
            double all = all(way, beside, place, origin);
            if (all > bits) {
                bits = all;
                name = way;
            }
        }
        List<Evidence> evidence = Stream.of(name.given(), name.family(), beside.birth(), beside.sex(),
                beside.nationality(), place, beside.address(), beside.email(), beside.telephone(), beside.identifier(),
                beside.source()).filter(Objects::nonNull).toList();
        Set<Cap> caps = Caps.of(a, b, name, beside.birth(), beside.sex(), beside.address(), beside.email(),
                beside.identifier(), householdsThere, population);
        bits = Math.min(bits, caps.contains(Cap.TWINS) ? TWINS : caps.contains(Cap.PERHAPS_TWINS) ? PERHAPS_TWINS : bits);
        double posterior = posterior(bits);
        Band band = posterior < REVIEW ? Band.NEW : Band.REVIEW;
        if (posterior >= SURE) {
            if (caps.isEmpty() && Caps.corroborations(bits, evidence) < 2) {
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

    /** What the given names say about two of one household. */
    private double within(Names.Result way, Evidence birth) {
        double given = bits(way.given());
        double ofTwoAges = Math.min(GIVEN_OF_ONE_AGE, -LinkageModel.log2(model.namesakes()));
        if (birth == null) {
            return Math.min(given, Math.min(GIVEN_OF_ONE_AGE, ofTwoAges + 1));
        }
        return switch (birth.level()) {
            case BIRTH_EQUAL, BIRTH_SWAPPED, BIRTH_NEAR_YEAR, BIRTH_ONE_DIGIT, BIRTH_SAME_PLACEHOLDER, BIRTH_SAME_YEAR ->
                    way.sameGiven() ? GIVEN_OF_ONE_AGE : Math.min(given, GIVEN_OF_ONE_AGE);
            default -> Math.min(given, ofTwoAges);
        };
    }

    /** Twins share the date: where the given name is not there to tell them apart it says less. */
    private static double birthBits(Evidence birth, Evidence given) {
        return given == null ? Math.min(bits(birth), TWINS_BIRTH) : bits(birth);
    }
}
