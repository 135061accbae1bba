package de.kimhub.runtime.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

    @Test
    void eachMeasurementReplacesItsOwnPart() {
        String both = ResultFiles.replaced("# Messung vom 1\n\nalt\n", "# Verknüpfung, Messung vom 2\n\nneu\n");

        assertThat(both).isEqualTo("# Messung vom 1\n\nalt\n\n# Verknüpfung, Messung vom 2\n\nneu\n");
        assertThat(ResultFiles.replaced(both, "# Messung vom 3\n\nneuer\n"))
                .isEqualTo("# Messung vom 3\n\nneuer\n\n# Verknüpfung, Messung vom 2\n\nneu\n");
    }

    @Test
    void theFiguresOfTheLoadLeaveThoseOfOtherParts(@TempDir Path folder) throws IOException {
        ResultFiles files = new ResultFiles(folder.resolve("results.md"), folder.resolve("results.json"));
        files.writePart(ResultFiles.LINKAGE, List.of(Map.of("people", 10_000)));
        files.writePart(ResultFiles.DISCLOSURE, List.of(Map.of("cases", 1_500)));
        files.writeLoad(Map.of("rows", 5));

        assertThat(Files.readString(folder.resolve("results.json"))).contains("\"people\" : 10000", "\"cases\" : 1500", "\"rows\" : 5");
    }
}
