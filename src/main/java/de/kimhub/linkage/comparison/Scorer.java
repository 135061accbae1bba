package de.kimhub.linkage.comparison;

import static de.kimhub.linkage.comparison.PairScore.Evidence.bitsOf;

import de.kimhub.linkage.comparison.PairScore.Evidence;
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

    private static final double TWINS_BIRTH = 6;
    /** Twins are not shown to anybody. */
    static final double TWINS = LinkageModel.log2(REVIEW / 2 / (1 - REVIEW / 2));
    /** 4 to 1 for one person, at most. */
    static final double PERHAPS_TWINS = 2;
    /** So much of an equal telephone number is the household's. */
    private static final double SHARED_TELEPHONE = 4;
    /** Bits at {@link #REVIEW}, less what is lost by rounding. */
    private static final double LEAST = LinkageModel.log2(REVIEW / (1 - REVIEW)) - 1e-6;

    private final LinkageModel model;
    private final Population population;
    private final Names names;
    private final PlainTraits plain;
    private final double prior;
    private final Household household;

    public Scorer(LinkageModel model, Population population) {
        this.model = model;
        this.population = population;
        this.names = new Names(model, population);
        this.plain = new PlainTraits(model, population);
        this.prior = LinkageModel.log2(model.matches() / Math.max(2 * model.matches(), population.size()));
        this.household = new Household(model, prior);
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
        return compare(a, b, beside(a, b), plain.birthPlace(a.birthPlace(), b.birthPlace()));
    }

    /** What does not need a comparison of names, which takes longest. */
    private record Beside(Evidence birth, Evidence sex, Evidence nationality, Evidence address, Evidence email,
                          Evidence telephone, Evidence identifier, Evidence source) {
    }

    private Beside beside(Traits a, Traits b) {
        return new Beside(plain.birth(a.birth(), b.birth()), plain.sex(a.sex(), b.sex()),
                plain.nationality(a.nationalities(), b.nationalities()),
                household.address(Addresses.compare(a.residences(), b.residences(), model, population)),
                plain.text(a.email(), b.email(), Level.EMAIL_EQUAL, Level.EMAIL_CLOSE, Level.EMAIL_DIFFERENT),
                plain.text(a.telephone(), b.telephone(), Level.TELEPHONE_EQUAL, Level.TELEPHONE_CLOSE,
                        Level.TELEPHONE_DIFFERENT),
                plain.identifier(a.identifiers(), b.identifiers()), plain.source(a.source(), b.source()));
    }

    /**
     * {@code null} when the pair is surely below {@link Band#REVIEW}.
     *
     * @param most what one of them can be worth beside anybody
     */
    PairScore compareUnlessBelow(Traits a, Traits b, Ceiling most) {
        Beside beside = beside(a, b);
        if (!reaches(most, beside, most.birthPlace())) {
            return null;
        }
        Evidence place = plain.birthPlace(a.birthPlace(), b.birthPlace());
        return reaches(most, beside, place) ? compare(a, b, beside, place) : null;
    }

    private boolean reaches(Ceiling most, Beside beside, Evidence place) {
        for (Names.Result way : most.ways()) {
            if (all(way, beside, place, 0) >= LEAST) {
                return true;
            }
        }
        return false;
    }

    Ceiling ceiling(Traits traits) {
        return Ceiling.of(traits, model, population);
    }

    /** @param origin what both names say of where their bearers come from */
    private double all(Names.Result way, Beside beside, Evidence place, double origin) {
        double rest = prior + bitsOf(beside.sex()) + bitsOf(beside.email())
                + Math.max(0, bitsOf(beside.telephone()) - SHARED_TELEPHONE) + bitsOf(beside.identifier())
                + bitsOf(beside.source());
        double home = bitsOf(beside.address()) + Math.min(bitsOf(beside.telephone()), SHARED_TELEPHONE);
        double shared = bitsOf(way.family()) + way.extra() + home
                + Origin.bits(origin, way, beside.nationality(), place);
        double who = household.atMost(shared + bitsOf(way.given()), way, beside.birth());
        return rest + who + birthBits(beside.birth(), way.given());
    }

    private PairScore compare(Traits a, Traits b, Beside beside, Evidence place) {
        double origin = Origin.of(a.family(), b.family(), population);
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
                beside.identifier(), household.areThere(), population);
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

    static double posterior(double bits) {
        return 1 / (1 + Math.exp(-bits * Math.log(2)));
    }

    /** Twins share the date: where the given name is not there to tell them apart it says less. */
    private static double birthBits(Evidence birth, Evidence given) {
        return given == null ? Math.min(bitsOf(birth), TWINS_BIRTH) : bitsOf(birth);
    }
}
