package de.kimhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In a process of its own: the solver's logger takes the streams that it finds when it is loaded. */
class QuietSolverTest {

    /** What the solver does when it loses its way. */
    static final class Prints {

        private Prints() {
        }

        public static void main(String[] args) {
            if (args.length > 0) {
                QuietSolver.load();
            }
            org.ojalgo.netio.BasicLogger.debug("47 Faelle in Herford");
            org.ojalgo.netio.BasicLogger.error("3 Faelle in Spenge");
            System.out.println("hub");
            System.err.println("hub");
        }
    }

    private static List<String> printed(String... args) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java.util.stream.Stream.concat(java.util.stream.Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                Prints.class.getName()), java.util.Arrays.stream(args)).toList()).redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().filter(line -> !line.startsWith("WARNING")).toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return lines;
    }

    @Test
    void the_solver_prints_nothing_and_everybody_else_goes_on_printing() throws IOException, InterruptedException {
        assertThat(printed()).as("what it would print").contains("47 Faelle in Herford", "3 Faelle in Spenge");
        assertThat(printed("quiet")).containsExactly("hub", "hub");
    }
}
