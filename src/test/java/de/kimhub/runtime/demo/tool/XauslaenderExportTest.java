package de.kimhub.runtime.demo.tool;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.message.EventType;
import de.kimhub.message.Problem;
import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Kind;
import de.kimhub.runtime.demo.kreis.Month;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.SyntheticKreis;
import de.kimhub.runtime.demo.tool.DemoTool.HandedOver;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.Translation;
import de.kimhub.translation.Translation.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tools of Ausländerbehörde and BAMF write, read by their connectors, a whole year. */
class XauslaenderExportTest {

    private static final LocalDate BEGIN = LocalDate.now().withDayOfMonth(1).minusYears(1);
    private static final List<Month> YEAR = SyntheticKreis.draw(20, 300, BEGIN).months();
    private static final int MANY = 10_000;

    @TempDir
    Path exports;

    @Test
    void theImmigrationOfficesMessagesAreUnderstoodExceptThoseThatAreMeantToBeBad() throws IOException {
        List<Translation> year = year(Office.ABH, "auslaenderbehoerde", new ImmigrationOfficeTool(exports));

        assertThat(types(year)).containsExactlyInAnyOrder(EventType.PERSON_REGISTERED, EventType.PERSON_MOVED,
                EventType.PERSON_CHANGED, EventType.DISCLOSURE_BLOCK_SET, EventType.DISCLOSURE_BLOCK_LIFTED,
                EventType.RESIDENCE_STATUS_REPORTED, EventType.APPOINTMENT_OFFERED, EventType.COURSE_ENTITLED,
                EventType.COURSE_OBLIGED);
    }

    @Test
    void theFederalOfficesMessagesAreUnderstood() throws IOException {
        List<Translation> year = year(Office.BAMF, "bamf", new FederalOfficeTool(exports));

        assertThat(types(year)).containsExactlyInAnyOrder(EventType.COURSE_ADMITTED, EventType.COURSE_NOT_ADMITTED,
                EventType.COURSE_STARTED, EventType.COURSE_COMPLETED, EventType.COURSE_ABORTED,
                EventType.COURSE_TEST_RESULT);
    }

    @Test
    void aCorrectionHasAUuidOfItsOwnAndNamesTheWrongMessageWhileAResendIsTheSame() throws IOException {
        List<Accepted> year = accepted(year(Office.BAMF, "bamf", new FederalOfficeTool(exports)));
        Set<String> keys = new HashSet<>();

        List<Accepted> resent = year.stream().filter(one -> !keys.add(one.key())).toList();
        assertThat(resent).hasSize(count(Office.BAMF, Kind.REPEATED)).isNotEmpty();
        assertThat(resent).allSatisfy(again -> assertThat(year.stream().filter(one -> one.key().equals(again.key()))
                .map(Accepted::content).distinct()).hasSize(1));
        assertThat(year.stream().filter(one -> keys.contains(one.replaces())))
                .hasSize(count(Office.BAMF, Kind.CORRECTED)).isNotEmpty();
    }

    @Test
    void bothReleasesAreInUse() throws IOException {
        year(Office.ABH, "auslaenderbehoerde", new ImmigrationOfficeTool(exports));

        try (Stream<Path> files = Files.list(exports)) {
            List<Path> inOrder = files.sorted().toList();
            assertThat(inOrder.getFirst()).content().contains("http://www.osci.de/xauslaender2605").doesNotContain("2611");
            assertThat(inOrder.getLast()).content().contains("http://www.osci.de/xauslaender2611").doesNotContain("2605");
        }
    }

    /** Each month handed over and read, with as many refusals as were meant. */
    private List<Translation> year(Office office, String connector, DemoTool tool) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Connector reading = Connectors.loadOne(Path.of("connectors", connector), problems).orElseThrow();
        List<Translation> all = new ArrayList<>();
        for (Month month : YEAR) {
            month.offices().stream().filter(one -> one.at() == office).forEach(tool::enter);
            HandedOver handedOver = tool.handOver(month.first());
            if (handedOver.rows() > 0) {
                List<Translation> read = read(reading, newest());
                assertThat(read).hasSize(handedOver.rows());
                assertThat(read.stream().filter(XauslaenderExportTest::isNoUse)).hasSize(handedOver.bad());
                assertThat(accepted(read)).allSatisfy(one -> assertThat(one.findings()).isEmpty());
                all.addAll(read);
            }
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    private Path newest() throws IOException {
        try (Stream<Path> files = Files.list(exports)) {
            return files.sorted().toList().getLast();
        }
    }

    private static List<Translation> read(Connector connector, Path file) throws IOException {
        Opening opening = connector.translator().open(DocumentContent.of(Files.readAllBytes(file)), ReadMark.START);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        List<RawRecord> records = ((Opening.Opened) opening).reader().read(MANY);
        return records.stream().<Translation>map(record -> switch (record) {
            case RawRecord.Readable readable -> connector.translator().translate(readable);
            case RawRecord.Unreadable unreadable -> new Translation.Refused(List.of(unreadable.problem()), null, null);
        }).toList();
    }

    /** A test is put aside by a live instance, although it can be read. */
    private static boolean isNoUse(Translation one) {
        return !(one instanceof Accepted accepted) || accepted.test();
    }

    private static List<Accepted> accepted(List<Translation> all) {
        return all.stream().filter(one -> !isNoUse(one)).map(Accepted.class::cast).toList();
    }

    private static Set<EventType> types(List<Translation> all) {
        Set<EventType> types = new HashSet<>();
        accepted(all).forEach(record -> record.drafts().stream().filter(Translation.EventDraft::applies)
                .forEach(draft -> types.add(draft.type())));
        return types;
    }

    private static int count(Office office, Kind kind) {
        return (int) YEAR.stream().flatMap(month -> month.offices().stream())
                .filter(one -> one.at() == office && one.kind() == kind).map(Happening::number).count();
    }
}
