package de.kimhub.linkage.comparison;

import de.kimhub.linkage.names.NameSimilarity;
import de.kimhub.linkage.names.PreparedName;
import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to compare two names, two people, and to pass a stranger over; each a pair that was not just compared.
 * The median (p0.50) says so even on a busy machine, which the mean does not.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
public class ComparisonBenchmark {

    private static final List<String> GIVEN = List.of("Mohammed", "Muhamad", "Şahin", "Schahin", "Olena", "Alena", "Yusuf",
            "Jussuf", "Amira", "Emira", "Hans-Peter", "Hanspeter", "Nadeschda", "Nadezhda", "Xalid", "Chalid", "Marie Luise");
    private static final List<String> FAMILY = List.of("Musterfrau", "Mustermann", "Al-Beispiel", "Albeispiel", "Probe Test",
            "Probst", "Testowski", "Testovskyy", "Yılmaz", "Yilmas", "Beispielova", "Beispielowa", "Ganzanders");
    private static final List<String> ARABIC = List.of("محمد", "شاهين", "يوسف", "أميرة", "خالد", "حسين", "فاطمة", "نادية");
    private static final int PAIRS = 1_024;

    /** latin: any two; spelling: two spellings of one; script: Arabic beside Latin letters. */
    @Param({"latin", "spelling", "script"})
    public String names;

    private final List<PreparedName> left = new ArrayList<>();
    private final List<PreparedName> right = new ArrayList<>();
    private final List<Traits> one = new ArrayList<>();
    private final List<Traits> other = new ArrayList<>();
    private Scorer scorer;
    private Lookout lookout;
    private int next;

    @Setup
    public void people() {
        for (int i = 0; i < PAIRS; i++) {
            String given = GIVEN.get(i % GIVEN.size());
            String second = switch (names) {
                case "spelling" -> GIVEN.get(i % GIVEN.size() ^ (i % GIVEN.size() == GIVEN.size() - 1 ? 0 : 1));
                case "script" -> ARABIC.get(i * 5 % ARABIC.size());
                default -> GIVEN.get((i * 7 + i / GIVEN.size() + 3) % GIVEN.size());
            };
            // each of an object of its own, as they are read from the database
            left.add(PreparedName.of(given));
            right.add(PreparedName.of(second));
            one.add(person(given, i));
            other.add(person(second, names.equals("spelling") ? i : i * 31 + 17));
        }
        scorer = new Scorer(LinkageModel.shipped(), CountedPopulation.of(100_000, one));
        lookout = new Lookout(scorer);
    }

    private static Traits person(String given, int i) {
        return Traits.of(FieldValues.builder().set("person.names.official.given", given)
                .set("person.names.official.family", FAMILY.get(i % FAMILY.size()))
                .set("person.birth.date", "%d-%02d-%02d".formatted(1950 + i % 50, 1 + i % 12, 2 + i % 26))
                .set("person.sex", i % 2 == 0 ? "w" : "m").set("person.birth.place", FAMILY.get(i % 5) + "hausen")
                .set("person.addresses.main.street", FAMILY.get(i % 11) + "weg")
                .set("person.addresses.main.houseNumber", String.valueOf(i % 60))
                .set("person.addresses.main.postalCode", String.valueOf(32_040 + i % 12))
                .set("person.addresses.main.town", "Probehausen").build(), "sonstige");
    }

    private int next() {
        next = (next + 1) % PAIRS;
        return next;
    }

    @Benchmark
    public Object name() {
        int i = next();
        return NameSimilarity.of(left.get(i), right.get(i));
    }

    @Benchmark
    public Object person() {
        int i = next();
        return scorer.compare(one.get(i), other.get(i));
    }

    /** What a search does: strangers are passed over. */
    @Benchmark
    public Object search() {
        int i = next();
        return lookout.best(List.of(one.get(i)), List.of(other.get(i)));
    }
}
