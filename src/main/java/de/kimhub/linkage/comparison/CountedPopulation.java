package de.kimhub.linkage.comparison;

import de.kimhub.linkage.names.NameFrequencies;
import de.kimhub.linkage.names.NamePart;
import de.kimhub.linkage.names.PreparedName;
import de.kimhub.message.PartialDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Frequencies counted in a sample of personas, mixed with the shipped ones: the fewer were counted, the more the shipped
 * ones weigh. Immutable once built.
 */
public final class CountedPopulation implements Population {

    /** The shipped frequency of a name counts as much as this many personas. */
    private static final double NAMES_WEIGH = 2_000;
    private static final double OTHERS_WEIGH = 300;
    private static final double YEAR = 1.0 / 70;
    private static final double DAY = 1 / 365.25;
    private static final double DAYS_WEIGH = 2_000;
    /** More files at one address are of a shelter, not of a household. */
    private static final int HOUSEHOLD = 12;
    private static final double NATIONALITY = .05;
    private static final double BIRTH_PLACE = .005;
    private static final double ORIGIN_WEIGHS = 2;
    private static final double[] NOTHING = new double[2];

    private final long size;
    private final Counts given;
    private final Counts family;
    private final Counts years;
    private final Counts days;
    private final Counts addresses;
    private final Counts nationalities;
    private final Counts places;
    /** By skeleton of the family name: sum of the bits of their bearers' nationalities, and how many they are. */
    private final Map<String, double[]> origins = new HashMap<>();
    private final double entropy;

    private CountedPopulation(long size, Counts given, Counts family, Counts years, Counts days, Counts addresses,
                              Counts nationalities, Counts places, Iterable<Traits> sample) {
        this.size = size;
        this.given = given;
        this.family = family;
        this.years = years;
        this.days = days;
        this.addresses = addresses;
        this.nationalities = nationalities;
        this.places = places;
        this.entropy = nationalities.entropy();
        for (Traits traits : sample) {
            if (!traits.nationalities().isEmpty() && !traits.family().isEmpty()) {
                double bits = -LinkageModel.log2(nationality(traits.nationalities().getFirst()));
                double[] sums = origins.computeIfAbsent(
                        traits.family().getFirst().parts().getFirst().skeletons().getFirst(), name -> new double[2]);
                sums[0] += bits;
                sums[1]++;
            }
        }
    }

    /**
     * @param size   how many personas a persona may be confused with
     * @param sample of them, at random; may be empty
     */
    public static CountedPopulation of(long size, Iterable<Traits> sample) {
        Counts given = new Counts();
        Counts family = new Counts();
        Counts years = new Counts();
        Counts days = new Counts();
        Counts addresses = new Counts();
        Counts nationalities = new Counts();
        Counts places = new Counts();
        for (Traits traits : sample) {
            traits.given().stream().limit(1).forEach(name -> count(given, name));
            traits.family().stream().limit(1).forEach(name -> count(family, name));
            if (traits.birth() != null) {
                years.add(String.valueOf(traits.birth().year()));
                years.known++;
                if (BirthDates.isPrecise(traits.birth())) {
                    days.add(day(traits.birth()));
                    days.known++;
                }
            }
            traits.residences().stream().limit(1).filter(Residence::isExact).forEach(residence -> {
                addresses.add(address(residence));
                addresses.known++;
            });
            traits.nationalities().stream().limit(1).forEach(code -> {
                nationalities.add(code);
                nationalities.known++;
            });
            count(places, traits.birthPlace());
        }
        return new CountedPopulation(Math.max(1, size), given, family, years, days, addresses,
                nationalities, places, sample);
    }

    private static void count(Counts counts, PreparedName name) {
        if (!name.isEmpty()) {
            counts.known++;
            name.parts().forEach(part -> counts.add(part.skeletons().getFirst()));
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public double given(NamePart name) {
        return share(given, name, NameFrequencies::given, NAMES_WEIGH);
    }

    @Override
    public double family(NamePart name) {
        return share(family, name, NameFrequencies::family, NAMES_WEIGH);
    }

    @Override
    public double birth(PartialDate date) {
        double year = years.share(String.valueOf(date.year()), YEAR, OTHERS_WEIGH);
        return BirthDates.isPrecise(date) ? year * days.share(day(date), DAY, DAYS_WEIGH) : year;
    }

    private static String day(PartialDate date) {
        return date.month() + "-" + date.day();
    }

    @Override
    public double shelter(Residence residence) {
        return Math.max(0.0, addresses.count(address(residence)) - HOUSEHOLD) / Math.max(1, addresses.known);
    }

    private static String address(Residence residence) {
        return residence.street() + " " + residence.houseNumber() + " " + residence.postalCode();
    }

    @Override
    public double nationality(String code) {
        return nationalities.share(code, NATIONALITY, OTHERS_WEIGH);
    }

    @Override
    public double birthPlace(NamePart place) {
        return share(places, place, part -> BIRTH_PLACE, OTHERS_WEIGH);
    }

    @Override
    public double origin(NamePart name) {
        double[] known = origins.getOrDefault(name.skeletons().getFirst(), NOTHING);
        return (known[0] + ORIGIN_WEIGHS * entropy) / (known[1] + ORIGIN_WEIGHS);
    }

    private static double share(Counts counts, NamePart name, ToDoubleFunction<NamePart> shipped, double weight) {
        return counts.share(name.skeletons().getFirst(), shipped.applyAsDouble(name), weight);
    }

    private static final class Counts {

        private final Map<String, Integer> byValue = new HashMap<>();
        private int known;

        void add(String value) {
            byValue.merge(value, 1, Integer::sum);
        }

        int count(String value) {
            return byValue.getOrDefault(value, 0);
        }

        double entropy() {
            return byValue.values().stream().mapToDouble(count -> (double) count / known)
                    .map(share -> -share * LinkageModel.log2(share)).sum();
        }

        double share(String value, double shipped, double weight) {
            return Math.min(1, (byValue.getOrDefault(value, 0) + weight * shipped) / (known + weight));
        }
    }
}
