package de.kimhub.runtime.demo.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.delivery.FlowReport.Recipient;
import de.kimhub.delivery.FlowReport.Source;
import de.kimhub.runtime.demo.kreis.Tally;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Source SOURCE = new Source(1, "jobcenter", 10, 6, 3, 1);
    private static final Recipient RECIPIENT = new Recipient(2, "awo", 9, 4, 2, 1, 0, 2);

    @TempDir
    Path folder;

    @Test
    void theJsonHasTheNamesThatOthersRelyOn() throws IOException {
        Path file = folder.resolve("report.json");

        report(RECIPIENT, Tally.NONE).write(file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/sources/jobcenter").toString())
                .isEqualTo("{\"received\":10,\"accepted\":6,\"repeated\":3,\"quarantined\":1}");
        assertThat(json.at("/recipients/awo").toString()).isEqualTo(
                "{\"accepted\":9,\"delivered\":4,\"withheld\":2,\"inReview\":1,\"waiting\":0,\"own\":2}");
        assertThat(json.get("total").fieldNames()).toIterable().contains("received", "delivered", "lost", "doubled",
                "reordered", "seconds");
    }

    @Test
    void allIsWellOnlyWhenItAddsUpNothingWaitsAndNothingIsMissing() {
        assertThat(report(RECIPIENT, Tally.NONE).allWell()).isTrue();
        assertThat(report(RECIPIENT, new Tally(1, 0, 0, 0)).allWell()).isFalse();
        assertThat(report(new Recipient(2, "awo", 9, 4, 2, 0, 1, 2), Tally.NONE).allWell()).isFalse();
        assertThat(report(new Recipient(2, "awo", 9, 3, 2, 1, 0, 2), Tally.NONE).allWell()).isFalse();
    }

    @Test
    void whatDoesNotAddUpIsSaidWhereItStands() {
        StringWriter text = new StringWriter();

        report(new Recipient(2, "awo", 9, 3, 2, 1, 0, 2), Tally.NONE).print(new PrintWriter(text));

        assertThat(text.toString().lines().filter(line -> line.startsWith("awo"))).singleElement().asString()
                .contains("geht nicht auf");
        assertThat(text.toString()).contains("ES GEHT NICHT AUF");
    }

    private static Report report(Recipient recipient, Tally tally) {
        return new Report(new Figures(List.of(SOURCE), List.of(recipient)), tally, 3);
    }
}
