package de.kimhub.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundCostsLearningTest {

    private static final Path SHIPPED = Path.of("src/main/resources/de/kimhub/linkage/names");

    /**
     * {@code mvn test -Dtest=SoundCostsLearningTest -Dregenerate=true -Dlinkage.data=<folder of the source tables>}; with
     * {@code -Dregenerate.into=<folder>} elsewhere than over the shipped ones.
     */
    @ParameterizedTest
    @ValueSource(strings = {"latin", "arabic", "cyrillic"})
    @EnabledIfSystemProperty(named = "regenerate", matches = "true")
    @EnabledIfSystemProperty(named = "linkage.data", matches = ".+")
    void the_tables_are_learnt_anew(String table) throws IOException {
        Path sources = Path.of(System.getProperty("linkage.data"));
        List<String> lines = switch (table) {
            case "latin" -> SoundCostsSources.latin(sources);
            case "arabic" -> SoundCostsSources.arabic(sources);
            default -> SoundCostsSources.cyrillic(sources);
        };
        assertThat(lines).noneMatch(line -> line.contains("NaN"));
        Path into = Path.of(System.getProperty("regenerate.into", SHIPPED.toString()));
        Files.write(into.resolve("sounds-" + table + ".csv"), lines);
    }

    @Test
    void what_true_pairs_interchange_becomes_cheap_what_false_pairs_interchange_becomes_dear() {
        LearningExamples pairs = new LearningExamples(false);
        for (String rest : List.of("ilmarano", "erowanis", "olimando", "ulverins")) {
            pairs.add("k" + rest, "q" + rest, true, 1);
            pairs.add("v" + rest, "w" + rest, false, 1);
        }
        SoundParameters parameters = StartingTable.LATIN.parameters();
        double[] start = parameters.values.clone();
        new SoundCostsLearning(parameters, 0.3).learn(pairs.all(), 20);

        int interchanged = parameters.instead(sound("k"), sound("q"));
        int others = parameters.instead(sound("v"), sound("w"));
        int unseen = parameters.instead(sound("b"), sound("p"));
        assertThat(parameters.values[interchanged]).isLessThan(start[interchanged]);
        assertThat(parameters.values[others]).isGreaterThan(start[others]);
        assertThat(parameters.values[unseen]).isCloseTo(start[unseen], within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"schemilo, shimelloo", "yulimar, joulimare", "kirovan, qyrowane"})
    void the_costs_on_the_way_make_up_the_distance_that_is_compared(String name, String other) {
        SoundParameters parameters = StartingTable.LATIN.parameters();
        SoundAlignment alignment = new SoundAlignment(parameters);
        short[] sounds = Sounds.of(name, Alphabets.LATIN);
        short[] others = Sounds.of(other, Alphabets.LATIN);
        double distance = alignment.of(sounds, others);
        List<Double> costs = new ArrayList<>();
        alignment.uses((parameter, weight) -> costs.add(weight * parameters.values[parameter]));
        assertThat(costs.stream().mapToDouble(cost -> cost).sum()).isCloseTo(distance, within(1e-4));
        assertThat(new SoundDistance().of(sounds, others, parameters.costs, Float.MAX_VALUE))
                .isCloseTo((float) distance, within(1e-4f));
    }

    private static int sound(String name) {
        return Alphabets.LATIN.named(name);
    }
}
