package de.kimhub.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    @TempDir
    Path tools;

    @Test
    void aRestartGoesOnWhereTheDemoWas() {
        Progress progress = Progress.begin(7, 50).afterWave().afterWave();
        progress.save(tools);

        assertThat(Progress.load(tools, Progress.begin(8, 60))).isEqualTo(progress);
        assertThat(progress.waves()).isEqualTo(2);
    }

    @Test
    void withoutAnEarlierOneItBegins() {
        assertThat(Progress.load(tools, Progress.begin(8, 60))).isEqualTo(Progress.begin(8, 60));
    }
}
