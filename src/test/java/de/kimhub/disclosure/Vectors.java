package de.kimhub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Reads the test vectors. */
final class Vectors {

    static final Path FOLDER = Path.of("src/test/resources/disclosure");

    private Vectors() {
    }

    static LedgerTables tables(String name) {
        List<Problem> problems = new ArrayList<>();
        LedgerTables tables = new LedgerTables(FOLDER.resolve(name + ".base.csv"), FOLDER.resolve(name + ".cells.csv"), problems);
        assertThat(problems).isEmpty();
        return tables;
    }

    /** The rows of a file without quotes, by the names of its header. */
    static List<Map<String, String>> rows(String file) {
        try {
            List<String> lines = Files.readAllLines(FOLDER.resolve(file));
            String[] header = lines.getFirst().split(",");
            return lines.stream().skip(1).map(line -> {
                String[] values = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                IntStream.range(0, header.length).forEach(one -> row.put(header[one], values[one]));
                return row;
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LedgerCell cell(String id, long[] base, Standing standing, IntPredicate member) {
        BitSet groups = new BitSet();
        IntStream.range(0, base.length).filter(member).forEach(groups::set);
        return new LedgerCell(id, groups, groups.stream().mapToLong(group -> base[group]).sum(), standing);
    }

    static Predicate<Finding> is(DisclosureProblem problem) {
        return finding -> finding.problem() == problem;
    }
}
