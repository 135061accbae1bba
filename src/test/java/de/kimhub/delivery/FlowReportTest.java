package de.kimhub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FlowReportTest {

    @RegisterExtension
    final Database database = new Database();
    @TempDir
    Path keyFolder;

    private World world;
    private FlowReport report;
    private int jobcenter;
    private int awo;

    @BeforeEach
    void someFlow() {
        world = new World(database, keyFolder);
        report = new FlowReport(world.jdbc);
        jobcenter = world.instance("jobcenter", "ledger", 100);
        awo = world.instance("awo", "ledger", 2);
    }

    @Test
    void theSumsOfARecipientAddUpAtEveryMoment() {
        long caseId = world.sourceCase(jobcenter, world.person(), "JC-1");
        long[] events = new long[5];
        for (int i = 0; i < events.length; i++) {
            events[i] = world.event(jobcenter, caseId, "m" + i);
        }
        world.refusedEvents.add(events[1]);
        world.jdbc.update("""
                insert into hub.flow (document_id, recipient_no, accepted, queued, withheld, own, held)
                values (1, ?, 10, 5, 2, 1, 2)""", awo);
        world.queue(awo, 0, events);

        assertThat(only()).isEqualTo(new FlowReport.Recipient(awo, "awo", 10, 0, 2, 2, 5, 1));
        world.transport.failWith("HUB-DLV-001");
        world.worker().drain(awo, 0);
        assertThat(only()).isEqualTo(new FlowReport.Recipient(awo, "awo", 10, 0, 3, 2, 4, 1));
        world.transport.recover();
        world.timePasses();
        world.worker().drain(awo, 0);

        assertThat(only()).isEqualTo(new FlowReport.Recipient(awo, "awo", 10, 4, 3, 2, 0, 1));
        assertThat(only().addsUp()).isTrue();
    }

    @Test
    void sumsTheDocumentsOfEachSource() {
        for (int i = 1; i <= 2; i++) {
            world.jdbc.update("""
                    insert into hub.source_document (instance_no, position, handover, size, chunks, definition,
                                                     first_load, state)
                    values (?, ?, ?, 1, 1, 'v', false, 1)""", jobcenter, i, new byte[] {(byte) i});
            world.jdbc.update("""
                    insert into hub.document_progress (document_id, received, accepted, repeated, quarantined)
                    values (?, 10, 7, 2, 1)""", i);
        }

        List<FlowReport.Source> sources = report.sources();

        assertThat(sources).containsExactly(new FlowReport.Source(jobcenter, "jobcenter", 20, 14, 4, 2));
        assertThat(sources.getFirst().addsUp()).isTrue();
    }

    private FlowReport.Recipient only() {
        return report.recipients().getFirst();
    }
}
