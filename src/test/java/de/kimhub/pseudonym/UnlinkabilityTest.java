package de.kimhub.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.kimhub.keys.KeyFolder;
import de.kimhub.message.Base32;
import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * 100,000 random people in three domains. The statistics are those of a code that tells nothing of its input; each
 * measure is also put to codes that do, so that it is seen to fail.
 */
class UnlinkabilityTest {

    private static final int PEOPLE = 100_000;
    /** Of a mean that strays by 1/sqrt(n): six times as far happens by chance once in 500 million tries. */
    private static final double SIX_SIGMA = 6 / Math.sqrt(PEOPLE);

    private static final Map<String, Domain> DOMAINS = Map.of("eins", PseudonymWorld.ONE, "zwei", PseudonymWorld.TWO,
            "drei", PseudonymWorld.THREE);

    @RegisterExtension
    static final Database DATABASE = new Database();
    @TempDir
    static Path keys;
    private static final List<Long> EVERYBODY = new ArrayList<>();
    private static final Map<String, Map<Long, Pseudonym>> GIVEN = new HashMap<>();
    private static PseudonymWorld world;

    /** By the keys, without the table that would hide a collision. */
    @BeforeAll
    static void everybodysPseudonymInEachDomain() {
        world = new PseudonymWorld(DATABASE, keys).withKeys();
        // Half are numbered one after the other, as a database does; half have any number.
        Set<Long> numbers = new HashSet<>();
        IntStream.range(0, PEOPLE / 2).forEach(number -> numbers.add(1_000_000L + number));
        Random random = new Random(17);
        while (numbers.size() < PEOPLE) {
            numbers.add(random.nextLong() >>> 1);
        }
        EVERYBODY.addAll(numbers);
        EVERYBODY.sort(Comparator.naturalOrder());
        DOMAINS.forEach((name, domain) -> {
            Codes codes = new Codes(domain, new KeyFolder(keys).domainKeys().open(name, 1));
            GIVEN.put(name, EVERYBODY.stream().collect(Collectors.toMap(person -> person,
                    person -> new Pseudonym(domain.prefix(), 1, codes.body(person, 0)))));
        });
    }

    @Test
    void these_are_the_ones_that_people_are_given() {
        List<Long> some = IntStream.range(0, 500).mapToObj(i -> EVERYBODY.get(i * (PEOPLE / 500))).toList();
        GIVEN.forEach((domain, all) -> assertThat(world.pseudonyms().of(domain, some)).as(domain)
                .isEqualTo(some.stream().collect(Collectors.toMap(person -> person, all::get))));
    }

    @Test
    void no_two_people_and_no_two_domains_share_one() {
        Set<String> texts = new HashSet<>();
        Set<String> beginnings = new HashSet<>();
        GIVEN.values().forEach(all -> all.values().forEach(pseudonym -> {
            texts.add(pseudonym.text());
            beginnings.add(pseudonym.body().substring(0, 16));
        }));
        assertThat(texts).hasSize(3 * PEOPLE);
        assertThat(beginnings).hasSize(3 * PEOPLE);
    }

    @Test
    void the_length_says_nothing() {
        GIVEN.forEach((domain, all) -> assertThat(all.values().stream().map(one -> one.text().length()).distinct())
                .as(domain).hasSize(1));
    }

    /** A number that is found in a pseudonym, in decimal, hexadecimal or base 32, is there no oftener than by chance. */
    @Test
    void no_part_of_the_input_shows() {
        GIVEN.forEach((domain, all) -> assertThat(showing(EVERYBODY.stream()
                .collect(Collectors.toMap(person -> person, person -> all.get(person).body()))))
                .as(domain).isLessThan(5));
        // A code that only turns its input round is caught.
        assertThat(showing(Map.of(123_456L, "XX123456XX"))).isEqualTo(1);
    }

    @Test
    void the_order_says_nothing() {
        GIVEN.forEach((domain, all) -> assertThat(orderCorrelation(EVERYBODY.stream().map(person -> all.get(person).body()).toList()))
                .as(domain).isCloseTo(0, within(SIX_SIGMA)));
        assertThat(orderCorrelation(EVERYBODY.stream().map(person -> "%020d".formatted(person)).toList())).isGreaterThan(0.99);
    }

    @Test
    void every_bit_is_set_in_half_of_them_and_flips_for_half_of_the_neighbours() {
        GIVEN.forEach((domain, all) -> {
            List<String> bodies = EVERYBODY.stream().map(person -> all.get(person).body()).toList();
            assertThat(worstBit(bodies)).as(domain).isLessThan(SIX_SIGMA / 2);
            assertThat(worstBit(changes(bodies))).as(domain).isLessThan(SIX_SIGMA / 2);
        });
        List<String> counted = EVERYBODY.stream().map(person -> "%013d".formatted(0).substring(base32(person).length())
                + base32(person)).toList();
        assertThat(worstBit(counted)).isGreaterThan(0.2);
    }

    /** Two domains' pseudonyms of one person have no more characters in common than those of two EVERYBODY. */
    @Test
    void the_domains_cannot_be_joined() {
        double same = EVERYBODY.stream().mapToInt(person -> inCommon(GIVEN.get("eins").get(person).body(),
                GIVEN.get("zwei").get(person).body())).average().orElseThrow();
        // 16 places, each alike with 1/32: mean 0.5, deviation 0.70.
        assertThat(same).isCloseTo(0.5, within(0.70 * SIX_SIGMA));
    }

    private static long showing(Map<Long, String> bodies) {
        return bodies.entrySet().stream().filter(one -> Stream.of(Long.toString(one.getKey()),
                        Long.toHexString(one.getKey()).toUpperCase(), base32(one.getKey()))
                .filter(written -> written.length() >= 5).anyMatch(one.getValue()::contains)).count();
    }

    private static String base32(long number) {
        StringBuilder text = new StringBuilder();
        for (long rest = number; rest != 0; rest >>>= 5) {
            text.insert(0, Base32.character((int) (rest & 31)));
        }
        return text.toString();
    }

    /** Spearman's: of the rank among the people with the rank among the pseudonyms. */
    private static double orderCorrelation(List<String> bodies) {
        List<Integer> order = IntStream.range(0, bodies.size()).boxed().sorted(Comparator.comparing(bodies::get)).toList();
        double squares = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            double difference = rank - order.get(rank);
            squares += difference * difference;
        }
        double n = bodies.size();
        return 1 - 6 * squares / (n * (n * n - 1));
    }

    /** By how much the share of the most uneven bit differs from a half. */
    private static double worstBit(List<String> bodies) {
        int[] set = new int[bodies.getFirst().length() * 5];
        for (String body : bodies) {
            int[] symbols = Base32.symbols(body);
            for (int i = 0; i < set.length; i++) {
                set[i] += symbols[i / 5] >> 4 - i % 5 & 1;
            }
        }
        return IntStream.of(set).mapToDouble(count -> Math.abs((double) count / bodies.size() - 0.5)).max().orElseThrow();
    }

    private static List<String> changes(List<String> bodies) {
        return IntStream.range(1, bodies.size()).mapToObj(i -> {
            int[] one = Base32.symbols(bodies.get(i - 1));
            int[] other = Base32.symbols(bodies.get(i));
            return Base32.text(IntStream.range(0, one.length).map(at -> one[at] ^ other[at]).toArray());
        }).toList();
    }

    private static int inCommon(String one, String other) {
        return (int) IntStream.range(0, Math.min(one.length(), other.length()))
                .filter(i -> one.charAt(i) == other.charAt(i)).count();
    }
}
